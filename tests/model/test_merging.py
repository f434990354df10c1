from dataclasses import replace
from datetime import date

import pytest

from model.book import Book, Note, Source, Target, TargetSet, merged
from model.observations import Nature, Observation
from model.periods import Period
from model.problems import Severity
from model.quality import find_problems
from model.recipes import Recipe
from tests.builders.books import DECEMBER, MARCH, book, counted


def from_file(*rows: list[Observation], source: str = "rekap", sha256: str = "a" * 64) -> Book:
    return replace(book(*rows), sources=(Source(source, f"{source}.xlsx", sha256),))


def values(found: Book) -> list[float]:
    return [float(value) for value in found.observations["value"]]


def test_two_files_of_one_name_stay_two_sources() -> None:
    january = from_file(counted(active=5))
    february = from_file(counted(active=6, as_of=DECEMBER), sha256="b" * 64)

    both = merged((january, february))

    assert [source.id for source in both.sources] == ["rekap", "rekap-2"]
    assert both.observations["source"].tolist() == ["rekap", "rekap-2"]
    assert both.problems == ()


def test_the_same_file_twice_is_said_and_not_doubled() -> None:
    once = from_file(counted("62.01", active=5, eligible=9))

    twice = merged((once, replace(once, sources=(replace(once.sources[0], file="salinan.xlsx"),))))

    assert values(twice) == [5, 9]
    assert len(twice.sources) == 1
    (problem,) = twice.problems
    assert (problem.severity, problem.code, problem.file) == (
        Severity.INFO,
        "file_read_before",
        "salinan.xlsx",
    )
    assert "2 angkanya tidak ditambahkan lagi" in problem.text()
    assert "not added again" in problem.text("en")


def test_the_same_file_under_another_id_is_recognised_by_its_bytes() -> None:
    first = from_file(counted(active=5))
    again = from_file(counted(active=5, source="kiriman"), source="kiriman")

    both = merged((first, again))

    assert values(both) == [5]
    assert both.observations["source"].tolist() == ["rekap"]


def test_what_was_left_out_of_a_file_before_is_added_and_said() -> None:
    first = from_file(counted("62.01", active=5, row=3))
    more = from_file(counted("62.01", active=5, row=3), counted("62.02", active=6, row=4))

    both = merged((first, more))

    assert values(both) == [5, 6]
    (problem,) = both.problems
    assert problem.code == "file_read_before_more"
    assert "1 angka dari sel lain ditambahkan" in problem.text()


def test_a_corrected_file_is_another_file_and_contradicts_the_first() -> None:
    first = from_file(counted("62.03", active=5, row=3))
    corrected = from_file(
        counted("62.03", active=7, row=3, source="perbaikan"), source="perbaikan", sha256="b" * 64
    )

    problems = find_problems(merged((first, corrected)))

    (problem,) = [found for found in problems if found.severity is Severity.ERROR]
    assert problem.code == "contradiction"
    assert "rekap.xlsx Rekap!D3" in problem.text()
    assert "perbaikan.xlsx Rekap!D3" in problem.text()
    assert "Yang dipakai 5" in problem.text()


def test_the_same_figures_in_two_files_are_stored_and_said_once() -> None:
    rows = [counted(code, active=5, row=row) for row, code in enumerate(("62.01", "62.02"), 3)]
    again = [counted(code, active=5, row=row, source="dua") for row, code in enumerate(("62.01", "62.02"), 8)]
    both = merged((from_file(*rows), from_file(*again, source="dua", sha256="b" * 64)))

    problems = [found for found in find_problems(both) if found.code == "same_figure_twice"]

    (problem,) = problems
    assert values(both) == [5, 5]
    assert [source.id for source in both.sources] == ["rekap", "dua"]
    assert problem.severity is Severity.INFO
    assert problem.facts["count"] == 2
    for place in ("rekap.xlsx Rekap!D3", "dua.xlsx Rekap!D8"):
        assert place in problem.text()
        assert place in problem.text("en")


def of_second_file(**figures: object) -> Book:
    rows = counted(**{"active": 5, "eligible": 9, "vintage": "2025", "source": "dua", **figures})  # type: ignore[arg-type]
    return from_file(rows, source="dua", sha256="b" * 64)


@pytest.mark.parametrize(
    ("figures", "added"),
    [
        ({}, 0),
        ({"row": 7}, 0),
        ({"eligible": 10}, 1),
        ({"vintage": "2024"}, 1),
        ({"segment": "PU"}, 2),
        ({"region": "62.01"}, 2),
        ({"as_of": DECEMBER}, 2),
        ({"nature": Nature.DERIVED}, 2),
    ],
)
def test_only_the_very_same_figure_is_not_stored_a_second_time(
    figures: dict[str, object], added: int
) -> None:
    first = from_file(counted(active=5, eligible=9, vintage="2025"))

    assert len(merged((first, of_second_file(**figures))).observations) == 2 + added


def test_a_figure_that_is_twice_within_one_file_stays_as_the_file_has_it() -> None:
    rows = (counted(active=5, row=3, source="dua"), counted(active=5, row=9, source="dua"))
    twice = from_file(*rows, source="dua", sha256="b" * 64)

    assert values(merged((from_file(counted("62.01", active=1)), twice))) == [1, 5, 5]


