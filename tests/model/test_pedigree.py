import pytest

from model.pedigree import FigureRef, pedigree
from model.periods import month
from tests.builders.books import MARCH, PUBLISHED, book, counted, every_regency, target_of


def ref(name: str, region: str = "62", target_set: str = "") -> FigureRef:
    return FigureRef(name, region, "", MARCH, target_set)


def test_coverage_leads_to_both_counts_and_their_cells() -> None:
    found = pedigree(
        book(counted(active=465_940, eligible=1_009_250, reported=0.462, row=21)), ref("coverage")
    )

    assert found.value == pytest.approx(0.46167, abs=5e-6)
    assert [(made.measure, made.value) for made in found.inputs] == [
        ("active", 465_940),
        ("eligible", 1_009_250),
    ]
    assert [made.cells[0].cell for made in found.inputs] == ["D21", "C21"]
    assert [cell.cell for cell in found.reported] == ["E21"]


def test_a_total_leads_to_the_cells_of_all_its_parts() -> None:
    found = pedigree(book(every_regency()), ref("active"))

    assert found.value == 560
    assert len(found.inputs[0].cells) == 14


def test_a_printed_total_that_equals_its_parts_is_cited_itself() -> None:
    found = pedigree(book(every_regency(), counted(active=560, row=30)), ref("active"))

    assert [cell.cell for cell in found.inputs[0].cells] == ["D30"]


def test_a_total_that_its_parts_contradict_is_not_cited() -> None:
    found = pedigree(book(every_regency(), counted(active=999, row=30)), ref("active"))

    assert found.value == 560
    assert "D30" not in [cell.cell for cell in found.inputs[0].cells]


def test_the_shortfall_leads_to_target_and_participants() -> None:
    made = book(*PUBLISHED, target_sets=(target_of(0.6603),))

    found = pedigree(made, ref("shortfall", target_set="tersirat"))

    assert found.value == 200_468
    assert [(made.measure, made.value) for made in found.inputs] == [("target", 666_408), ("active", 465_940)]


def test_the_target_leads_to_its_rate_and_the_base() -> None:
    made = book(*PUBLISHED, target_sets=(target_of(0.6603),))

    found = pedigree(made, ref("target", target_set="tersirat"))

    assert [(made.measure, made.value) for made in found.inputs] == [
        ("target_rate", 0.6603),
        ("eligible", 1_009_250),
    ]


def test_a_change_leads_to_both_positions() -> None:
    found = pedigree(book(*PUBLISHED), ref("change"))

    assert [made.measure for made in found.inputs] == [
        "active",
        "eligible",
        "active_before",
        "eligible_before",
    ]
    assert found.inputs[2].value == 466_286


def test_employed_leads_to_the_year_that_it_was_counted() -> None:
    found = pedigree(book(*PUBLISHED, counted(employed=1_402_275, as_of=month(2024, 8))), ref("employed"))

    assert found.value == 1_402_275
    assert found.inputs[0].cells[0].as_of == month(2024, 8)


def test_what_is_not_known_has_no_value_and_no_cells() -> None:
    found = pedigree(book(*PUBLISHED), ref("coverage", "62.03"))

    assert found.value is None
    assert [made.value for made in found.inputs] == [None, None]
