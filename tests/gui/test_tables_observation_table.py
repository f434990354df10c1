from dataclasses import replace

import pytest

from gui.tables.observation_table import ObservationTable, observation_table
from model.book import Book, Source
from model.observations import Nature, Observation, table
from model.pedigree import FigureRef
from model.periods import month, year
from model.progress import Cancelled
from tests.builders.books import MARCH, book, counted
from tests.builders.rows import FILE, kalteng

pytestmark = pytest.mark.usefixtures("qapp")


def texts(made: ObservationTable, row: int) -> dict[str, str]:
    return {name: column.text(row) for name, column in made.arrays.items()}


def shown(*rows: list[Observation]) -> ObservationTable:
    return observation_table(replace(book(*rows), sources=(Source("rekap", FILE),)), "id")


def test_an_observation_is_told_in_words_with_its_file_and_cell() -> None:
    made = shown(
        counted("62.03", active=73_884, segment="BPU", vintage="2025", row=9, nature=Nature.INVENTED)
    )

    assert texts(made, 0) == {
        "as_of": "31 Maret 2025",
        "region": "62.03",
        "name": "Kapuas",
        "segment": "BPU",
        "measure": "Peserta aktif",
        "value": "73.884",
        "vintage": "",
        "nature": "rekaan untuk contoh",
        "source": FILE,
        "cell": "Rekap!D9",
        "note": "",
    }


def test_a_reported_coverage_is_a_percentage_and_copied_as_a_plain_number() -> None:
    made = shown(counted(reported=0.4544))

    assert made.arrays["value"].text(0) == "45,44 %"
    assert made.arrays["value"].copied(0) == "45,44"
    assert shown(counted(reported=0.462)).arrays["value"].text(0) == "46,2 %"


def test_the_name_of_the_source_is_not_searched() -> None:
    made = observation_table(kalteng(), "id")

    rows = made.matching("kapuas 2025", {})

    assert len(rows) == 3
    assert {made.arrays["as_of"].value(int(row)) for row in rows} == {MARCH}


def test_what_was_not_reported_is_a_dash() -> None:
    frame = table([replace(counted(active=1)[0], value=None)])

    made = observation_table(Book(observations=frame), "id")

    assert made.arrays["value"].text(0) == "–"
    assert made.arrays["value"].value(0) is None


def test_a_year_and_its_december_are_told_apart() -> None:
    made = shown(counted(active=1, as_of=year(2024)), counted(active=2, as_of=month(2024, 12)))

    assert [made.arrays["as_of"].text(row) for row in range(2)] == ["tahun 2024", "31 Desember 2024"]


def test_every_word_must_be_found_in_some_column() -> None:
    made = observation_table(kalteng(), "id")

    rows = made.matching("kapuas potensi rekap!c9", {})

    assert [texts(made, int(row))["value"] for row in rows] == ["164.619"]


def test_choices_narrow_exactly() -> None:
    made = observation_table(kalteng(), "id")

    rows = made.matching("", {"region": "62.03", "as_of": MARCH, "measure": "active"})

    assert len(rows) == 1
    assert made.figure(int(rows[0])) == FigureRef("active", "62.03", "", MARCH)
    assert made.find(FigureRef("active", "62.03", "", MARCH)) == int(rows[0])


def test_a_value_that_no_row_has_matches_nothing() -> None:
    made = observation_table(kalteng(), "id")

    assert len(made.matching("", {"region": "11"})) == 0
    assert made.find(FigureRef("active", "11", "", MARCH)) is None


def test_choices_come_in_the_order_of_a_sort_without_the_empty_one() -> None:
    made = shown(
        counted(active=1), counted(active=2, as_of=month(2023, 1)), counted("62.03", active=1, vintage="x")
    )

    assert [text for _, text in made.choices("as_of")] == ["31 Januari 2023", "31 Maret 2025"]
    assert made.choices("vintage") == []


def test_cells_are_ordered_as_people_order_them() -> None:
    made = shown(counted(active=1, row=10), counted(active=2, row=9), counted(active=3, row=100))

    rows = made.arrays["cell"].ordered(made.matching("", {}))

    assert [made.arrays["cell"].text(int(row)) for row in rows] == ["Rekap!D9", "Rekap!D10", "Rekap!D100"]


def test_an_empty_book_gives_an_empty_table() -> None:
    made = observation_table(Book(), "id")

    assert made.count == 0
    assert len(made.matching("kapuas", {})) == 0


def test_copying_many_rows_can_be_stopped() -> None:
    made = observation_table(kalteng(), "id")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        made.lines([0, 1], ["name"], stop)
    assert made.lines([0, 1], ["region", "name"]) == ["62.01\tKotawaringin Barat"] * 2
