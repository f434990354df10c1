"""Every action of the program, declared once: the menu, the shortcuts, the palette and the tooltips
are made from this list."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from gui.i18n import QT_TRANSLATE_NOOP
from gui.pages import PAGES
from gui.titles import Menu

Need = Literal["", "book", "context", "files", "task", "undo"]
_CONTEXT: Final = "Actions"


@dataclass(frozen=True)
class Action:
    """One thing that a person can ask for.

    ``callback`` is a method of gui.handlers.Handlers, called with ``arguments``. A ``typed`` action
    belongs to the widget with the focus: its keys are sent there, and no shortcut is taken.
    """

    id: str
    source: str
    menu: Menu
    callback: str
    arguments: tuple[str, ...] = ()
    shortcut: str = ""
    icon: str = ""
    hint: str = ""
    needs: Need = ""
    group: str = ""
    """Actions of one group stand together; a line divides it from the next."""
    submenu: str = ""
    choice: str = ""
    """Actions of one choice exclude each other and show which one holds: "theme", "language"."""
    checkable: bool = False
    typed: bool = False
    setting: str = ""
    """The setting of gui.settings that it changes: the policy of a PC may forbid that."""
    context: str = _CONTEXT
    """Where its translation stands."""

    @property
    def text(self) -> str:
        """What it is called, in the language of the program."""
        return QCoreApplication.translate(self.context, self.source)

    @property
    def tooltip(self) -> str:
        """What it does, with its keys: "Buka buku kerja (Ctrl+O)"."""
        said = translated(self.hint) if self.hint else self.text.rstrip("…")
        return f"{said} ({self.keys})" if self.shortcut else said

    @property
    def keys(self) -> str:
        """The shortcut as the keyboard names it: "Ctrl+O", "Alt+Kiri"."""
        return QKeySequence(self.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def translated(source: str) -> str:
    """Return a text of this list in the language of the program."""
    return QCoreApplication.translate(_CONTEXT, source)


# A table of actions reads better in few lines.
# fmt: off
_FILE: Final = (
    Action(
        "open", QT_TRANSLATE_NOOP("Actions", "Buka…"), "file", "open_files", shortcut="Ctrl+O",
        icon="folder-open", hint=QT_TRANSLATE_NOOP("Actions", "Buka satu atau beberapa buku kerja"),
        group="open",
    ),
    Action(
        "new", QT_TRANSLATE_NOOP("Actions", "Buku baru…"), "file", "new_book", shortcut="Ctrl+N",
        icon="file-plus",
        hint=QT_TRANSLATE_NOOP("Actions", "Buat buku cakupan kosong untuk diisi di Excel"), group="open",
    ),
    Action(
        "sample", QT_TRANSLATE_NOOP("Actions", "Buka contoh"), "file", "open_sample",
        icon="flask-conical", hint=QT_TRANSLATE_NOOP("Actions", "Buka contoh Kalimantan Tengah"),
        group="open",
    ),
    Action(
        "import_files", QT_TRANSLATE_NOOP("Actions", "Impor berkas…"), "file", "import_files",
        shortcut="Ctrl+I", icon="file-spreadsheet",
        hint=QT_TRANSLATE_NOOP(
            "Actions", "Tambahkan angka berkas lain ke buku ini; atau letakkan berkas sambil menekan Shift"
        ),
        group="import",
    ),
    Action(
        "import_folder", QT_TRANSLATE_NOOP("Actions", "Impor folder…"), "file", "import_folder",
        shortcut="Ctrl+Shift+I", icon="folder-open",
        hint=QT_TRANSLATE_NOOP("Actions", "Tambahkan angka dari semua buku kerja dalam satu folder"),
        group="import",
    ),
    Action(
        "recipes", QT_TRANSLATE_NOOP("Actions", "Resep impor…"), "file", "edit_recipes", icon="columns-3",
        hint=QT_TRANSLATE_NOOP(
            "Actions", "Lihat, ganti nama, ekspor, ambil atau hapus resep yang diingat dari impor sebelumnya"
        ),
        group="import",
    ),
    Action(
        "save", QT_TRANSLATE_NOOP("Actions", "Simpan"), "file", "save", shortcut="Ctrl+S", icon="save",
        hint=QT_TRANSLATE_NOOP(
            "Actions", "Simpan perubahan ke buku cakupan ini; isi lain di berkasnya tidak disentuh"
        ),
        needs="book", group="save",
    ),
    Action(
        "save_as", QT_TRANSLATE_NOOP("Actions", "Simpan sebagai…"), "file", "save_as",
        shortcut="Ctrl+Shift+S",
        hint=QT_TRANSLATE_NOOP("Actions", "Simpan semua angka sebagai buku cakupan baru"), needs="book",
        group="save",
    ),
    Action(
        "print", QT_TRANSLATE_NOOP("Actions", "Cetak…"), "file", "show_page", ("lembar_cetak",),
        shortcut="Ctrl+P", icon="printer",
        hint=QT_TRANSLATE_NOOP("Actions", "Lihat lembar ringkasan, lalu cetak atau simpan sebagai PDF"),
        needs="book", group="print",
    ),
    Action(
        "quit", QT_TRANSLATE_NOOP("Actions", "Keluar"), "file", "quit", shortcut="Ctrl+Q", icon="power",
        group="quit",
    ),
)

_EDIT: Final = (
    Action(
        "undo_import", QT_TRANSLATE_NOOP("Actions", "Batalkan impor"), "edit", "undo_import",
        shortcut="Ctrl+Z", icon="rotate-ccw", needs="undo", group="undo",
        hint=QT_TRANSLATE_NOOP("Actions", "Kembalikan buku seperti sebelum impor terakhir"),
    ),
    Action(
        "cut", QT_TRANSLATE_NOOP("Actions", "Potong"), "edit", "type_keys", ("Ctrl+X",),
        shortcut="Ctrl+X", icon="scissors", typed=True,
    ),
    Action(
        "copy", QT_TRANSLATE_NOOP("Actions", "Salin"), "edit", "type_keys", ("Ctrl+C",),
        shortcut="Ctrl+C", icon="copy", typed=True,
    ),
    Action(
        "paste", QT_TRANSLATE_NOOP("Actions", "Tempel"), "edit", "type_keys", ("Ctrl+V",),
        shortcut="Ctrl+V", icon="clipboard-paste", typed=True,
    ),
    Action(
        "select_all", QT_TRANSLATE_NOOP("Actions", "Pilih semua"), "edit", "type_keys", ("Ctrl+A",),
        shortcut="Ctrl+A", typed=True,
    ),
    Action(
        "find", QT_TRANSLATE_NOOP("Actions", "Cari di halaman"), "edit", "focus_search",
        shortcut="Ctrl+F", icon="search", group="find",
    ),
    Action(
        "palette", QT_TRANSLATE_NOOP("Actions", "Cari perintah atau wilayah"), "edit", "show_palette",
        shortcut="Ctrl+K", icon="command", group="find",
    ),
)

_PAGES: Final = tuple(
    Action(f"page_{page.id}", page.text, "view", "show_page", (page.id,),
           shortcut=f"Ctrl+{place}", icon=page.icon, context="Pages")
    for place, page in enumerate(PAGES, start=1)
)

_THEME: Final = QT_TRANSLATE_NOOP("Actions", "Warna")
_LANGUAGE: Final = QT_TRANSLATE_NOOP("Actions", "Bahasa (Language)")

_VIEW: Final = (
    Action(
        "panel", QT_TRANSLATE_NOOP("Actions", "Asal angka"), "view", "toggle_panel", shortcut="F4",
        icon="panel-right",
        hint=QT_TRANSLATE_NOOP("Actions", "Tunjukkan dari mana angka yang dipilih berasal"),
        needs="context", group="panel", checkable=True,
    ),
    Action(
        "next_pane", QT_TRANSLATE_NOOP("Actions", "Bagian jendela berikutnya"), "view", "next_pane",
        shortcut="F6", group="panel",
    ),
    Action(
        "theme_system", QT_TRANSLATE_NOOP("Actions", "Ikuti sistem"), "view", "set_theme", ("system",),
        icon="monitor", group="look", submenu=_THEME, choice="theme",
    ),
    Action(
        "theme_light", QT_TRANSLATE_NOOP("Actions", "Terang"), "view", "set_theme", ("light",),
        icon="sun", group="look", submenu=_THEME, choice="theme",
    ),
    Action(
        "theme_dark", QT_TRANSLATE_NOOP("Actions", "Gelap"), "view", "set_theme", ("dark",), icon="moon",
        group="look", submenu=_THEME, choice="theme",
    ),
    Action(
        "language_id", QT_TRANSLATE_NOOP("Actions", "Bahasa Indonesia"), "view", "set_language", ("id",),
        icon="languages", group="look", submenu=_LANGUAGE, choice="language", setting="language",
    ),
    Action(
        "language_en", QT_TRANSLATE_NOOP("Actions", "English"), "view", "set_language", ("en",),
        icon="languages", group="look", submenu=_LANGUAGE, choice="language", setting="language",
    ),
    Action(
        "zoom_in", QT_TRANSLATE_NOOP("Actions", "Perbesar"), "view", "zoom_in", shortcut="Ctrl++",
        icon="zoom-in", group="zoom",
    ),
    Action(
        "zoom_out", QT_TRANSLATE_NOOP("Actions", "Perkecil"), "view", "zoom_out", shortcut="Ctrl+-",
        icon="zoom-out", group="zoom",
    ),
    Action(
        "zoom_reset", QT_TRANSLATE_NOOP("Actions", "Ukuran semula"), "view", "zoom_reset",
        shortcut="Ctrl+0", icon="maximize", group="zoom",
    ),
    Action(
        "software_rendering", QT_TRANSLATE_NOOP("Actions", "Gambar tanpa kartu grafis"), "view",
        "toggle_software_rendering",
        hint=QT_TRANSLATE_NOOP("Actions", "Bila gambar rusak atau program berhenti sendiri"),
        group="zoom", checkable=True, setting="software_rendering",
    ),
)

_DATA: Final = (
    Action(
        "older", QT_TRANSLATE_NOOP("Actions", "Posisi sebelumnya"), "data", "step_position", ("-1",),
        shortcut="Alt+Left", icon="chevron-left", needs="context", group="position",
    ),
    Action(
        "newer", QT_TRANSLATE_NOOP("Actions", "Posisi berikutnya"), "data", "step_position", ("1",),
        shortcut="Alt+Right", icon="chevron-right", needs="context", group="position",
    ),
    Action(
        "whole_province", QT_TRANSLATE_NOOP("Actions", "Seluruh provinsi"), "data", "choose_region",
        ("",), shortcut="Alt+Up", icon="map-pin", needs="context", group="position",
    ),
    Action(
        "reload", QT_TRANSLATE_NOOP("Actions", "Baca ulang berkas"), "data", "reload", shortcut="F5",
        icon="refresh-cw", needs="book", group="read",
    ),
    Action(
        "review", QT_TRANSLATE_NOOP("Actions", "Tinjau cara membaca…"), "data", "review",
        hint=QT_TRANSLATE_NOOP("Actions", "Lihat lembar asal dengan semua keputusan, dan ubah yang keliru"),
        icon="eye", needs="files", group="read",
    ),
    Action(
        "cancel", QT_TRANSLATE_NOOP("Actions", "Batalkan pekerjaan"), "data", "cancel", icon="x",
        needs="task", group="read",
    ),
    Action(
        "province", QT_TRANSLATE_NOOP("Actions", "Provinsi kantor…"), "data", "choose_province",
        icon="building-2",
        hint=QT_TRANSLATE_NOOP("Actions", "Pilih provinsi kantor, untuk berkas yang tidak menyebutkannya"),
        group="office", setting="province",
    ),
)

_SHEET: Final = (
    Action(
        "preview", QT_TRANSLATE_NOOP("Actions", "Pratinjau lembar ringkasan"), "sheet", "show_page",
        ("lembar_cetak",), icon="printer", needs="book",
    ),
)

_HELP: Final = (
    Action(
        "shortcuts", QT_TRANSLATE_NOOP("Actions", "Pintasan papan ketik"), "help", "show_shortcuts",
        shortcut="F1", icon="keyboard",
    ),
    Action(
        "install_update", QT_TRANSLATE_NOOP("Actions", "Pasang pembaruan dari berkas…"), "help",
        "install_update", icon="download", group="update",
        hint=QT_TRANSLATE_NOOP("Actions", "Pasang versi lebih baru dari flashdisk atau folder bersama"),
    ),
    Action(
        "collect_diagnosis", QT_TRANSLATE_NOOP("Actions", "Kumpulkan diagnosis…"), "help",
        "collect_diagnosis", icon="clipboard", group="trouble",
        hint=QT_TRANSLATE_NOOP(
            "Actions", "Simpan versi, pengaturan dan catatan program untuk pengelola; tanpa isi berkas"
        ),
    ),
    Action(
        "open_log_folder", QT_TRANSLATE_NOOP("Actions", "Buka folder catatan"), "help", "open_log_folder",
        icon="folder-open", group="trouble",
    ),
    Action(
        "reset_settings", QT_TRANSLATE_NOOP("Actions", "Setel ulang pengaturan…"), "help",
        "reset_settings", icon="rotate-ccw", group="trouble",
    ),
    Action(
        "about", QT_TRANSLATE_NOOP("Actions", "Tentang Cakupan"), "help", "about", icon="info",
        group="about",
    ),
)
# fmt: on

ACTIONS: Final = (*_FILE, *_EDIT, *_PAGES, *_VIEW, *_DATA, *_SHEET, *_HELP)


def action(identifier: str) -> Action:
    """Return the action with that id; KeyError if there is none."""
    return {entry.id: entry for entry in ACTIONS}[identifier]