def test_a_figure_that_was_not_reported_in_two_files_is_there_once() -> None:
    empty = from_file([replace(found, value=None) for found in counted(active=1)])
    again = of_second_file(active=None, eligible=None, employed=1)
    nothing = replace(again, observations=again.observations.assign(value=float("nan"), measure="active"))

    assert len(merged((empty, nothing)).observations) == 1


def test_a_note_that_only_the_later_figure_has_is_kept_with_it() -> None:
    noted = of_second_file()
    noted = replace(noted, observations=noted.observations.assign(note=["angka sementara", ""]))

    both = merged((from_file(counted(active=5, eligible=9, vintage="2025")), noted))

    assert both.observations["note"].tolist() == ["", "", "angka sementara"]


def test_a_file_of_repeated_and_contradicting_figures_read_again_adds_nothing() -> None:
    first = from_file(counted(active=5, eligible=9, vintage="2025"))
    second = of_second_file(eligible=10)
    both = merged((first, second))

    again = merged((both, second))

    assert len(both.observations) == len(again.observations) == 3
    assert [problem.code for problem in again.problems] == ["same_figure_twice", "file_read_before"]
    assert again.problems[1].facts["count"] == 2


def test_a_figure_typed_into_two_copies_of_a_book_is_there_once() -> None:
    typed = [replace(found, sheet="Data", cell="F2") for found in counted(active=5, source="BPS")]
    one = replace(book(typed), sources=(Source("BPS", "Statistik 2025"),), notes=(Note(None, "A", "Cek"),))

    both = merged((one, one))

    assert values(both) == [5]
    assert both.notes == one.notes
    assert both.problems == ()


def test_another_figure_in_the_same_cell_of_a_copy_is_kept_beside_the_first() -> None:
    typed = [replace(found, sheet="Data", cell="F2") for found in counted(active=5, source="BPS")]
    one = replace(book(typed), sources=(Source("BPS", "Statistik 2025"),))
    changed = replace(one, observations=one.observations.assign(value=6.0))

    assert values(merged((one, changed))) == [5, 6]


def test_recipes_and_names_of_the_first_book_go_before_those_of_the_second() -> None:
    mine = replace(
        book(), recipes=(Recipe("Rekap", ("[a]",), made_on=date(2025, 1, 1)),), aliases={"kotim": "62.02"}
    )
    theirs = replace(
        book(),
        recipes=(Recipe("Lain", ("[a]",)), Recipe("Rekap", ("[b]",))),
        aliases={"kotim": "62.01", "kobar": "62.01"},
    )

    both = merged((mine, theirs))

    assert [(recipe.name, recipe.shape) for recipe in both.recipes] == [
        ("Rekap", ("[a]",)),
        ("Rekap (2)", ("[b]",)),
    ]
    assert both.aliases == {"kotim": "62.02", "kobar": "62.01"}


def test_a_position_of_its_own_is_no_conflict() -> None:
    both = merged(
        (from_file(counted(active=5)), from_file(counted(active=6, as_of=DECEMBER), sha256="b" * 64))
    )

    assert MARCH.day in {day.date() for day in both.observations["as_of"]}
    assert [
        found.code for found in find_problems(both) if "twice" in found.code or "contra" in found.code
    ] == []


def target(value: float, region: str = "62", at: Period = MARCH) -> Target:
    return Target(at, region, "percent", value)


def test_targets_of_two_files_of_one_name_are_two_sets() -> None:
    january, february = (
        replace(from_file(counted(active=5), sha256=letter * 64), target_sets=(of_file,))
        for letter, of_file in (
            ("a", TargetSet("rekap", "rekap.xlsx", (target(0.5),))),
            ("b", TargetSet("rekap", "rekap.xlsx", (target(0.7),))),
        )
    )

    assert [(found.name, found.targets[0].value) for found in merged((january, february)).target_sets] == [
        ("rekap", 0.5),
        ("rekap-2", 0.7),
    ]
    assert merged((january, january)).target_sets == january.target_sets


def test_targets_of_one_set_in_two_books_are_put_together() -> None:
    one = replace(book(), target_sets=(TargetSet("RPJMD", "Perda 3", (target(0.5),)),))
    other = replace(book(), target_sets=(TargetSet("RPJMD", "", (target(0.5), target(0.7, at=DECEMBER))),))

    (both,) = merged((one, other)).target_sets

    assert both == TargetSet("RPJMD", "Perda 3", (target(0.5), target(0.7, at=DECEMBER)))


@pytest.mark.parametrize(
    "other", [TargetSet("RPJMD", "Perda 3", (target(0.6),)), TargetSet("RPJMD", "Perda 4", (target(0.5),))]
)
def test_a_set_that_contradicts_another_of_its_name_is_kept_beside_it(other: TargetSet) -> None:
    one = TargetSet("RPJMD", "Perda 3", (target(0.5),))
    books = tuple(replace(book(), target_sets=(found,)) for found in (one, other, other))

    assert merged(books).target_sets == (one, replace(other, name="RPJMD (2)"))
