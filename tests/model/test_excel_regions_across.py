"""Regions side by side as columns: the table is turned, and every cell keeps its own address."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.excel.answers import About
from model.excel.examine import examine
from model.excel.grid import Cell, Sheet, place
from model.excel.importing import Import, Role
from tests.builders.any_layout import any_layouts
from tests.builders.examined import answering, cells, decided, look, open_questions, painted, values
from tests.builders.layout_facts import REPORTED, Facts, check_given_back
from tests.builders.layouts import Style, drawn
from tests.builders.office import REGENCIES, TITLE, body, grid, names, sheet
from tests.builders.turned_pages import turned_page

POTENTIAL, ACTIVE = range(1000, 1014), range(400, 414)
ACROSS = sheet(
    [TITLE], ["Uraian", *names()], ["Potensi", *POTENTIAL], ["Peserta aktif", *ACTIVE], name="Ke samping"
)  # fmt: skip
SEVERAL = names(4)


def told(result: Import) -> list[tuple[str, str]]:
    """What was said and where, without the remarks that every table has."""
    usual = {"table_read", "table_read_several", "region_without_row", "regions_across_read"}
    return [(p.code, p.cell) for p in result.book.problems if p.code not in usual]


def check_addresses(result: Import, page: Sheet) -> None:
    """Fail where a figure is not the one in the cell that it names."""
    frame = result.book.observations
    for address, value, measure in zip(frame["cell"], frame["value"], frame["measure"], strict=True):
        row, column = place(address)
        written = page.cell(row, column)
        assert isinstance(written, int | float), address
        assert value == pytest.approx(written / 100 if measure == REPORTED else written), address


@given(any_layouts().filter(lambda layout: not layout[1].blocks), st.booleans())
@settings(deadline=None, max_examples=60)
def test_any_table_that_is_turned_gives_the_same_figures_each_with_its_own_cell(
    layout: tuple[Facts, Style], noted: bool
) -> None:
    facts, style = layout
    # Blocks and rows that tell kinds of regions apart have no likeness on a turned page.
    style = replace(style, notes=(), number="number", share="points", level=False, blank_above=1)
    page = turned_page(drawn(facts, style).sheet, *(["Sumber: BPJS"] if noted else []))
    result = examine(grid(page))

    check_given_back(result.book, facts.truth(province=style.prints_province))
    check_addresses(result, page)


def test_every_figure_names_its_own_cell() -> None:
    found = cells(look(ACROSS).book)

    for column, (name, potential, active) in enumerate(zip(names(), POTENTIAL, ACTIVE, strict=True), 1):
        letter = "ABCDEFGHIJKLMNO"[column]
        code = decided_code(column)
        assert found.get(("eligible", "", "2025-03-31", code)) == (potential, f"Ke samping!{letter}3"), name
        assert found.get(("active", "", "2025-03-31", code)) == (active, f"Ke samping!{letter}4"), name
    assert len(found) == 28


def decided_code(number: int) -> str:
    """The code of the sample province's regency of that number."""
    return REGENCIES[number - 1].code


def test_findings_decisions_and_painted_blocks_stand_at_the_real_cells() -> None:
    page = sheet(
        ["Rekap"], [TITLE], [], ["Uraian", "Kab. Kapuas", "Kab. Katngan", "Seruyan", "Lamandau", "Jumlah"],
        ["Potensi", 10, 20, 30, 40, 999], ["Terdaftar", 1, 2, 3, 4, 10], ["Sumber: BPJS"],
    )  # fmt: skip
    result = look(page)

    assert ("name_suggested", "C4") in told(result)
    assert ("printed_total_differs", "F5") in told(result)
    assert decided(result, About.NAME, "kab katngan").places == ((3, 2),)
    assert decided(result, About.COLUMN, "terdaftar").places == ((5, 0),)
    assert decided(result, About.COLUMN, "potensi").places == ((4, 0),)
    assert painted(result, Role.TITLE) == {(0, 0), (1, 0)}
    assert painted(result, Role.REGION) == {(3, column) for column in range(1, 6)} - {(3, 2), (3, 5)}
    assert painted(result, Role.HEADER) == {(3, 0), (4, 0), (5, 0)}
    (table,) = result.tables
    assert (table.top, table.left, table.bottom, table.right) == (3, 0, 5, 5)


def test_it_is_said_that_the_table_was_turned() -> None:
    (said,) = (problem for problem in look(ACROSS).book.problems if problem.code == "regions_across_read")

    assert (said.cell, str(said.severity)) == ("B2", "info")
    assert "berjajar ke samping" in said.text()


