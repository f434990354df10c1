"""The window before its parts are there: what it shows, and that nothing done to it is lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui import i18n, theme
from gui.main_window import MainWindow
from gui.program import Program
from gui.settings import Settings
from gui.source_search import end_source_search
from resources import FOLDER

ROOT = Path(__file__).parents[2]
Make = Callable[..., Program]
SAMPLE = next((FOLDER / "sample").glob("*.xlsx"))
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def started(qapp: QApplication) -> Iterator[Make]:
    """Return what shows the program's frame; its parts come with the event loop."""
    made: list[Program] = []

    def start(*files: str, **settings: object) -> Program:
        chosen = Settings()
        for name, value in settings.items():
            setattr(chosen, name, value)
        program = Program(qapp, chosen)
        made.append(program)
        program.frame.resize(1500, 1000)
        program.show(files)
        return program

    yield start
    for program in made:
        if program.frame.is_composed:
            program.session.close()
        program.frame.close()
        program.frame.deleteLater()
        program.setParent(None)
        program.deleteLater()
    i18n.install(qapp, "id")
    theme.apply(qapp, theme.LIGHT)


def complete(qtbot: QtBot, program: Program) -> MainWindow:
    """Let the event loop run until the parts are there, as it does for a person."""
    qtbot.waitUntil(lambda: program.frame.panel is not None, timeout=60_000)
    return program.window


def places(window: QWidget, parts: list[QWidget]) -> list[tuple[int, int, int, int]]:
    corners = [part.mapTo(window, QPoint(0, 0)) for part in parts]
    sizes = [part.size() for part in parts]
    return [(at.x(), at.y(), size.width(), size.height()) for at, size in zip(corners, sizes, strict=True)]


def frames(window: QWidget, *roles: str) -> list[QFrame]:
    return [
        frame for role in roles for frame in window.findChildren(QFrame) if frame.property("role") == role
    ]


@pytest.mark.parametrize(
    ("zoom", "language", "colours"), [(1.0, "id", "light"), (1.25, "en", "dark"), (2.0, "id", "dark")]
)
def test_the_frame_is_divided_as_the_complete_window(
    started: Make, qtbot: QtBot, zoom: float, language: str, colours: str
) -> None:
    program = started(zoom=zoom, language=language, theme=colours)
    window = program.frame
    shown = places(window, [*frames(window, "bar", "navigation", "status")])
    assert len(shown) == 4

    window = complete(qtbot, program)
    menu, bar, rest = window.menuBar(), window.context_bar, [window.navigation, window.status]

    assert shown == places(window, [menu, bar, *rest])
    assert theme.current().name == colours


@pytest.mark.parametrize(("zoom", "language"), [(1.0, "id"), (1.5, "en")])
def test_its_names_stand_where_the_real_ones_will(
    started: Make, qtbot: QtBot, zoom: float, language: str
) -> None:
    program = started(zoom=zoom, language=language)
    with qtbot.waitSignal(program.first_painted):
        pass
    window = program.frame
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    shown = {label.text(): label.mapTo(window, QPoint(0, 0)) for label in labels[:6]}
    pages = {label.text(): label.mapTo(window, label.rect().center()).y() for label in labels[6:]}
    window = complete(qtbot, program)
    actions = window.menuBar().actions()

    assert list(shown) == [action.text() for action in actions]
    for action in actions:
        inside = window.menuBar().actionGeometry(action).x() + theme.px(8)
        assert abs(shown[action.text()].x() - inside) <= 1
    for text, middle in pages.items():
        item = next(item for item in window.navigation.findChildren(QWidget) if item.accessibleName() == text)
        assert abs(item.mapTo(window, item.rect().center()).y() - middle) <= 1


def test_a_click_on_a_page_before_the_parts_are_there_turns_to_it(started: Make, qtbot: QtBot) -> None:
    program = started(province="62")
    place = QPoint(60, 32 + 8 + 32 + 17 + 16)  # Ringkasan, where a hand remembers it
    QTest.mouseClick(program.frame, Qt.MouseButton.LeftButton, NONE, place)
    window = complete(qtbot, program)

    assert window.session.page == "ringkasan"


def test_a_button_pressed_before_the_parts_come_and_released_after_it_is_a_click(
    started: Make, qtbot: QtBot
) -> None:
    program = started(province="62")
    place = QPoint(60, 32 + 8 + 32 + 17 + 16)
    QTest.mousePress(program.frame, Qt.MouseButton.LeftButton, NONE, place)
    window = complete(qtbot, program)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, NONE, place)

    assert window.session.page == "ringkasan"


