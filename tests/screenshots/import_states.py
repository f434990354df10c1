"""The states of the page of an import, one picture each."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from gui.app import Program
from gui.import_work import OwnReader
from gui.imports import Imports
from gui.pages.impor import ImporPage
from gui.recipe_store import RecipeStore
from model.excel.answers import About, Answers
from model.excel.importing import Import
from model.progress import Cancelled, Report, silent
from tests.screenshots import import_files
from tests.screenshots.settling import settle

Save = Callable[[str], None]
_SMALL = (960, 680)
_LOOKS = 1200
"""Milliseconds that a reading is watched before its picture."""


class Paused(OwnReader):
    """Reads files until one called "berhenti" comes: that one stays at 43 % until it is stopped."""

    def __init__(self) -> None:
        self._end = threading.Event()

    def examine(
        self, path: Path, answers: Answers | None = None, report: Report = silent, *, password: str = ""
    ) -> Import:
        if "berhenti" in path.name:
            while not self._end.wait(0.05):
                report(43, 100)
            raise Cancelled
        return super().examine(path, answers, report, password=password)

    def close(self) -> None:
        self._end.set()


def draw(program: Program, save: Save, home: Path) -> None:
    """Draw the page in every state; *home* is a folder for the files."""
    states = _States(program, save, home)
    states.empty()
    states.one_file()
    states.names()
    states.other_kinds()
    states.passwords()
    states.several()
    states.into_a_book()
    states.narrow()
    states.reading()
    program.session.open_sample()  # nothing that closing the window would ask about
    settle(program.session)


class _States:
    def __init__(self, program: Program, save: Save, home: Path) -> None:
        self._program, self._save, self._home = program, save, home
        self._session = program.session
        # What is answered here is no answer of the person who looks at the pictures.
        self._session._recipes = RecipeStore(None)

    # ---- the states

    def empty(self) -> None:
        self._session.show_page("impor")
        self._draw("kosong")
        self._session.show_page("beranda")

    def one_file(self) -> None:
        self._open(import_files.rekap(self._home / "Rekap dimengerti.xlsx", "31 Maret 2025"))
        self._session.reload(review=True)
        self._draw("dimengerti")
        self._end()
        self._open(import_files.banded(self._home / "Rekap bertingkat.xlsx"))
        self._draw("judul-bertingkat")
        self._page.talk.lines[4].open()
        self._draw("ubah-keputusan")
        self._page.preview.switch.set_value("findings")
        self._page.preview.findings.selectRow(0)
        self._draw("temuan")
        self._end()

    def names(self) -> None:
        file = self._home / "Rekap terbaru.xlsx"
        self._open(import_files.rekap(file, strange=("62.11", "62.04", "62.12")))
        self._draw("posisi-dan-nama")
        self._imports.answer(0, About.POSITION, "", "2025-03")
        self._draw("posisi-dijawab")
        self._end()
        self._open(import_files.many_names(self._home / "Rekap cabang.xlsx"))
        self._draw("banyak-nama")
        self._end()

    def other_kinds(self) -> None:
        for name, make in (
            ("pertanyaan", import_files.asking),
            ("isi-kolom", import_files.untitled),
            ("daftar-orang", import_files.by_name),
        ):
            self._open(make(self._home / f"Berkas {name}.xlsx"))
            self._draw(name)
            self._end()
        self._open(import_files.portal(self._home / "Unduhan portal.xls"))
        self._draw("html-xls")
        self._end()

    def passwords(self) -> None:
        self._open(import_files.locked(self._home / "Rekap terkunci.xlsx", self._home))
        self._draw("kata-sandi")
        self._page.bodies.password.line.setText("salah")
        self._page.bodies.password.open.click()
        self._draw("kata-sandi-salah")
        self._end()

    def several(self) -> None:
        home = self._home
        files = [
            import_files.rekap(home / "Rekap Maret.xlsx", "31 Maret 2025"),
            import_files.rekap(home / "Rekap Maret dari cabang Palangka Raya.xlsx", "31 Maret 2025", more=5),
            import_files.rekap(home / "Rekap April.xlsx", strange=("62.11",)),
            import_files.locked(home / "Rekap terkunci.xlsx", home),
            import_files.torn(home / "Rekap rusak.xlsx"),
        ]
        self._open(*files)
        self._draw("beberapa-berkas")
        self._imports.choose(0)
        self._page.refresh()
        self._page.preview.switch.set_value("findings")
        self._draw("bentrok")
        self._imports.choose(4)
        self._draw("tidak-terbaca")
        self._end()

    def into_a_book(self) -> None:
        self._open(import_files.rekap(self._home / "Rekap Januari.xlsx", "31 Januari 2025"))
        self._session.import_files([import_files.rekap(self._home / "Rekap Mei.xlsx", strange=("62.11",))])
        self._draw("ke-buku")
        self._imports.answer(0, About.NAME, "pulpis raya", "62.11")
        self._imports.answer(0, About.POSITION, "", "2025-05")
        settle(self._session)
        self._imports.accept("Rekap")
        self._draw("selesai")

    def narrow(self) -> None:
        """The page in a small window: a question, a list of files, a password."""
        window, home = self._program.window, self._home
        before = window.size()
        window.resize(*_SMALL)
        files = [
            import_files.rekap(home / "Rekap Juli.xlsx", strange=("62.04", "62.12")),
            import_files.rekap(home / "Rekap Agustus.xlsx", "31 Agustus 2025"),
            import_files.locked(home / "Rekap terkunci.xlsx", home),
        ]
        self._open(*files)
        self._draw("sempit-pertanyaan")
        self._imports.choose(2)
        self._draw("sempit-kata-sandi")
        self._end()
        window.resize(before)

    def reading(self) -> None:
        reader = Paused()
        self._imports.use(reader)
        months = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")
        files = [import_files.rekap(self._home / f"Rekap {month}.xlsx", f"{month} 2025") for month in months]
        files[3] = import_files.rekap(self._home / "Rekap yang berhenti.xlsx")
        self._session.open_files(files)
        self._session.show_page("impor")
        self._watch()
        self._save("membaca-beberapa")
        self._imports.stop()
        settle(self._session)
        self._imports.choose(4)
        self._draw("dilewati")
        self._end()
        self._session.open_files(files[3:4])
        self._session.show_page("impor")
        self._watch()
        self._save("membaca")
        self._end()

    # ---- inside

    @property
    def _imports(self) -> Imports:
        return self._session.imports

    @property
    def _page(self) -> ImporPage:
        page = self._program.window.page
        assert isinstance(page, ImporPage)
        return page

    def _open(self, *files: Path) -> None:
        self._session.open_files(files)
        settle(self._session)

    def _draw(self, name: str) -> None:
        settle(self._session)
        self._save(name)

    def _end(self) -> None:
        self._imports.cancel()
        settle(self._session)

    def _watch(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(_LOOKS, loop.quit)
        loop.exec()
