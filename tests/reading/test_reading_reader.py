"""A file that kills its reader ends in a sentence; the next file is read as if nothing had happened."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from gui.reading import Reader, child_process
from gui.reading.child_process import command, see_off
from gui.reading.limits import Allowance, Fence
from model.errors import UnusableFileError
from model.excel.answers import Answers
from model.excel.cell_block import find_cells
from model.excel.examine import examine
from model.excel.reader import read_grid
from model.periods import month
from model.progress import Cancelled
from tests.bench.workbooks import long_book, small_table
from tests.builders.broken_files import cell, xlsx

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the signals of Linux")


@pytest.fixture(scope="module")
def rekap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_table(tmp_path_factory.mktemp("rekap") / "rekap.xlsx", 12)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book that takes a good second to read."""
    return long_book(tmp_path_factory.mktemp("panjang") / "panjang.xlsx", 150_000)


def child_of(reader: Reader) -> int:
    """The number of the process that reads."""
    assert reader._child is not None
    return reader._child.process_id


def is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process_id}/stat")
    return not state.exists() or state.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"


def ends(process_id: int) -> bool:
    """Wait a moment for a process to be gone."""
    for _ in range(100):
        if not is_alive(process_id):
            return True
        time.sleep(0.05)
    return False


def test_a_file_comes_to_the_same_as_read_here(reader: Reader, rekap: Path) -> None:
    found = reader.examine(rekap)

    here = examine(read_grid(rekap))
    pd.testing.assert_frame_equal(found.book.observations, here.book.observations)
    assert (found.decisions, found.sheets, found.sha256) == (here.decisions, here.sheets, here.sha256)
    assert found.book.problems == here.book.problems


def test_one_child_reads_one_file_after_the_other(reader: Reader, rekap: Path, tmp_path: Path) -> None:
    reader.examine(rekap)
    first = child_of(reader)

    reader.examine(small_table(tmp_path / "lain.xlsx", 3))
    with pytest.raises(UnusableFileError):
        reader.examine(tmp_path / "tidak-ada.xlsx")

    assert child_of(reader) == first


def test_the_cells_of_a_source_are_read_by_the_child_as_well(reader: Reader, rekap: Path) -> None:
    sheet = read_grid(rekap).sheets[0].name

    found = reader.cells(rekap, sheet, ("B3",))

    assert found == find_cells(read_grid(rekap), sheet, ("B3",))
    assert found.block is not None
    assert reader.cells(rekap, "lain", ("B3",)).block is None


def test_a_changed_answer_does_not_read_the_file_again(reader: Reader, tmp_path: Path) -> None:
    path = small_table(tmp_path / "rekap.xlsx", 2)
    before, told = reader.examine(path), path.stat()
    path.write_bytes(bytes(told.st_size))
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))

    after = reader.examine(path, Answers("62", month(2025, 3)))

    assert after.sha256 == before.sha256
    assert after.answers.province == "62"


def test_a_changed_file_is_read_again(reader: Reader, tmp_path: Path) -> None:
    path = small_table(tmp_path / "rekap.xlsx", 2)
    before = reader.examine(path)

    small_table(path, 3)

    assert reader.examine(path).sha256 != before.sha256


