"""What every test gets: a home of its own, no network, and a check that it leaves nothing running."""

import gc
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

GOLDEN = Path(__file__).parent / "golden"
PATIENCE = 3000
"""How long a test's last task may take to end, in milliseconds."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them; the git diff is the review",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return ``check(name, text)``: *text* equals ``tests/golden/<name>``, which the flag writes anew."""
    rewrite = bool(request.config.getoption("--rewrite-golden"))

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{name} is not written yet: pytest --rewrite-golden"
        assert text == path.read_text(encoding="utf-8"), f"{name} differs; make golden, then git diff"

    return check


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test settings, recent files and data folders that nobody else has."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "settings"))
    return home


class _OfflineSocket(socket.socket):
    """A socket that refuses the internet; local ones (AF_UNIX) still work."""

    def __init__(self, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None) -> None:
        if fileno is None and family in (-1, socket.AF_INET, socket.AF_INET6):
            raise AssertionError("The program opened a network socket; it must work without any network.")
        super().__init__(family, type, proto, fileno)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test that opens an internet socket."""
    monkeypatch.setattr(socket, "socket", _OfflineSocket)


@pytest.fixture(autouse=True)
def our_look(request: pytest.FixtureRequest, nothing_left_behind: None) -> None:
    """Give every test with a window our type and colours at 100 %, whatever the test before it chose."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        return
    from gui import theme  # here: the tests of the model need no window

    app = request.getfixturevalue("qapp")
    if theme.current() is not theme.LIGHT or theme.zoom() != 1.0 or not app.styleSheet():
        theme.apply(app, theme.LIGHT)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test with a window that leaves a task, a thread, a running timer or a window behind."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    before = set(map(id, QApplication.topLevelWidgets()))
    gc.disable()  # as in the program (gui.garbage): a task's thread must not collect widgets
    yield
    is_idle = all(pool.waitForDone(PATIENCE) for pool in _pools())
    gc.enable()
    if not is_idle:
        pytest.fail("The test left a task running in a thread pool.")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = _left_behind(before)
    if left:
        gc.collect()  # what only cyclic garbage still holds is not left behind
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = _left_behind(before)
    if left:
        pytest.fail("The test left behind: " + ", ".join(left))


def _pools() -> list[QThreadPool]:
    own = [thing for thing in gc.get_objects() if isinstance(thing, QThreadPool) and Shiboken.isValid(thing)]
    return [QThreadPool.globalInstance(), *own]


def _left_behind(before: set[int]) -> list[str]:
    left = [_named(widget) for widget in QApplication.topLevelWidgets() if _is_left(widget, before)]
    for thing in gc.get_objects():
        if not isinstance(thing, QThread | QTimer) or not Shiboken.isValid(thing):
            continue
        if isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            left.append(f"running {_named(thing)}")
        elif isinstance(thing, QTimer) and thing.isActive():
            left.append(f"active {_named(thing)} of {thing.parent()!r}")
    return left


def _is_left(widget: QWidget, before: set[int]) -> bool:
    # Qt keeps the last tool tip for itself.
    return id(widget) not in before and widget.metaObject().className() != "QTipLabel"


def _named(thing: QWidget | QThread | QTimer) -> str:
    return f"{type(thing).__name__} {thing.objectName()!r}"
