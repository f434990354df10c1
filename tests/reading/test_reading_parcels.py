"""What crosses between the processes: our values come through whole, and nothing else comes through."""

import json
import pickle
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.reading import parcels, tables
from gui.reading.frames import BrokenFrameError, Kind, heads, numbers, numbers_in, received
from gui.reading.parcels import ForeignValueError, packed, unpacked
from gui.reading.values import known_classes
from model.book import Book
from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.by_name_people import People
from model.excel.cell_block import CellBlock, FoundCells
from model.excel.decisions import Decision, Standing
from model.excel.examine import examine
from model.excel.importing import SheetPicture
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
    monkeypatch.setattr(tables, "_BLOCK", 7)
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


@pytest.mark.parametrize(
    "value",
    [
        eval,
        Path("x"),
        np.zeros(3),
        np.float64(1.0),
        UnusableFileError("a", "b"),
        pd.Timestamp(0),
        examine,
        b"x",
    ],
)
def test_nothing_but_our_values_is_sent(value: object) -> None:
    with pytest.raises((ForeignValueError, KeyError)):
        packed(value)


def test_hashes_of_persons_are_no_value_that_may_cross() -> None:
    with pytest.raises(ForeignValueError):
        packed(People("a.xlsx", "a", (), table()))


def test_only_what_an_answer_can_hold_is_known() -> None:
    names = known_classes()

    assert {"model.excel.importing.Import", "model.book.Book", "model.problems.Severity"} <= set(names)
    assert all(name.startswith("model.") for name in names)
    assert not [name for name in names if "by_name_people" in name or "by_name_list" in name]


def test_rows_of_a_sheet_come_through_with_every_kind_of_cell() -> None:
    kinds = (1, 2.5, float("inf"), True, None, "é\0\ud800", date(2025, 3, 31), datetime(2025, 3, 31, 8, 15))
    others = time(8, 15), timedelta(days=-1, seconds=5, microseconds=7), "", 10**15, -0.0
    rows = ((*kinds, *others),) * 50 + (((None,) * 13),) * 50
    picture = SheetPicture("Rekap", rows, 100)

    assert sent(picture) == picture
    assert sent(rows) == rows


def test_a_picture_is_sent_in_many_small_parts() -> None:
    picture = SheetPicture("Rekap", ((1, "a", None),) * 40_000, 40_000)

    assert len(packed(picture)) == 8
    assert sent(picture) == picture


HOSTILE: dict[str, object] = {
    "an unknown class": ["c", "os.system", "true"],
    "a class of the model that is no value": ["c", "model.errors.UnusableFileError", "a", "b"],
    "a function of the model": ["c", "model.atomic_write.write_atomically", "a", "b"],
    "a class inside another": ["c", "model.book.Book.source"],
    "hashes of persons": ["c", "model.excel.by_name_people.People", "a", "a", ["t"], None],
    "a choice as a value": ["c", "model.problems.Severity", "error"],
    "a value as a choice": ["e", "model.excel.grid.Merge", 1],
    "an unknown choice": ["e", "model.problems.Severity", "fatal"],
    "a choice of a list": ["e", "model.problems.Severity", ["t"]],
    "too few fields": ["c", "model.excel.grid.Merge", 1, 2, 3],
    "too many fields": ["c", "model.excel.grid.Merge", 1, 2, 3, 4, 5],
    "a text for a number": ["c", "model.excel.grid.Merge", 1, 2, 3, "4"],
    "a truth for a number": ["c", "model.excel.grid.Merge", 1, 2, 3, True],
    "a list for a tuple": ["c", "model.excel.by_name_together.Answer", ["l"], ["t"]],
    "other values in a tuple": ["c", "model.excel.by_name_together.Answer", ["t", 1], ["t"]],
    "a value for a text": ["c", "model.excel.answers.Answers", ["t"], None, ["m"]],
    "answers about nothing": ["c", "model.excel.answers.Answers", "62", None, ["m", ["a", "b"]]],
    "a name that is no text": ["c", ["t"]],
    "an object": {"a": 1},
    "nothing": [],
    "an unknown tag": ["q", 1],
    "a tag that is no text": [1],
    "no day": ["date", "31-03-2025"],
    "a day that is a number": ["date", 5],
    "no span": ["timedelta", 1, 2],
    "a span of ages": ["timedelta", 10**30, 0, 0],
    "a set of lists": ["f", ["l"]],
    "a mapping by lists": ["m", [["l"], 1]],
    "a mapping of one": ["m", [1]],
    "rows that are nowhere": ["r", [7], []],
    "rows before the first part": ["r", [-1], []],
    "rows of the parcel itself": ["r", [0], []],
    "a cell outside": ["r", [], [[5, 5, 1]]],
    "a table of nothing": ["x", 0],
    "a table without end": ["x", 2**60, *[[0, 0]] * 12],
    "a table of itself": ["x", 1, *[[0, 1, 0]] * 12],
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_none_of_ours_is_refused(what: str) -> None:
    with pytest.raises(ForeignValueError):
        unpacked([json.dumps(HOSTILE[what]).encode()])


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"null null", b"\xff", b"[" * 100_000, b'["t",' * 5000 + b"1" + b"]" * 5000,
        b"9" * 1_000_000, b'["l"' + b',["l"]' * 10 + b"", pickle.dumps(1), b"nan", b'"' + b"a" * 10,
    ],
)  # fmt: skip
def test_damaged_json_is_refused(content: bytes) -> None:
    with pytest.raises(ForeignValueError):
        unpacked([content])


