"""What crosses between the processes: our values come through whole, and nothing else comes through."""

import os
import pickle
import pickletools
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from gui.reading import parcels
from gui.reading.frames import BrokenFrameError, Kind, heads, numbers, numbers_in, received
from gui.reading.parcels import ForeignValueError, packed, unpacked
from model.book import Book
from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.decisions import Decision, Standing
from model.excel.examine import examine
from model.excel.reader import read_grid
from model.measures import Measure
from model.observations import Observation, table
from model.periods import month
from model.problems import Problem, Severity
from model.sample import sample_book
from tests.bench.workbooks import small_table


def sent(value: object) -> Any:  # noqa: ANN401  whatever was packed
    """The value as the other process gets it."""
    return unpacked([bytes(part) for part in packed(value)])


def test_a_book_comes_through_with_every_figure_and_type() -> None:
    book = sample_book()

    other = sent(book)

    pd.testing.assert_frame_equal(other.observations, book.observations)
    assert (other.sources, other.office, other.problems) == (book.sources, book.office, book.problems)
    assert other.target_sets == book.target_sets


def test_an_empty_book_comes_through() -> None:
    pd.testing.assert_frame_equal(sent(Book()).observations, table())


def test_everything_that_reading_a_file_comes_to_comes_through(tmp_path: Path) -> None:
    found = examine(read_grid(small_table(tmp_path / "rekap.xlsx", 3)))

    other = sent(found)

    assert (other.sheets, other.tables, other.decisions) == (found.sheets, found.tables, found.decisions)
    assert (other.shape, other.sha256, other.answers) == (found.shape, found.sha256, found.answers)
    pd.testing.assert_frame_equal(other.book.observations, found.book.observations)


def test_many_texts_come_through_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "_BLOCK", 7)
    frame = table(
        Observation(f"62.{n % 5:02}", "", month(2025, 3), Measure.ACTIVE, float(n), cell=f"D{n}", note="é\n")
        for n in range(100)
    )

    pd.testing.assert_frame_equal(sent(frame), frame)


def test_a_text_with_the_sign_that_stands_between_texts_comes_through() -> None:
    notes = ["a", "b\0c", ""]
    frame = table(Observation("62", "", month(2025, 3), Measure.ACTIVE, None, note=note) for note in notes)

    assert sent(frame)["note"].tolist() == notes


def test_answers_decisions_problems_and_days_come_through() -> None:
    values = (
        Answers("62", month(2025, 3), {(About.NAME, "kapuas"): "62.03"}),
        Decision(About.SCALE, "x", "1000", Standing.OPEN, facts={"n": 1}),
        Problem(Severity.ERROR, "x", facts={"day": month(2025, 3)}),
        (date(2025, 3, 31), datetime(2025, 3, 31, 8, 15)),
        frozenset({1, 2}),
    )

    assert sent(values) == values


class _Harmful:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "value", [_Harmful(), eval, Path("x"), np.zeros(3), UnusableFileError("a", "b"), pd.Timestamp(0), examine]
)
def test_nothing_but_our_values_is_ever_called(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked([pickle.dumps(value, protocol=5)])


def test_a_function_of_the_model_is_no_value() -> None:
    named = b"cmodel.atomic_write\nwrite_atomically\n."
    with pytest.raises(ForeignValueError):
        unpacked([named])


def test_a_name_that_reaches_through_a_class_is_no_value() -> None:
    reaching = b"\x80\x04\x8c\nmodel.book\x8c\x0bBook.source\x93."
    with pytest.raises(ForeignValueError):
        unpacked([reaching])


@pytest.mark.parametrize(
    "setting",
    [
        b"cmodel.book\nBook\n(N}Vspoilt\nVspoilt\nstb.",
        b"cgui.reading.parcels\n_table\n(N}V__defaults__\n(Vspoilt\ntstb.",
        b"cmodel.problems\nSeverity\n(N}VERROR\nVspoilt\nstb.",
        b"cmodel.problems\nSeverity\n(Verror\ntR}V_value_\nVspoilt\nsb.",
        b"cmodel.problems\nSeverity\n(Verror\ntR(N}V_name_\nVspoilt\nstb.",
        b"cdatetime\ndate\n(N}Vtoday\nVspoilt\nstb.",
    ],
)
def test_a_parcel_sets_nothing_of_a_class_a_function_or_a_choice(setting: bytes) -> None:
    with pytest.raises(ForeignValueError):
        unpacked([setting])

    assert not hasattr(Book, "spoilt")
    assert parcels._table.__defaults__ is None
    assert (Severity.ERROR.value, Severity.ERROR.name) == ("error", "ERROR")
    assert callable(date.today)


def test_no_parcel_of_ours_sets_anything_once_a_value_is_made(tmp_path: Path) -> None:
    found = examine(read_grid(small_table(tmp_path / "rekap.xlsx", 3)))

    pickled, *_ = packed((found, sample_book()))

    assert "BUILD" not in {code.name for code, _, _ in pickletools.genops(bytes(pickled))}


class _Bytes:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def exactly(self, count: int) -> bytearray:
        if count > len(self._content):
            raise EOFError
        begun, self._content = self._content[:count], self._content[count:]
        return bytearray(begun)


def test_a_frame_comes_through() -> None:
    content = heads(Kind.RESULT, [b"satu", b"", b"dua"]) + b"satudua"

    assert received(_Bytes(content)) == (Kind.RESULT, [bytearray(part) for part in (b"satu", b"", b"dua")])


@pytest.mark.parametrize(
    "content", [b"\x63\0\0\0\0", b"\x06\xff\xff\xff\xff", b"\x06\x01\0\0\0" + b"\xff" * 8]
)
def test_what_is_no_frame_of_ours_is_refused_before_memory_is_set_aside(content: bytes) -> None:
    with pytest.raises(BrokenFrameError):
        received(_Bytes(content))


def test_numbers_come_through() -> None:
    assert numbers_in(numbers(3, -1)) == (3, -1)
    with pytest.raises(BrokenFrameError):
        numbers_in(b"123")


def test_a_choice_travels_by_its_value_whatever_python_itself_would_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def by_attribute(choice: Enum, protocol: int) -> tuple[object, tuple[object, str]]:
        return getattr, (type(choice), choice.name)  # as Python 3.11.2 does, which is Debian 12's

    monkeypatch.setattr(Enum, "__reduce_ex__", by_attribute)

    assert sent(Severity.WARNING) is Severity.WARNING
    assert sent(About.COLUMN) is About.COLUMN
