from dataclasses import replace
from datetime import date
from typing import Any

from model.book import Source
from model.coverage import coverage_table
from model.observations import Nature, Observation
from model.periods import year
from model.summary import Summary, booklet_regions, summarise
from tests.builders.books import DECEMBER, MARCH, PUBLISHED, book, counted, every_regency, target_of


def sheet(*rows: list[Observation], **choices: Any) -> Summary:  # noqa: ANN401  what summarise takes
    made = book(*rows, target_sets=(target_of(0.6603),))
    printed_on = date(2025, 4, 3)
    return summarise(made, printed_on=printed_on, book_name="Rekap.xlsx", target_set="tersirat", **choices)


def test_the_sheet_has_the_five_figures_with_their_changes() -> None:
    figures = sheet(*PUBLISHED).key_figures

    assert [figure.name for figure in figures] == [
        "coverage",
        "active",
        "eligible",
        "unprotected",
        "shortfall",
    ]
    assert [figure.value for figure in figures[1:]] == [465_940, 1_009_250, 543_310, 200_468]
    assert [figure.change for figure in figures[1:]] == [-346, -16_908, -16_562, -10_819]


def test_the_sheet_says_why_the_figure_moved() -> None:
    made = sheet(*PUBLISHED)

    assert made.headline.startswith("Cakupan naik 0,73 poin persen")
    assert "Basis potensi berganti" in made.explanation


def test_the_sheet_of_an_earlier_position_knows_nothing_later() -> None:
    made = sheet(*PUBLISHED, as_of=year(2024))

    assert made.as_of == DECEMBER
    assert made.figure.positions[-1] == DECEMBER
    assert all(problem.facts["as_of"] != MARCH for problem in made.notes)


def test_the_sheet_of_a_regency_shows_its_segments() -> None:
    rows = [counted("62.02", active=3, eligible=10, segment=name) for name in ("PU", "BPU")]

    made = sheet(*PUBLISHED, *rows, region="62.02")

    assert made.name == "Kotawaringin Timur"
    assert [row.segment for row in made.table.rows] == ["PU", "BPU"]
    assert made.row.active == 6


def test_a_sheet_of_one_segment_totals_and_notes_that_segment_alone() -> None:
    rows = [
        counted("62.02", active=active, eligible=10, segment=name)
        for name, active in (("PU", 12), ("BPU", 11))
    ]
    mixed = sheet(*PUBLISHED, *rows, region="62.02", segment="PU")

    assert (mixed.table.rows, mixed.table.total) == ((), mixed.row)
    assert mixed.row.active == 12
    assert {str(problem.facts["name"]) for problem in mixed.notes if problem.code == "over_100"} == {
        "Kotawaringin Timur PU"
    }


def test_the_sheet_knows_the_document_of_its_target() -> None:
    made = sheet(*PUBLISHED)

    assert made.target_basis == target_of(0.6603).basis


def test_the_notes_hold_what_a_reader_must_know() -> None:
    made = sheet(*PUBLISHED, counted("62.03", active=73_884, eligible=164_619, reported=0.462))

    assert {"break_named", "reported_differs", "region_missing"} <= {problem.code for problem in made.notes}


def test_the_sources_name_the_cells_of_the_key_figures() -> None:
    from dataclasses import replace

    made = replace(
        book(counted(active=4, eligible=10, row=21)), sources=(Source("rekap", "Rekap.xlsx", "ab" * 32),)
    )

    (citation,) = summarise(made, printed_on=date(2025, 4, 3), book_name="Rekap.xlsx").sources

    assert citation.file == "Rekap.xlsx"
    assert citation.cells == ("Rekap!D21", "Rekap!C21")


def test_made_up_figures_are_said() -> None:
    invented = [replace(found, nature=Nature.INVENTED) for found in every_regency()]

    assert sheet(*PUBLISHED, invented).invented
    assert not sheet(*PUBLISHED).invented


def test_a_derived_base_is_noted_with_its_derivation() -> None:
    rows = [
        counted(active=466_286, as_of=DECEMBER),
        counted(eligible=1_026_158, as_of=DECEMBER, nature=Nature.DERIVED),
        counted(active=465_940, eligible=1_009_250),
    ]
    made = sheet(*rows)

    assert "derived_figure" in {problem.code for problem in made.notes}
    assert [figure.approximate for figure in made.key_figures] == [False, False, True, True, True]


def test_a_booklet_begins_with_the_province_and_follows_its_table() -> None:
    made = book(*PUBLISHED, every_regency())

    whose = booklet_regions(made)

    assert whose[0] == ""
    assert len(whose) == 1 + 14
    assert whose[1:] == tuple(row.code for row in coverage_table(made).rows)
