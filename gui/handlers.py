"""What the actions do: one method for each ``callback`` of gui.actions."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, qVersion
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui import actions, dialogs
from gui.leaving import Leaving
from gui.session import Session
from gui.settings import ZOOMS
from gui.version import program_version

if TYPE_CHECKING:
    from gui.support import Support

LIBRARIES: Final = ("PySide6-Essentials", "pandas", "python-calamine", "pyqtgraph", "typst", "pypdfium2")


class Handlers(QObject):
    """Carries out actions on the session; what concerns the window itself is asked for by signal."""

    palette_wanted = Signal()
    panel_wanted = Signal()
    pane_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.leaving = Leaving(session, window)
        self._support: Support | None = None
        self._chosen_in: Path | None = None
        session.opening_wanted.connect(self.open_paths)

    @property
    def theme(self) -> str:
        """The theme as chosen: "system", "light" or "dark"."""
        return self._session.settings.theme if self._session.settings else "light"

    # ---- files

    def open_files(self) -> None:
        """Ask for workbooks and open them."""
        if paths := dialogs.open_files(self._window, self._folder()):
            self._chosen(paths)
            self.open_paths(list(paths))

    def open_paths(self, paths: list[Path]) -> None:
        """Open workbooks that were chosen otherwise: dropped, recent, named at the start."""
        if self.leaving.may_open():
            self._session.open_files(paths)

    def import_files(self) -> None:
        """Ask for workbooks and add their figures to the open book."""
        if paths := dialogs.import_files(self._window, self._folder()):
            self._chosen(paths)
            self.import_paths(list(paths))

    def import_folder(self) -> None:
        """Ask for a folder and add the figures of every workbook in it to the open book."""
        if folder := dialogs.import_folder(self._window, self._folder()):
            self._chosen_in = folder
            self.import_paths([folder])

    def import_paths(self, paths: list[Path]) -> None:
        """Add figures of workbooks that were chosen otherwise; the sample takes in none."""
        if self._session.is_sample:
            text = self.tr("Contoh tidak dicampur dengan angka Anda; berkasnya dibuka sebagai buku sendiri.")
            self._session.notice.emit("info", text)
        if self.leaving.may_give_up_import():
            self._session.import_files(paths)

    def undo_import(self) -> None:
        """Show the book as it was before the last import."""
        self._session.imports.undo()

    def edit_recipes(self) -> None:
        """Show the recipes that are remembered: rename, export, take over, remove."""
        from gui.recipes_dialog import RecipesDialog  # not before it is needed

        dialog = RecipesDialog(self._session, self._window)
        dialog.exec()
        dialog.deleteLater()

    def open_sample(self) -> None:
        """Open the sample."""
        if self.leaving.may_open():
            self._session.open_sample()

    def new_book(self) -> None:
        """Ask where, and write an empty coverage book there."""
        proposed = Path(self._folder()) / self.tr("Buku cakupan baru.xlsx")
        path = dialogs.save_book(self._window, self.tr("Buku baru"), proposed)
        if path and self.leaving.may_open():
            self._session.new_book(path)

    def save(self) -> None:
        """Save the book into its own file; ask where, if it has none."""
        if self._session.saving.is_possible:
            self._session.saving.save()
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask where, and write everything that is shown as a coverage book."""
        from model.excel.notices import masked

        paths = () if self._session.is_sample else self._session.paths
        stem = masked(paths[0].stem) if paths else self._session.name or "cakupan"
        proposed = Path(self._folder()) / self.tr("{name} - buku cakupan.xlsx").format(name=stem)
        path = dialogs.save_book(self._window, self.tr("Simpan sebagai"), proposed)
        if path and self.leaving.may_give_up_import():  # the saved book is opened
            self._session.save_as(path)

    def reload(self) -> None:
        """Read the open files again."""
        if self.leaving.may_read_again():
            self._session.reload()

    def review(self) -> None:
        """Show how the open files are read."""
        if self.leaving.may_read_again():
            self._session.reload(review=True)

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def cancel(self) -> None:
        """Stop whatever is running."""
        self._session.cancel()

    # ---- questions

    def choose_province(self) -> None:
        """Ask for the office's province and remember it."""
        if not self._session.settings:
            return
        sentence = self.tr("Provinsi kantor Anda dipakai bila sebuah berkas tidak menyebut provinsinya.")
        chosen = dialogs.choose_province(self._window, sentence, self._session.settings.province)
        if chosen:
            self._session.set_province(chosen)

    # ---- where one looks

    def show_page(self, page: str) -> None:
        """Turn to a page."""
        self._session.show_page(page)

    def choose_region(self, code: str) -> None:
        """Make a region the context; "" is the whole province."""
        self._session.set_context(region=code)

    def step_position(self, step: str) -> None:
        """Go one position back ("-1") or forth ("1"); nothing happens at the ends."""
        positions = self._session.positions
        if not positions:
            return
        now = self._session.context.as_of or positions[-1]
        place = positions.index(now) + int(step) if now in positions else len(positions) - 1
        if 0 <= place < len(positions):
            self._session.set_context(as_of=None if place == len(positions) - 1 else positions[place])

    def show_palette(self) -> None:
        """Open the command palette."""
        self.palette_wanted.emit()

    def toggle_panel(self) -> None:
        """Open or close the panel that says where a figure comes from."""
        self.panel_wanted.emit()

    def next_pane(self) -> None:
        """Move the focus to the next part of the window."""
        self.pane_wanted.emit()

    def focus_search(self) -> None:
        """Go to the search field of the page."""
        self.search_wanted.emit()

    def type_keys(self, keys: str) -> None:
        """Send "Ctrl+C" and the like to the widget with the focus, which knows best what to copy or paste."""
        widget = QApplication.focusWidget()
        if widget is None:
            return
        letter = Qt.Key[f"Key_{keys.removeprefix('Ctrl+')}"]
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.postEvent(widget, QKeyEvent(kind, letter, Qt.KeyboardModifier.ControlModifier))

    # ---- how it looks

    def set_theme(self, theme: str) -> None:
        """Use a theme: "system", "light" or "dark"."""
        self._session.set_appearance(theme=theme)

    def set_language(self, language: str) -> None:
        """Speak "id" or "en"."""
        self._session.set_appearance(language=language)

    def zoom_in(self) -> None:
        """Make everything one step larger."""
        self._session.set_appearance(zoom=min((z for z in ZOOMS if z > self._zoom()), default=ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Make everything one step smaller."""
        self._session.set_appearance(zoom=max((z for z in ZOOMS if z < self._zoom()), default=ZOOMS[0]))

    def zoom_reset(self) -> None:
        """Go back to 100 %."""
        self._session.set_appearance(zoom=1.0)

    # ---- help

    def show_shortcuts(self) -> None:
        """List every action that has keys, and the keys of the page of an import."""
        facts = [(entry.keys, entry.text.rstrip("…")) for entry in actions.ACTIONS if entry.shortcut]
        facts.append(("Ctrl+Enter", self.tr("Terima impor, di halaman Impor")))
        facts.append(("Alt+J", self.tr("Ke pertanyaan yang belum dijawab, di halaman Impor")))
        facts.append(("Alt+H, Alt+T", self.tr("Ke hasil, ke temuan, di halaman Impor")))
        facts.append(("Ctrl+PgDn, Ctrl+PgUp", self.tr("Ke lembar berikutnya, sebelumnya, di halaman Impor")))
        title = self.tr("Pintasan papan ketik")
        dialogs.show_facts(self._window, title, title, facts)

    def about(self) -> None:
        """Say what this is and what it is made of."""
        import platform

        facts = [
            (self.tr("Program"), self.tr("Meja kerja cakupan Jamsostek. Bekerja tanpa internet.")),
            ("Python", platform.python_version()),
            ("Qt", qVersion()),
            *((name, _installed(name)) for name in LIBRARIES),
            (self.tr("Lisensi"), "Apache-2.0"),
        ]
        dialogs.show_facts(self._window, self.tr("Tentang Cakupan"), f"Cakupan {program_version()}", facts)

    @property
    def support(self) -> "Support":
        """What carries out the actions that concern the program itself."""
        from gui.support import Support  # not before it is needed

        self._support = self._support or Support(self._session, self._window)
        return self._support

    def collect_diagnosis(self) -> None:
        """Write what whoever helps will ask for."""
        self.support.collect_diagnosis()

    def open_log_folder(self) -> None:
        """Show the folder of the log."""
        self.support.open_log_folder()

    def reset_settings(self) -> None:
        """Go back to the settings of the first day, when the person agrees."""
        self.support.reset_settings()

    def toggle_software_rendering(self) -> None:
        """Draw without the graphics card, or with it, from the next start on."""
        self.support.toggle_software_rendering()

    def install_update(self) -> None:
        """Install a newer version from a file."""
        self.support.install_update()

    def _zoom(self) -> float:
        return self._session.settings.zoom if self._session.settings else 1.0

    def _folder(self) -> str:
        """Where a file was last chosen, else where the last book lay, else where the system keeps
        documents: a folder that is there, and never one among the program's files."""
        paths = self._session.paths if not self._session.is_sample else ()
        recent = self._session.settings.recent if self._session.settings else ()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        lay = [*(path.parent for path in paths[:1]), *(Path(one.path).parent for one in recent[:1])]
        wanted = [self._chosen_in, *lay, Path(documents) if documents else None]
        there = (folder for folder in wanted if folder is not None and folder.is_dir())
        return str(next(there, Path.home()))

    def _chosen(self, paths: Sequence[Path]) -> None:
        """Remember, as long as the program runs, where a person chose files."""
        self._chosen_in = paths[0].parent


def _installed(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # 17 ms that the start need not wait for

    try:
        return version(name)
    except PackageNotFoundError:
        return "–"