def test_a_lone_far_cell_is_the_sentence_of_the_guard(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "jauh.xlsx"
    path.write_bytes(xlsx(cell("A1") + cell("XFD1048576")))

    with pytest.raises(UnusableFileError, match="XFD1048576") as caught:
        reader.examine(path)

    assert (caught.value.code, caught.value.facts["file"]) == ("far_cell", "jauh.xlsx")


def test_progress_is_told_and_never_goes_back(reader: Reader, long: Path) -> None:
    seen: list[float] = []

    found = reader.examine(long, report=lambda done, total: seen.append(done / total))

    assert len(found.book.observations) == 150_000
    assert seen == sorted(seen)
    assert len({round(part, 2) for part in seen}) > 5


@LINUX
@pytest.mark.parametrize(
    ("how", "code"),
    [
        (signal.SIGABRT, "reading_memory"),
        (signal.SIGKILL, "reading_killed"),
        (signal.SIGSEGV, "reading_broke_down"),
    ],
)
def test_the_death_of_the_child_is_a_sentence_and_the_next_file_is_read(
    own: Reader, long: Path, rekap: Path, how: signal.Signals, code: str
) -> None:
    def strike(done: int, total: int) -> None:
        if done > total / 4:
            os.kill(child_of(own), how)

    with pytest.raises(UnusableFileError, match=r"Berkas ini tidak dapat dibaca: .*panjang\.xlsx") as caught:
        own.examine(long, report=strike)

    assert caught.value.code == code
    assert len(own.examine(rekap).book.observations) > 0


def test_a_child_that_cannot_be_started_is_a_sentence(
    own: Reader, rekap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_process, "command", lambda: [str(rekap.parent / "python.exe")])
    with pytest.raises(UnusableFileError) as caught:
        own.examine(rekap)
    monkeypatch.undo()

    assert caught.value.code == "reading_broke_down"
    assert len(own.examine(rekap).book.observations) > 0


def test_a_reading_that_takes_too_long_is_ended(long: Path, rekap: Path) -> None:
    hasty = Reader(Allowance(seconds=0.3))

    with pytest.raises(UnusableFileError) as caught:
        hasty.examine(long)

    assert caught.value.code == "reading_time"
    hasty.close()


@LINUX
def test_a_reading_that_takes_too_much_memory_is_ended(long: Path) -> None:
    frugal = Reader(_Fixed(memory=150 * 1024**2))

    with pytest.raises(UnusableFileError) as caught:
        frugal.examine(long)

    assert caught.value.code == "reading_memory"
    frugal.close()


def test_where_the_system_sets_no_limit_somebody_looks_at_the_memory(
    own: Reader, long: Path, rekap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as greedy:
        greedy.setattr(Fence, "held", lambda self: 2 * 1024**3)
        with pytest.raises(UnusableFileError) as caught:
            own.examine(rekap)
    assert caught.value.code == "reading_memory"
    assert own._child is None
    assert len(own.examine(rekap).book.observations) > 0


class _Fixed(Allowance):
    """What a file really holds does not change it."""

    def grown(self, cells: int, file_size: int) -> Allowance:
        return self


def test_the_allowance_grows_with_what_was_counted_but_not_beyond_what_the_file_can_hold() -> None:
    usual = Allowance()

    assert usual.grown(200_000, 2_000_000) == usual
    assert usual.grown(10_000_000, 60_000_000).memory > 1.5 * 1024**3
    assert usual.grown(10_000_000, 60_000_000).seconds > 100
    assert usual.grown(100_000_000, 20_000_000) == usual


def test_cancelling_ends_the_child_at_once_and_the_next_call_starts_another(
    own: Reader, long: Path, rekap: Path
) -> None:
    cancelled_at = 0.0

    def cancel(done: int, total: int) -> None:
        nonlocal cancelled_at
        if done > total / 4:
            cancelled_at = time.monotonic()
            raise Cancelled

    own.examine(rekap)
    first = child_of(own)
    with pytest.raises(Cancelled):
        own.examine(long, report=cancel)

    assert time.monotonic() - cancelled_at < 0.5
    assert ends(first)
    assert len(own.examine(rekap).book.observations) > 0
    assert child_of(own) != first


def test_closing_ends_the_child_and_whoever_reads_is_cancelled(long: Path) -> None:
    reader = Reader()

    def close(done: int, total: int) -> None:
        if done > total / 4:
            reader.close()

    with pytest.raises(Cancelled):
        reader.examine(long, report=close)
    with pytest.raises(Cancelled):
        reader.examine(long)
    reader.close()


def test_a_reader_that_was_never_used_closes_as_well() -> None:
    Reader().close()


def test_warming_up_returns_at_once_and_the_first_reading_uses_that_child(own: Reader, rekap: Path) -> None:
    began = time.monotonic()
    own.warm_up()
    took = time.monotonic() - began
    warmed = child_of(own)
    own.warm_up()

    own.examine(rekap)

    assert took < 0.5
    assert child_of(own) == warmed


def test_children_that_were_killed_are_seen_off(own: Reader) -> None:
    own.warm_up()
    ended = child_of(own)
    own.close()

    see_off(5)

    assert not is_alive(ended)
    assert child_process._ended == []


PARENT = """
import os, sys, time
from pathlib import Path
from gui.reading import Reader

def report(done, total):
    if done > total / 4:
        print(reader._child.process_id, flush=True)
        os.kill(os.getpid(), 9)

reader = Reader()
reader.examine(Path(sys.argv[1]), report=report)
"""


IDLE = """
import os
from gui.reading import Reader

reader = Reader()
reader.warm_up()
print(reader._child.process_id, flush=True)
os._exit(0)
"""


@LINUX
def test_the_child_ends_with_its_parent_even_in_the_middle_of_a_file(long: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", PARENT, str(long)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert told.returncode == -signal.SIGKILL, told.stderr
    assert ends(int(told.stdout))


def test_an_idle_child_ends_when_nobody_can_ask_it_any_more() -> None:
    told = subprocess.run([sys.executable, "-c", IDLE], cwd=ROOT, capture_output=True, text=True, check=True)

    assert ends(int(told.stdout))


def test_the_windows_launcher_starts_the_python_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(Path("/program/Cakupan.exe")))

    python, *flags = command()

    assert Path(python) == Path("/program/python.exe")
    assert flags[:4] == ["-X", "utf8", "-I", "-B"]


def test_the_child_finds_the_program_where_its_parent_did() -> None:
    assert str(ROOT) in command()


def test_a_child_that_only_waits_has_more_patience_but_not_for_ever(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Fence, "worked", lambda self: 0.0)
    patient, hasty = Reader(Allowance(seconds=30)), Reader(Allowance(seconds=0.2))

    assert len(patient.examine(long).book.observations) == 150_000
    with pytest.raises(UnusableFileError) as caught:
        hasty.examine(long)

    assert caught.value.code == "reading_time"
    patient.close()
    hasty.close()


@LINUX
def test_the_work_of_a_child_is_known(reader: Reader, rekap: Path) -> None:
    reader.examine(rekap)
    assert reader._child is not None

    worked = reader._child.fence.worked()

    assert worked is not None
    assert 0.1 < worked < 60
