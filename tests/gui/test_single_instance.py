"""A second start hands its files over, and nothing about that ever keeps a person from the window."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from gui import single_instance
from gui.single_instance import SingleInstance

ROOT = Path(__file__).parents[2]
BOOK = "Rékap Désémber – Palangka Raya.xlsx"
LATER = """
import sys
from pathlib import Path
from gui.single_instance import SingleInstance

instance = SingleInstance(Path(sys.argv[1]))
print(instance.claim() or instance.hand_over(sys.argv[2:]))
"""

Place = Callable[[], SingleInstance]
Later = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def place(qapp: QObject, tmp_path: Path) -> Iterator[Place]:
    """Return what makes the place of one more window of the same user."""
    made: list[SingleInstance] = []

    def make() -> SingleInstance:
        made.append(SingleInstance(tmp_path / "run"))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def later(tmp_path: Path) -> Iterator[Later]:
    """Return what starts the program once more: it prints True when its files were taken."""
    started: list[subprocess.Popen[str]] = []

    def start(*files: str, folder: Path | None = None) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", LATER, str(tmp_path / "run"), *files],
            cwd=folder or tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def old(tmp_path: Path) -> Callable[[], None]:
    """Return what makes the lock as old as one that was left behind."""

    def make() -> None:
        path = next((tmp_path / "run").glob("*.lock"))
        os.utime(path, (time.time() - 3600, time.time() - 3600))

    return make


def said(process: "subprocess.Popen[str]") -> str:
    return process.communicate(timeout=20)[0].strip()


def test_the_first_window_claims_the_place_and_a_second_cannot(place: Place) -> None:
    assert place().claim() is True
    assert place().claim() is False


def test_a_later_start_hands_its_files_to_the_window(
    qtbot: QtBot, place: Place, later: Later, tmp_path: Path
) -> None:
    first = place()
    first.claim()

    assert first.listen() is True

    with qtbot.waitSignal(first.wanted, timeout=15000) as wanted:
        start = later(BOOK, str(tmp_path / "lain" / "b c.xlsx"))

    assert wanted.args == [[str(tmp_path / BOOK), str(tmp_path / "lain" / "b c.xlsx")]]
    assert said(start) == "True"


def test_a_start_without_a_file_wants_just_the_window(qtbot: QtBot, place: Place, later: Later) -> None:
    first = place()
    first.claim()
    first.listen()
    with qtbot.waitSignal(first.wanted, timeout=15000) as wanted:
        start = later()

    assert wanted.args == [[]]
    assert said(start) == "True"


def test_several_starts_at_once_are_all_taken(qtbot: QtBot, place: Place, later: Later) -> None:
    first = place()
    first.claim()
    first.listen()
    taken: list[str] = []
    first.wanted.connect(taken.extend)
    starts = [later(f"{number}.xlsx") for number in range(4)]
    qtbot.waitUntil(lambda: len(taken) == 4, timeout=20000)

    assert {Path(name).name for name in taken} == {f"{number}.xlsx" for number in range(4)}
    assert [said(start) for start in starts] == ["True"] * 4


def test_a_start_waits_for_a_window_that_is_still_starting(qtbot: QtBot, place: Place, later: Later) -> None:
    first = place()
    first.claim()
    start = later(BOOK)
    time.sleep(1)
    with qtbot.waitSignal(first.wanted, timeout=15000):
        first.listen()

    assert said(start) == "True"


def test_a_lock_that_nobody_answers_for_does_not_end_the_start(place: Place, old: Callable[[], None]) -> None:
    place().claim()
    old()
    second = place()

    assert second.claim() is False

    began = time.monotonic()

    assert second.hand_over([BOOK]) is False
    assert time.monotonic() - began < 1


def test_whoever_finds_nobody_answering_takes_the_later_files(
    qtbot: QtBot, place: Place, later: Later, old: Callable[[], None]
) -> None:
    place().claim()
    old()
    second = place()
    second.hand_over([])

    assert second.listen() is True

    with qtbot.waitSignal(second.wanted, timeout=15000):
        start = later(BOOK)

    assert said(start) == "True"


def test_a_window_that_answers_keeps_its_place(qtbot: QtBot, place: Place, later: Later) -> None:
    first, second = place(), place()
    first.claim()
    first.listen()

    assert second.listen() is False

    with qtbot.waitSignal(first.wanted, timeout=15000):
        later(BOOK)


def test_a_window_that_hangs_does_not_end_the_start(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "ANSWERING", 200)
    first = place()
    first.claim()
    first.listen()  # and its event loop never gets a turn

    assert place().hand_over([BOOK]) is False


def test_a_socket_left_by_a_window_that_ended_at_once_is_replaced(
    qtbot: QtBot, place: Place, later: Later
) -> None:
    first = place()
    Path(first.address).parent.mkdir(parents=True)
    Path(first.address).write_bytes(b"")
    first.claim()

    assert first.listen() is True

    with qtbot.waitSignal(first.wanted, timeout=15000):
        later(BOOK)


def test_when_the_window_is_closed_the_next_start_is_the_first(place: Place) -> None:
    first = place()
    first.claim()
    first.listen()
    first.close()
    following = place()

    assert following.claim() is True
    assert following.listen() is True


def test_a_lock_of_a_program_that_was_killed_is_no_lock(place: Place, later: Later, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    code = "import sys, time\nfrom PySide6.QtCore import QLockFile\nlock = QLockFile(sys.argv[1])\n"
    code += "lock.setStaleLockTime(0)\nprint(lock.tryLock(0), flush=True)\ntime.sleep(60)"
    name = str(tmp_path / "run" / "cakupan.lock")
    process = subprocess.Popen([sys.executable, "-c", code, name], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None

    assert process.stdout.readline().strip() == "True"
    assert place().claim() is False

    process.kill()
    process.communicate()

    assert place().claim() is True


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"hello\n",
        b"[]\n",
        b"{}\n",
        b'{"files": "a", "token": ""}\n',
        b'{"files": [1], "token": ""}\n',
        b"\xff\n",
        b"x" * 2_000_000,
    ],
)
def test_what_is_no_message_of_ours_is_dropped(qtbot: QtBot, place: Place, message: bytes) -> None:
    first = place()
    first.claim()
    first.listen()
    taken: list[object] = []
    first.wanted.connect(taken.append)
    socket = QLocalSocket()
    socket.connectToServer(first.address)
    assert socket.waitForConnected(1000)
    with qtbot.waitSignal(socket.disconnected, timeout=5000):
        socket.write(message)
        socket.flush()

    assert taken == []


def test_only_the_user_may_reach_the_window(place: Place) -> None:
    first = place()
    first.claim()
    first.listen()

    assert Path(first.address).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_network_socket_is_opened(qtbot: QtBot, place: Place, later: Later) -> None:
    first = place()
    first.claim()
    first.listen()
    with qtbot.waitSignal(first.wanted, timeout=15000):
        later(BOOK)
    opened = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    own = {str(link.readlink()) for link in opened if os.path.lexists(link)}
    network = {
        f"socket:[{line.split()[9]}]"
        for name in ("tcp", "tcp6", "udp", "udp6")
        for line in Path(f"/proc/self/net/{name}").read_text(encoding="ascii").splitlines()[1:]
    }

    assert any(name.startswith("socket:") for name in own)
    assert own & network == set()


def test_the_permission_to_come_to_the_front_goes_along(
    qtbot: QtBot, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-of-the-launcher")
    message = single_instance._message(["a.xlsx"])
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN")

    assert single_instance._files_of(message) == [str(Path("a.xlsx").absolute())]
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "token-of-the-launcher"
