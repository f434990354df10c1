"""A child that says rubbish, too much, half of it or nothing is ended; another one reads the next file."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.reading import Reader, child_process
from gui.reading.child_process import see_off
from gui.reading.limits import Allowance
from model.errors import UnusableFileError
from model.excel.answers import Answers
from model.progress import Cancelled
from tests.bench.workbooks import small_table

ROOT = Path(__file__).parents[2]
BEGIN = f"""
import json, os, struct, sys, time
sys.path[:] = {[str(ROOT), *sys.path]!r}
from gui.reading.frames import Kind, heads, numbers

def say(kind, *parts):
    send(heads(kind, parts) + b"".join(parts))

def send(content):
    while content:
        content = content[os.write(1, content):]

def asked():
    os.read(0, 1 << 20)

"""
READY = BEGIN + "say(Kind.READY); asked()\n"
SAYS = {
    "rubbish at once": BEGIN + "send(bytes(range(256)) * 99); time.sleep(60)",
    "another word than that it is ready": BEGIN + "say(Kind.RESULT, b'1'); time.sleep(60)",
    "rubbish": READY + "send(b'\\xff' * 99); time.sleep(60)",
    "an unknown kind": READY + "send(b'\\x63\\0\\0\\0\\0'); time.sleep(60)",
    "what only the window says": READY + "say(Kind.REQUEST, b'1'); time.sleep(60)",
    "a result that is none": READY + "say(Kind.RESULT, b'{}'); time.sleep(60)",
    "a result without anything": READY + "say(Kind.RESULT); time.sleep(60)",
    "a result of another kind": READY + "say(Kind.RESULT, b'5'); time.sleep(60)",
    "a pickle": READY + "import pickle; say(Kind.RESULT, pickle.dumps(print)); time.sleep(60)",
    "a refusal for no reason": READY + "say(Kind.REFUSED, b'[\"t\",\"x\",[\"m\"]]'); time.sleep(60)",
    "a refusal with other facts":
        READY + "say(Kind.REFUSED, b'[\"t\",\"far_cell\",[\"m\"]]'); time.sleep(60)",
    "a refusal that is a text": READY + "say(Kind.REFUSED, b'\"x\"'); time.sleep(60)",
    "progress of nothing": READY + "say(Kind.PROGRESS); time.sleep(60)",
    "progress in three numbers": READY + "say(Kind.PROGRESS, numbers(1, 2, 3)); time.sleep(60)",
    "a count of nothing": READY + "say(Kind.COUNTED, b''); time.sleep(60)",
    "a broken place": READY + "say(Kind.BROKE_DOWN); time.sleep(60)",
    "half a frame, and is gone":
        READY + "send(struct.pack('<BI', Kind.RESULT, 1) + struct.pack('<Q', 99) + b'x')",
    "a frame larger than any": READY + "send(struct.pack('<BIQ', Kind.RESULT, 1, 2**60)); time.sleep(60)",
    "a frame of more parts than any":
        READY + "send(struct.pack('<BI', Kind.RESULT, 2**32 - 1)); time.sleep(60)",
    "nothing, and is gone": READY,
}  # fmt: skip
GOES_ON = {
    "nothing": READY + "time.sleep(60)",
    "half a frame": READY + "send(struct.pack('<BIQ', Kind.RESULT, 1, 10**9) + b'x'); time.sleep(60)",
    "byte after byte": READY + """
send(struct.pack("<BIQ", Kind.RESULT, 1, 10**9))
while True:
    os.write(1, b"x")
""",
    "progress without end": READY + """
while True:
    say(Kind.PROGRESS, numbers(1, 2))
""",
    "progress beyond all": READY + """
while True:
    say(Kind.PROGRESS, numbers(-5, 2)); say(Kind.PROGRESS, numbers(2**60, 0))
""",
    "counts without end": READY + """
while True:
    say(Kind.COUNTED, numbers(2**60)); os.read(0, 99)
""",
}  # fmt: skip


@pytest.fixture
def rekap(tmp_path: Path) -> Path:
    return small_table(tmp_path / "rekap.xlsx", 2)


@pytest.fixture
def hasty() -> Iterator[Reader]:
    """A reader that waits for little more than a second."""
    reader = Reader(Allowance(seconds=0.5))
    yield reader
    reader.close()
    see_off(5)


def talks(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(child_process, "command", lambda: [sys.executable, "-c", code])


@pytest.mark.parametrize("what", SAYS)
def test_a_child_that_says_what_is_none_of_ours_is_ended(
    monkeypatch: pytest.MonkeyPatch, rekap: Path, what: str
) -> None:
    reader = Reader()
    with monkeypatch.context() as other:
        talks(other, SAYS[what])
        began = time.monotonic()
        with pytest.raises(UnusableFileError, match=r"rekap\.xlsx") as caught:
            reader.examine(rekap)
        took = time.monotonic() - began

    assert caught.value.code == "reading_broke_down"
    assert took < 10
    assert len(reader.examine(rekap).book.observations) > 0
    reader.close()
    see_off(5)


@pytest.mark.parametrize("missing", [7, -1])
def test_a_file_that_nobody_asked_about_is_not_read_again(
    monkeypatch: pytest.MonkeyPatch, rekap: Path, missing: int
) -> None:
    answer = f'["c","model.excel.by_name_together.Answer",["t"],["t",{missing}]]'
    talks(monkeypatch, READY + f"say(Kind.RESULT, {answer.encode()!r}); time.sleep(60)")
    reader = Reader()
    with pytest.raises(UnusableFileError) as caught:
        reader.together([(rekap, Answers(), "")])

    assert caught.value.code == "reading_broke_down"
    reader.close()
    see_off(5)


@pytest.mark.parametrize("what", GOES_ON)
def test_a_child_that_comes_to_no_end_is_ended(
    monkeypatch: pytest.MonkeyPatch, rekap: Path, hasty: Reader, what: str
) -> None:
    talks(monkeypatch, GOES_ON[what])
    began = time.monotonic()
    with pytest.raises(UnusableFileError) as caught:
        hasty.examine(rekap)

    assert caught.value.code == "reading_time"
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("what", GOES_ON)
def test_a_child_that_comes_to_no_end_can_be_cancelled(
    monkeypatch: pytest.MonkeyPatch, rekap: Path, what: str
) -> None:
    talks(monkeypatch, GOES_ON[what])
    reader, began = Reader(), time.monotonic()

    def cancel(done: int, total: int) -> None:
        assert 0 <= done <= total
        if time.monotonic() - began > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        reader.examine(rekap, report=cancel)
    assert time.monotonic() - began < 5
    reader.close()
    see_off(5)
