"""A file full of persons goes through the whole window: none of them is shown or written anywhere."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.crash import crash_report
from gui.diagnosis import machine_facts, settings_facts, write_diagnosis
from gui.import_work import OwnReader
from gui.journal import Journal
from gui.log import Log, log_folder
from gui.main_window import MainWindow
from gui.reading.parcels import packed
from gui.session import Session
from gui.settings import Recent, Settings, in_memory
from gui.source_cells import SourceCells, Wanted, reading_cells
from gui.widgets.cell_picture import CellPicture
from model.book import Source
from model.excel.answers import About, Answers
from model.excel.reader import read_grid
from model.progress import silent
from tests.builders.importing import settled
from tests.builders.leaks import FILE, SECRETS, office_file
from tests.builders.office import Line, body
from tests.builders.persons import nik
from tests.builders.workbooks import written as workbook

COUNTED = Answers("62").having(About.PERSONS, "…", "count")
PAGES = ("ringkasan", "cakupan", "data", "temuan", "tren")
_ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.EditRole,
)  # fmt: skip


@pytest.fixture
def settings(own_home: Path) -> Settings:
    return in_memory(str(own_home / "settings.ini"))


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    """A window on nothing that writes its log where a program does."""
    session = Session(settings)
    session.imports.use(OwnReader())
    made = MainWindow(session, ready=True)
    qtbot.addWidget(made)
    log = Log(log_folder())
    Journal(session, log).begin()
    with qtbot.waitActive(made):
        made.show()
    yield made
    log.end()
    session.close()


def spoken(window: QWidget) -> Iterator[str]:
    """Every text of a window: what is drawn, what a tip says, what is read aloud, and what its lists hold."""
    for thing in [window, *window.findChildren(QObject)]:
        for name in (
            "text",
            "windowTitle",
            "title",
            "placeholderText",
            "plainText",
            "toolTip",
            "accessibleName",
            "accessibleDescription",
        ):
            value = thing.property(name)
            if isinstance(value, str):
                yield value
        if isinstance(thing, QAbstractItemView) and thing.model() is not None:
            yield from _of_model(thing.model())


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for row in range(min(model.rowCount(top), 300)):
        for column in range(columns):
            index = model.index(row, column, top)
            yield from (str(model.data(index, role)) for role in _ROLES)


def told(window: QWidget) -> list[str]:
    """The secrets among all texts of a window."""
    return SECRETS.found_in(list(spoken(window)))


def written(*folders: Path) -> list[tuple[str, list[str]]]:
    """The files under some folders that hold a secret, by their own name or in any byte."""
    files = [path for folder in folders for path in folder.rglob("*")]
    found = [(path.name, SECRETS.found_in([path.name])) for path in files]
    found += [(path.name, SECRETS.found_in_bytes(path.read_bytes())) for path in files if path.is_file()]
    return [(name, secrets) for name, secrets in found if secrets]


def counted(qtbot: QtBot, session: Session) -> None:
    """Have every list counted, and answer what is asked then."""
    given = {"name": "62.03", "position": "2025-03", "column": "active"}
    settled(qtbot, session)
    for _ in range(12):
        result = session.imports.files[0].result
        assert result is not None
        if not result.questions:
            return
        first = result.questions[0]
        value = "count" if first.about is About.PERSONS else given[str(first.about)]
        session.imports.answer(0, first.about, first.key, value)
        settled(qtbot, session)


def test_no_person_is_shown_or_written_while_a_list_is_asked_about_counted_and_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, own_home: Path
) -> None:
    session = window.session
    source = office_file(tmp_path)
    session.open_files([source])
    settled(qtbot, session)

    assert session.page == "impor"
    assert told(window) == []
    for sheet in range(4):
        _look_at(window, sheet)
        assert told(window) == []
    counted(qtbot, session)
    assert told(window) == []
    session.imports.accept("Resep BNBA")
    settled(qtbot, session)
    qtbot.waitUntil(lambda: session.book is not None)
    assert [page for page in PAGES if _told_on(window, page)] == []
    assert session.book is not None
    assert set(session.book.observations["sheet"]) == {"Rekap", "…"}
    saved = tmp_path / "buku" / "buku.xlsx"
    saved.parent.mkdir()
    session.save_as(saved)
    qtbot.waitUntil(saved.is_file)
    settled(qtbot, session)

    assert saved.stat().st_size > 5000
    assert written(saved.parent, own_home) == []


def _told_on(window: MainWindow, page: str) -> list[str]:
    window.session.show_page(page)
    QApplication.processEvents()
    return told(window)


def _look_at(window: MainWindow, place: int) -> None:
    from PySide6.QtWidgets import QTabBar

    for bar in window.findChildren(QTabBar):
        if place < bar.count():
            bar.setCurrentIndex(place)
    QApplication.processEvents()


def test_what_crosses_the_processes_holds_no_person(tmp_path: Path) -> None:
    path = office_file(tmp_path)
    for answers in (Answers(), Answers("62"), COUNTED):
        parts = packed(OwnReader().examine(path, answers))
        assert SECRETS.found_in_bytes(b"".join(bytes(part) for part in parts)) == []


def test_a_path_with_a_persons_number_is_not_remembered_and_its_name_masked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, settings: Settings
) -> None:
    plain = tmp_path / "rekap.xlsx"
    rows: list[Line] = [
        ["Peserta aktif per 31 Maret 2025"],
        ["No", "Kab/Kota", "Peserta Aktif"],
        *body([5.0] * 14),
    ]
    workbook(plain, {"Rekap": rows})
    named = tmp_path / FILE
    shutil.copy(plain, named)
    session = window.session
    session.open_files([named])
    settled(qtbot, session)

    assert session.book is not None
    assert session.name == "BNBA … Maret 2025.xlsx"
    assert "…" in window.windowTitle()
    assert {source.file for source in session.book.sources} == {"BNBA … Maret 2025.xlsx"}
    assert settings.recent == ()
    assert told(window) == []
    session.open_files([plain])
    settled(qtbot, session)
    remembered: tuple[Recent, ...] = settings.recent
    assert [Path(entry.path).name for entry in remembered] == ["rekap.xlsx"]


def test_the_panel_of_source_cells_masks_persons(qtbot: QtBot, tmp_path: Path) -> None:
    path = office_file(tmp_path)
    source = Source("a", "BNBA … Maret 2025.xlsx", read_grid(path).sha256)

    def shown_at(sheet: str, address: str) -> SourceCells:
        return reading_cells(Wanted(source, sheet, (address,), (path,)), OwnReader())(silent)

    for sheet, address in (
        ("…", "B3"),
        ("…", "C9"),
        ("Lama", "B4"),
        ("Polos", "A4"),
        ("Rekap", "D5"),
        ("Rekap", "A1"),
    ):
        shown = shown_at(sheet, address)
        assert shown.block is not None
        picture = CellPicture(shown.block)
        qtbot.addWidget(picture)
        assert (
            SECRETS.found_in([shown.block, picture.accessibleName(), picture.accessibleDescription()]) == []
        )
    assert SECRETS.found_in(shown_at(nik(3), "ZZ999").sentence) == []


def test_the_source_is_found_though_its_name_is_masked(tmp_path: Path) -> None:
    path = office_file(tmp_path)
    grid = read_grid(path)
    source = Source("a", "BNBA … Maret 2025.xlsx", grid.sha256)
    for opened in (path, tmp_path / "lain.xlsx"):
        cells = reading_cells(Wanted(source, "Rekap", ("C4",), (opened,)), OwnReader())(silent)
        assert cells.block is not None
        assert cells.sentence == ""


def test_log_diagnosis_and_crash_report_hold_no_number_of_a_person(
    tmp_path: Path, own_home: Path, settings: Settings
) -> None:
    log = Log(log_folder())
    log.write("warning", f"book {FILE}: trouble with {nik(4)[:6]} {nik(4)[6:12]} {nik(4)[12:]}")
    log.end()
    parts = {"pengaturan": settings_facts(settings), "komputer": machine_facts(), "more": {"a": [FILE]}}
    write_diagnosis(tmp_path / "diagnosis.zip", parts, log_folder())
    try:
        raise ValueError(f"{tmp_path / FILE}: {nik(5)}")
    except ValueError as error:
        report = crash_report(error, sys.exc_info()[2])

    assert "trouble" in (log_folder() / "cakupan.log").read_text(encoding="utf-8")
    assert written(tmp_path, own_home) == []
    assert SECRETS.found_in([report]) == []