def test_a_part_is_taken_once() -> None:
    rows = b"[[1,2],[3,4]]"

    assert unpacked([b'["r",[1],[]]', rows]) == ((1, 2), (3, 4))
    with pytest.raises(ForeignValueError):
        unpacked([b'["r",[1,1],[]]', rows])


def test_a_parcel_without_parts_is_refused() -> None:
    with pytest.raises(ForeignValueError):
        unpacked([])


def test_what_is_too_large_is_refused_before_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "LARGEST", 100)
    with pytest.raises(ForeignValueError):
        unpacked([b"[" * 101])
    with pytest.raises(ForeignValueError):
        packed("a" * 101)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
    | st.sampled_from(["t", "l", "f", "m", "e", "c", "r", "x", "date", "timedelta", *known_classes()]),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=25,
)  # fmt: skip
tagged = st.tuples(st.sampled_from(["c", "e", "r", "x", "m", "f", "date"]), json_values).map(list)


@settings(max_examples=300, deadline=500)
@given(json_values | tagged, st.lists(st.binary(max_size=40), max_size=3))
def test_any_parcel_is_a_value_of_ours_or_refused(value: object, parts: list[bytes]) -> None:
    try:
        made = unpacked([json.dumps(value).encode(), *parts])
    except ForeignValueError:
        return
    assert type(made).__module__.split(".")[0] in {"builtins", "datetime", "model", "pandas"}


@settings(max_examples=200, deadline=500)
@given(st.data())
def test_a_parcel_with_any_bytes_changed_is_a_value_of_ours_or_refused(data: st.DataObject) -> None:
    parts = [bytearray(part) for part in packed((_FOUND, sample_book()))]
    for _ in range(data.draw(st.integers(1, 6))):
        part = parts[data.draw(st.integers(0, len(parts) - 1))]
        if part:
            part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.integers(0, 255))
    try:
        made = unpacked(parts)
    except ForeignValueError:
        return
    assert {type(each).__name__ for each in made} <= {"FoundCells", "Book"}


_FOUND = FoundCells(
    "0" * 64, CellBlock("Rekap", (0, 1), (2,), ((date(2025, 3, 31),), (5,)), frozenset({(1, 2)}))
)


def test_a_shared_choice_is_the_same_on_both_sides() -> None:
    assert sent(Severity.ERROR) is Severity.ERROR
    assert sent({About.NAME: Measure.ACTIVE}) == {About.NAME: Measure.ACTIVE}


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
