"""Help for whoever has to help: diagnosis, log, a fresh start, a newer version."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui import dialogs
from gui.i18n import QT_TRANSLATE_NOOP
from gui.log import log_folder
from gui.session import Session
from gui.version import program_version
from model.progress import Report

if TYPE_CHECKING:
    from gui.update import Kind, Update, UpdateRefusedError

_REFUSED: Final = {
    "unnamed": QT_TRANSLATE_NOOP(
        "Support", "{name} bukan pemasang Cakupan: namanya tidak menyebut versi. Tidak ada yang dipasang."
    ),
    "no_setup": QT_TRANSLATE_NOOP(
        "Support", "Di samping {name} tidak ada pemasang Cakupan untuk komputer ini."
    ),
    "no_list": QT_TRANSLATE_NOOP(
        "Support", "Di samping {name} tidak ada daftar SHA256SUMS. Salin keduanya ke satu folder."
    ),
    "unlisted": QT_TRANSLATE_NOOP("Support", "Daftar SHA256SUMS tidak memuat {name}; tidak jadi dipasang."),
    "bad_list": QT_TRANSLATE_NOOP(
        "Support", "Daftar SHA256SUMS di samping {name} tidak dapat dibaca. Salin ulang dari sumbernya."
    ),
    "unreadable": QT_TRANSLATE_NOOP("Support", "{name} tidak dapat dibaca. Salin ulang dari sumbernya."),
    "mismatch": QT_TRANSLATE_NOOP(
        "Support", "{name} tidak utuh: isinya tidak cocok dengan SHA256SUMS. Salin ulang dari sumbernya."
    ),
    "older": QT_TRANSLATE_NOOP(
        "Support", "{name} lebih lama daripada Cakupan {installed} yang terpasang. Tidak ada yang dipasang."
    ),
    "equal": QT_TRANSLATE_NOOP("Support", "Cakupan {installed} sudah terpasang; {name} versi yang sama."),
    "other_system": QT_TRANSLATE_NOOP("Support", "{name} bukan untuk sistem komputer ini."),
}


class Support(QObject):
    """The entries of the menu Bantuan that concern the program itself."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    # ---- diagnosis

    def collect_diagnosis(self) -> None:
        """Ask where, and write the zip that whoever helps will ask for."""
        from gui.diagnosis import machine_facts, screen_facts, settings_facts, write_diagnosis

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
        proposed = Path(folder) / f"diagnosis-cakupan-{date.today().isoformat()}.zip"
        path = dialogs.save_file(
            self._window, self.tr("Simpan diagnosis"), proposed, self.tr("Arsip (*.zip)")
        )
        if path is None or self._session.settings is None:
            return
        parts: dict[str, object] = {"pengaturan": settings_facts(self._session.settings)}
        screens, target, log = screen_facts(), path, log_folder()

        def work(report: Report) -> Path:
            write_diagnosis(target, parts | {"komputer": {**machine_facts(), "screens": screens}}, log)
            return target

        self._session.run(work, self._collected, label=self.tr("Mengumpulkan diagnosis"))

    def _collected(self, path: Path) -> None:
        sentence = self.tr("{name} tersimpan. Isinya versi, pengaturan dan catatan; tanpa isi berkas.")
        self._session.notice.emit("info", sentence.format(name=path.name))

    def open_log_folder(self) -> None:
        """Show the folder of the log in the file manager."""
        folder = log_folder()
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            sentence = self.tr("Folder catatan tidak dapat dibuka: {folder}")
            self._session.notice.emit("warning", sentence.format(folder=folder))

    # ---- settings

    def reset_settings(self) -> None:
        """Ask, then go back to the settings of the first day."""
        if dialogs.confirm(
            self._window,
            self.tr("Setel ulang pengaturan"),
            self.tr(
                "Bahasa, warna, ukuran, provinsi kantor dan daftar buku terakhir kembali seperti saat "
                "pertama dipasang. Buku kerja Anda tidak disentuh."
            ),
            self.tr("Setel ulang"),
        ):
            self._session.reset_settings()

    def toggle_software_rendering(self) -> None:
        """Draw without the graphics card from the next start on, or with it again."""
        settings = self._session.settings
        if settings is not None:
            settings.software_rendering = not settings.software_rendering
            self._session.notice.emit("info", self.tr("Berlaku mulai Cakupan dibuka berikutnya."))

    # ---- a newer version

    def install_update(self) -> None:
        """Ask for a newer setup, check it, and start it when the person agrees."""
        if _is_for_all_users():
            sentence = self.tr(
                "Cakupan dipasang untuk semua pengguna; mintalah pengelola komputer memperbaruinya."
            )
            self._session.notice.emit("warning", sentence)
            return
        settings = self._session.settings
        folder = settings.policy.update_folder if settings else ""
        if (chosen := dialogs.open_update(self._window, folder)) is None:
            return
        kind = _kind()

        def work(report: Report) -> "Update":
            from gui.update import check_update

            return check_update(chosen, program_version(), kind, report)

        self._session.run(
            work, self._offer, self._refuse, label=self.tr("Memeriksa {name}").format(name=chosen.name)
        )

    def _offer(self, update: "Update") -> None:
        if update.kind == "package":
            sentence = self.tr(
                "{name} utuh dan lebih baru. Tutup Cakupan, lalu pasang dari terminal: "
                "sudo apt install {path}"
            )
            self._session.notice.emit("warning", sentence.format(name=update.path.name, path=update.path))
            return
        if self._session.is_edited:
            sentence = self.tr("Simpan dulu perubahan Anda lewat Berkas > Simpan, lalu pasang.")
            self._session.notice.emit("warning", sentence)
            return
        agreed = dialogs.confirm(
            self._window,
            self.tr("Pasang Cakupan {version}").format(version=update.version),
            self.tr(
                "{name} utuh dan lebih baru daripada versi {installed}. Cakupan ditutup, lalu pemasang "
                "dibuka. Buku kerja dan pengaturan Anda tetap ada."
            ).format(name=update.path.name, installed=program_version()),
            self.tr("Tutup dan pasang"),
        )
        if not agreed:
            return
        if QProcess.startDetached(str(update.path), [])[0]:
            self._window.close()  # nobody can replace a program that runs
        else:
            sentence = self.tr("{name} tidak dapat dijalankan. Buka dari Penjelajah Berkas.")
            self._session.notice.emit("error", sentence.format(name=update.path.name))

    def _refuse(self, error: Exception) -> None:
        from gui.update import UpdateRefusedError

        if not isinstance(error, UpdateRefusedError):
            raise error
        self._session.notice.emit("error", refusal_sentence(error, program_version()))


def refusal_sentence(error: "UpdateRefusedError", installed: str) -> str:
    """Return why nothing is installed, in the language of the program."""
    sentence = QCoreApplication.translate("Support", _REFUSED[error.reason])
    return sentence.format(name=error.name, installed=installed)


def _kind() -> "Kind":
    return "setup" if sys.platform == "win32" else "package"


def _is_for_all_users() -> bool:
    """The program lies where only an administrator can replace it."""
    shared = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMW6432")]
    return sys.platform == "win32" and any(
        folder and Path(sys.executable).is_relative_to(folder) for folder in shared
    )