def test_answers_about_a_turned_table_are_taken() -> None:
    page = sheet(
        [TITLE],
        ["Uraian", *SEVERAL, "Katngan"],
        ["Terdaftar", 41, 52, 63, 47, 58],
        ["Potensi", *range(100, 105)],
    )
    asked = open_questions(look(page))
    answers = answering({(About.COLUMN, "terdaftar"): "active", (About.NAME, "katngan"): "62.06"})
    result = look(page, answers=answers)

    assert asked == [("column", "terdaftar"), ("name", "katngan")]
    assert not result.questions
    assert cells(result.book).get(("active", "", "2025-03-31", "62.06")) == (58, "Rekap!F3")


def test_headings_between_the_rows_head_those_below_them() -> None:
    page = sheet(
        [TITLE], ["Uraian", *SEVERAL],
        ["A. Penerima Upah"], ["  1. Potensi", 1, 2, 3, 4], ["  2. Peserta aktif", 5, 6, 7, 8],
        ["B. Bukan Penerima Upah"], ["  1. Potensi", 11, 12, 13, 14], ["  2. Peserta aktif", 15, 16, 17, 18],
    )  # fmt: skip
    found = cells(look(page).book)

    assert found.get(("eligible", "PU", "2025-03-31", "62.01")) == (1, "Rekap!B4")
    assert found.get(("active", "BPU", "2025-03-31", "62.04")) == (18, "Rekap!E8")
    assert len(found) == 16


def test_a_measure_without_figures_is_no_heading_of_the_next_one() -> None:
    page = sheet([TITLE], ["Uraian", *SEVERAL], ["Target"], ["Peserta aktif", 5, 6, 7, 8])
    result = look(page)

    assert {key[0] for key in values(result.book)} == {"active"}
    assert not any(target_set.targets for target_set in result.book.target_sets)


def test_months_above_the_names_and_several_tables_on_one_sheet() -> None:
    months = sheet(
        ["Peserta Aktif"], ["Segmen", "Januari 2025", None, None, "Februari 2025"],
        [None, *SEVERAL[:3], *SEVERAL[:3]], ["PU", 1, 2, 3, 4, 5, 6], ["BPU", 7, 8, 9, 10, 11, 12],
        merges=["B2:D2", "E2:G2"],
    )  # fmt: skip
    years = sheet(
        ["Peserta aktif dan potensi"],
        ["Tahun 2023"], ["Uraian", *SEVERAL], ["Potensi", 10, 20, 30, 40], ["Aktif", 1, 2, 3, 4], [],
        ["Tahun 2024"], ["Uraian", *SEVERAL], ["Potensi", 11, 21, 31, 41], ["Aktif", 5, 6, 7, 8],
    )  # fmt: skip
    across, stacked = cells(look(months).book), cells(look(years).book)

    assert across.get(("active", "BPU", "2025-02-28", "62.03")) == (12, "Rekap!G5")
    assert stacked.get(("active", "", "2023-12-31", "62.01")) == (1, "Rekap!B5")
    assert stacked.get(("active", "", "2024-12-31", "62.04")) == (8, "Rekap!E10")
    assert len(stacked) == 16


def test_one_below_a_table_with_a_row_for_each_region_is_read_beside_it() -> None:
    page = sheet(
        [TITLE], ["No", "Kab/Kota", "Aktif"], *body([400, 500, 600]), [], ["Uraian", *names(3)],
        ["Potensi", 1000, 1100, 1200],
    )  # fmt: skip
    found = cells(look(page).book)

    assert found.get(("active", "", "2025-03-31", "62.03")) == (600, "Rekap!C5")
    assert found.get(("eligible", "", "2025-03-31", "62.01")) == (1000, "Rekap!B8")
    assert len(found) == 6


def test_regions_across_and_down_at_once_are_no_turned_table() -> None:
    lines: list[list[Cell]] = [[name, 1, 2, 3, 4] for name in SEVERAL]
    moves = sheet([TITLE], ["Dari / ke", *SEVERAL], *lines)

    assert not any(problem.code == "regions_across_read" for problem in look(moves).book.problems)


def test_what_follows_the_signature_is_no_part_of_it() -> None:
    page = sheet(
        [TITLE], ["Uraian", *SEVERAL], ["Potensi", 10, 20, 30, 40],
        [None, None, "Palangka Raya, 5 April 2025"], [None, None, "NIP. 19700101 199503 1 001"],
        ["Peserta aktif", 1, 2, 3, 4],
    )  # fmt: skip

    assert {key[0] for key in values(look(page).book)} == {"eligible"}
