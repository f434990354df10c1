"""How a column writes its numbers: decided by evidence, asked where there is none, and answered for good."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from model.excel.answers import About, Answers
from model.excel.decision_words import reason_of, value_of
from model.excel.decisions import Decision, Standing
from model.excel.examine import examine
from model.excel.grid import Cell
from model.excel.importing import Import
from model.measures import Measure
from tests.builders.office import TITLE, body, figures, grid, sheet

VALUES = {About.NOTATION, About.SHARE, About.SCALE}
Given = dict[tuple[About, str], str]


def examined(
    header: Sequence[str],
    *columns: Sequence[Cell],
    given: Given | None = None,
    percents: Iterable[tuple[int, int]] = (),
    title: str = TITLE,
) -> Import:
    """What comes of a table; its first figure stands in C4, *percents* are counted from there."""
    made = sheet([title], [], ["No", "Kab/Kota", *header], *body(*columns))
    made = replace(made, percents=frozenset((row + 3, column + 2) for row, column in percents))
    return examine(grid(made), Answers(given=given or {}))


def decided(found: Import, about: About) -> Decision:
    """The only decision about one thing, told in both languages."""
    (decision,) = [decision for decision in found.decisions if decision.about is about]
    assert reason_of(decision, "id") != reason_of(decision, "en")
    assert all(value_of(about, value, "en") != value for value in decision.options)
    return decision


def told(decision: Decision) -> tuple[str, str, str]:
    return decision.value, str(decision.standing), decision.reason


def people(found: Import, measure: Measure = Measure.ACTIVE) -> list[float | None]:
    return list(figures(found.book, measure).values())


@pytest.mark.parametrize(
    ("cells", "value", "reason", "result"),
    [
        (["1.170", "1132"], ",", "notation_mixed", [1170, 1132]),
        (["1,170", "2,301"], ".", "notation_people", [1170, 2301]),
        (["1.170", "12.345.678"], ",", "notation_shown", [1170, 12345678]),
        ([*["45.148"] * 6, "17.5"], ",", "notation_majority", [*[45148] * 6, None]),
    ],
)
def test_what_dots_and_commas_mean_is_shown_by_the_column(
    cells: list[Cell], value: str, reason: str, result: list[float | None]
) -> None:
    found = examined(["Aktif"], cells)

    assert told(decided(found, About.NOTATION)) == (value, "recognised", reason)
    assert people(found) == result


def test_thousands_without_evidence_are_asked_and_an_answer_settles_them() -> None:
    header, cells = ["Potensi (ribu orang)"], ["104.890", "208.614"]
    found = examined(header, cells)
    asked = decided(found, About.NOTATION)

    assert told(asked) == ("", "open", "notation_unclear")
    assert set(asked.options) == {",", "."}
    assert (3, 2) in asked.places
    assert people(found, Measure.ELIGIBLE) in ([], [None, None])

    for answer, result in ((".", [104890, 208614]), (",", None)):
        given = {(About.NOTATION, asked.key): answer, (About.SCALE, asked.key): "1000"}
        settled = examined(header, cells, given=given)
        assert told(decided(settled, About.NOTATION)) == (answer, "answered", "answered")
        if result:
            assert people(settled, Measure.ELIGIBLE) == result


def test_a_column_that_contradicts_itself_is_asked() -> None:
    header, cells = ["Aktif"], ["1.170", "17.5", "2.301", "3.2"]
    asked = decided(examined(header, cells), About.NOTATION)
    settled = examined(header, cells, given={(About.NOTATION, asked.key): ","})

    assert told(asked) == ("", "open", "notation_clash")
    assert people(settled) == [1170, None, 2301, None]
    assert "ambiguous_number" in {problem.code for problem in settled.book.problems}


def test_the_number_format_of_the_cells_says_that_a_fraction_is_a_percentage() -> None:
    cells = [0.462, 0.5, 1.1]
    found = examined(["Cakupan"], cells, percents=[(row, 0) for row in range(3)])

    assert told(decided(found, About.SHARE)) == ("fraction", "recognised", "share_format")
    assert people(found, Measure.REPORTED_COVERAGE) == cells


def test_a_format_that_the_numbers_contradict_is_asked() -> None:
    found = examined(["Cakupan"], [46.2, 50.0], percents=[(0, 0), (1, 0)])
    asked = decided(found, About.SHARE)
    settled = examined(
        ["Cakupan"], [46.2, 50.0], percents=[(0, 0), (1, 0)], given={(About.SHARE, asked.key): "percent"}
    )

    assert told(asked) == ("", "open", "share_format_contradicts")
    assert people(found, Measure.REPORTED_COVERAGE) == []
    assert people(settled, Measure.REPORTED_COVERAGE) == [0.462, 0.5]


@pytest.mark.parametrize(
    ("cells", "value", "reason", "result"),
    [
        ([46.2, 50.0], "percent", "share_above_one", [0.462, 0.5]),
        (["46,2%", "50%"], "percent", "share_sign", [0.462, 0.5]),
    ],
)
def test_shares_that_show_what_they_are(
    cells: list[Cell], value: str, reason: str, result: list[float]
) -> None:
    found = examined(["Cakupan"], cells)

    assert told(decided(found, About.SHARE)) == (value, "recognised", reason)
    assert people(found, Measure.REPORTED_COVERAGE) == result


def test_shares_that_agree_with_the_counts_beside_them() -> None:
    found = examined(["Potensi", "Aktif", "Cakupan"], [1000, 2000], [5, 9], [0.5, 0.45])

    assert told(decided(found, About.SHARE)) == ("percent", "recognised", "share_recomputed")


@pytest.mark.parametrize(("answer", "result"), [("fraction", [0.462, 0.5]), ("percent", [0.00462, 0.005])])
def test_small_shares_without_evidence_are_asked(answer: str, result: list[float]) -> None:
    asked = decided(examined(["Cakupan"], [0.462, 0.5]), About.SHARE)
    settled = examined(["Cakupan"], [0.462, 0.5], given={(About.SHARE, asked.key): answer})

    assert told(asked) == ("", "open", "share_unclear")
    assert asked.options[0] == "fraction"
    assert people(settled, Measure.REPORTED_COVERAGE) == pytest.approx(result)


def test_one_share_above_one_and_a_half_among_fractions_does_not_make_them_per_cent() -> None:
    found = examined(["Cakupan"], [0.46, 0.51, 0.73, 1.62])

    assert decided(found, About.SHARE).is_open
    assert people(found, Measure.REPORTED_COVERAGE) == []


def targets(found: Import) -> list[tuple[str, float]]:
    return [(target.kind, target.value) for each in found.book.target_sets for target in each.targets]


def test_small_targets_beside_many_participants_are_per_cent() -> None:
    found = examined(["Aktif", "Target"], [4000, 9000], [66.5, 70])

    assert targets(found) == [("percent", 0.665), ("percent", 0.7)]


def test_small_targets_beside_few_participants_are_asked() -> None:
    header, columns = ["Aktif PMI", "Target PMI"], ([40, 12], [60, 20])
    found = examined(header, *columns)
    asked = decided(found, About.SHARE)
    as_people = examined(header, *columns, given={(About.SHARE, asked.key): "people"})
    as_shares = examined(header, *columns, given={(About.SHARE, asked.key): "percent"})

    assert told(asked) == ("", "open", "target_unclear")
    assert asked.options[0] == "people"
    assert targets(found) == []
    assert list(figures(as_people.book, Measure.TARGET, segment="PMI").values()) == [60, 20]
    assert targets(as_shares) == [("percent", 0.6), ("percent", 0.2)]


def test_a_target_whose_header_and_size_disagree_is_asked() -> None:
    found = examined(["Aktif", "Target (%)"], [4000, 9000], [5000, 9500])

    assert told(decided(found, About.SHARE)) == ("", "open", "target_header_contradicts")
    assert figures(found.book, Measure.TARGET) == {}


def test_a_unit_that_is_true_is_believed_and_can_be_changed() -> None:
    header, cells = ["Potensi (ribu orang)"], ["139,74", "208,6"]
    found = examined(header, cells)
    key = decided(found, About.SCALE).key
    plain = examined(header, ["139", "208"], given={(About.SCALE, key): "1"})

    assert told(decided(found, About.SCALE)) == ("1000", "recognised", "scale_header")
    assert people(found, Measure.ELIGIBLE) == [139740, 208600]
    assert people(plain, Measure.ELIGIBLE) == [139, 208]


@pytest.mark.parametrize("title", ["Peserta aktif (ribu orang) per 31 Maret 2025", TITLE])
def test_a_unit_above_plain_counts_is_asked(title: str) -> None:
    header = ["Aktif (ribu orang)"] if title == TITLE else ["Aktif"]
    found = examined(header, [45_148, 38_020, 1_132], title=title)
    asked = decided(found, About.SCALE)
    settled = examined(header, [45_148, 38_020, 1_132], title=title, given={(About.SCALE, asked.key): "1"})

    assert told(asked) == ("", "open", "scale_too_many")
    assert asked.options[:2] == ("1", "1000")
    assert people(found) == []
    assert people(settled) == [45_148, 38_020, 1_132]


def test_a_unit_that_the_other_columns_contradict_is_asked() -> None:
    found = examined(["Potensi (ribu orang)", "Aktif (orang)"], [1000, 2000, 3000], [400, 900, 1600])

    assert told(decided(found, About.SCALE)) == ("", "open", "scale_unlike")


@pytest.mark.parametrize("base", [[139, 208, 77], ["139,0", "208,0", "77,0"], [139.0, 208.0, 77.04]])
def test_a_base_a_thousand_times_too_small_is_asked(base: list[Cell]) -> None:
    header, columns = ["Potensi", "Aktif"], (base, [60_148, 90_020, 31_132])
    found = examined(header, *columns)
    asked = decided(found, About.SCALE)
    settled = examined(header, *columns, given={(About.SCALE, asked.key): "1000"})

    assert told(asked) == ("", "open", "scale_missing")
    assert people(found, Measure.ELIGIBLE) == []
    assert people(settled, Measure.ELIGIBLE) == pytest.approx([139_000, 208_000, 77_000], abs=50)


def test_an_ordinary_table_asks_nothing_about_its_values() -> None:
    found = examined(
        ["Potensi", "Aktif", "Cakupan (%)"], [1000, 2000, 3000], [400, 900, 1600], [40, 45, 53.3]
    )
    ordinary = [decision for decision in found.decisions if decision.about in VALUES]

    assert [decision.about for decision in ordinary] == [About.SHARE]
    assert all(decision.standing is Standing.RECOGNISED for decision in ordinary)