def test_a_click_on_the_empty_ground_presses_nothing_that_appears_there(
    started: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("gui.dialogs.open_files", lambda *given: asked.append("open"))
    program = started(province="62")
    everywhere = [QPoint(x, y) for x in range(180, 700, 20) for y in range(100, 300, 10)]
    for place in everywhere:
        QTest.mouseClick(program.frame, Qt.MouseButton.LeftButton, NONE, place)
    window = complete(qtbot, program)

    assert asked == []
    assert window.session.page == "beranda"
    hit = [window.childAt(place) for place in everywhere]
    assert "berandaOpen" in [widget.objectName() for widget in hit if widget]


def test_a_click_on_a_menu_opens_it(started: Make, qtbot: QtBot) -> None:
    program = started(province="62")
    QTest.mouseClick(program.frame, Qt.MouseButton.LeftButton, NONE, QPoint(40, 16))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
    menu = QApplication.activePopupWidget()

    assert menu is not None
    assert menu.objectName() == "menu_file"

    menu.close()
    complete(qtbot, program)


def test_keys_before_the_parts_are_there_are_not_lost(started: Make, qtbot: QtBot) -> None:
    program = started(province="62")
    QTest.keyClick(program.frame, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert complete(qtbot, program).session.page == "data"


def test_other_keys_go_to_where_the_focus_will_be(started: Make, qtbot: QtBot) -> None:
    program = started(province="62")
    for _ in range(2):
        QTest.keyClick(program.frame, Qt.Key.Key_Down)

    assert complete(qtbot, program).session.page == "data"


def test_a_file_dropped_before_the_parts_are_there_is_opened(started: Make, qtbot: QtBot) -> None:
    program = started(province="62")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SAMPLE))])
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(program.frame, QDragEnterEvent(QPoint(400, 400), copy, data, left, NONE))
    QApplication.sendEvent(program.frame, QDropEvent(QPointF(400, 400), copy, data, left, NONE))

    complete(qtbot, program)
    qtbot.waitUntil(lambda: program.session.book is not None, timeout=60_000)

    assert program.session.paths == (SAMPLE,)


def test_files_of_the_command_are_opened_when_the_parts_are_there(started: Make, qtbot: QtBot) -> None:
    program = started(str(SAMPLE), province="62")
    complete(qtbot, program)
    qtbot.waitUntil(lambda: program.session.book is not None, timeout=60_000)

    assert program.session.paths == (SAMPLE,)


def test_a_window_closed_before_it_is_complete_stays_closed(started: Make, qtbot: QtBot) -> None:
    program = started()
    composed: list[bool] = []
    program.composed.connect(lambda: composed.append(True))
    with qtbot.waitSignal(program.first_painted):
        pass
    program.frame.close()
    qtbot.wait(300)

    assert composed == []
    assert not program.frame.is_composed


def test_the_name_that_the_system_adds_to_titles_is_known_before_the_window_is_named(
    started: Make, qtbot: QtBot, qapp: QApplication
) -> None:
    program = started(is_safe=True)
    named: list[str] = []
    program.frame.windowTitleChanged.connect(lambda title: named.append(qapp.applicationDisplayName()))
    window = complete(qtbot, program)
    qapp.setApplicationDisplayName("Cakupan")

    assert window.windowTitle() == "Cakupan (mode aman)"
    assert named == ["Cakupan (mode aman)"]


def test_whoever_asks_for_the_session_gets_the_whole_at_once(started: Make) -> None:
    program = started()

    assert program.session.book is None
    assert program.window.is_composed
    assert program.window is program.frame


def test_a_window_that_starts_minimised_is_completed_as_well(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, started: Make
) -> None:
    monkeypatch.setattr("gui.program._NO_PAINT", 50)
    monkeypatch.setattr(Program, "eventFilter", lambda *given: False)  # no paint is ever seen

    assert complete(qtbot, started()).is_composed


def test_the_systems_colours_are_known_before_anything_is_loaded(qapp: QApplication) -> None:
    before = qapp.palette()
    found = []
    for colour in ("#202020", "#f0f0f0"):
        dressed = QPalette(before)
        dressed.setColor(QPalette.ColorRole.Window, colour)
        qapp.setPalette(dressed)
        found.append(theme.is_dark(qapp))
    qapp.setPalette(before)

    assert found == [True, False]


FRAME = """
import sys
from gui import app
from gui.settings import Settings
from PySide6 import QtCore
made = app.make_application()
program = app.Program(made, Settings())
program.show([])
loaded = [name for name in sys.modules if name.split(".")[0] in ("gui", "model", "PySide6", "dataclasses")]
print(*sorted(loaded), "Qt" if "Qt" in vars(QtCore) else "")
"""


def test_the_first_paint_waits_for_nothing_that_it_does_not_show() -> None:
    command = [sys.executable, "-c", FRAME]
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    outcome = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    loaded = set(outcome.stdout.split())

    # "Qt" alone, PySide6's names for all of Qt's choices, takes as long as the rest of the first paint.
    assert (
        loaded & {"Qt", "dataclasses", "PySide6.QtSvg", "PySide6.QtNetwork", "gui.session", "gui.icons"}
        == set()
    )
    assert not [name for name in loaded if name.startswith("model")]
    assert "gui.skeleton" in loaded


def test_pyside_does_not_read_the_source_of_what_is_imported() -> None:
    code = (
        "import gui.app, linecache, sys\nlinecache.clearcache()\nimport gui.session, gui.handlers, pandas\n"
        "print(len(linecache.cache))"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert int(outcome.stdout) < 5
    assert end_source_search()
