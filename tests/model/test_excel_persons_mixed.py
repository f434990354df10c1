"""A summary and a list of persons on one sheet: the summary is read, the list asked about, nobody shown."""

from collections.abc import Callable

import pytest

from model.excel.answers import About, Answers
from model.excel.examine import examine
from model.excel.grid import Cell, Grid, Sheet
from model.excel.importing import Import
from tests.builders.leaks import Secrets
from tests.builders.office import Line, body, sheet
from tests.builders.persons import HEADER, TITLE, person

ROWS = [person(number) for number in range(9)]
SECRETS = Secrets(ROWS)
COUNTS = body([float(100 + number) for number in range(14)])
SUMMARY: list[Line] = [
    ["Rekap peserta aktif per 31 Maret 2025"],
    ["No", "Kab/Kota", "Peserta Aktif"],
    *COUNTS,
]
GAP: list[Cell] = [None]


def read(drawn: Sheet, answers: Answers | None = None) -> Import:
    """What a workbook of one sheet comes to."""
    return examine(Grid("rekap.xlsx", "0" * 64, (drawn,)), answers or Answers("62"))


def above() -> Sheet:
    return sheet(*SUMMARY, [], [TITLE], HEADER, *ROWS)


def below() -> Sheet:
    return sheet([TITLE], HEADER, *ROWS, [], *SUMMARY)


def beside() -> Sheet:
    width = len(HEADER)
    left: list[Line] = [[TITLE, *GAP * (width - 1)], HEADER, *ROWS, *([GAP * width] * 10)]
    right: list[Line] = SUMMARY
    return sheet(*([*one, None, *other] for one, other in zip(left, right, strict=False)))


def values(found: Import) -> list[float]:
    return sorted(found.book.observations["value"])


@pytest.mark.parametrize("made", [above, below, beside])
def test_a_summary_above_below_or_beside_a_list_is_read(made: Callable[[], Sheet]) -> None:
    found = read(made())

    assert values(found) == [float(100 + number) for number in range(14)]
    assert [one.about for one in found.questions] == [About.PERSONS]
    assert SECRETS.found_in([found, [problem.text() for problem in found.book.problems]]) == []
    drawn = [cell for row in found.sheets[0].rows for cell in row]
    assert {"Kab. Kotawaringin Barat", 113.0} <= set(drawn)
    assert "persons_table_left" not in {problem.code for problem in found.book.problems}


@pytest.mark.parametrize("made", [above, below, beside])
def test_the_list_is_counted_as_if_it_stood_alone(made: Callable[[], Sheet]) -> None:
    key = read(made()).questions[0].key
    found = read(made(), Answers("62").having(About.PERSONS, key, "count"))
    frame = found.book.observations

    assert list(frame[frame["note"] != ""]["value"]) == [9]
    assert len(frame) == 15
    assert not found.questions
    assert SECRETS.found_in(found) == []


def test_a_table_whose_rows_may_be_somebodys_is_not_read_and_that_is_said() -> None:
    others: list[Line] = [["15", "Siti Rahasiawati", 7]]
    found = read(sheet(*SUMMARY, *others, [], [TITLE], HEADER, *ROWS))

    assert values(found) == []
    assert "persons_table_left" in {problem.code for problem in found.book.problems}
    said = [problem.text(language) for problem in found.book.problems for language in ("id", "en")]
    assert not [text for text in said if "Rahasiawati" in text]
    assert not [one for one in found.decisions if "rahasiawati" in one.key]


def test_a_list_with_an_empty_column_is_no_summary_beside_a_list() -> None:
    header = [*HEADER[:6], None, *HEADER[6:], "Upah"]
    rows: list[Line] = [[*row[:6], None, *row[6:], 3_500_000.0] for row in ROWS]
    found = read(sheet([TITLE], header, *rows))

    assert values(found) == []
    assert SECRETS.found_in(found) == []


def test_a_list_alone_stays_as_it_was() -> None:
    found = read(sheet([TITLE], HEADER, *ROWS))

    assert [table.key for table in found.tables] == ["rekap"]
    assert [problem.code for problem in found.book.problems] == ["personal_data"]
