"""What was answered before, applied to a real file."""

from dataclasses import replace

import pytest

from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.decision_words import reason_of
from model.excel.decisions import Decision, Standing
from model.excel.earlier_answers import Earlier, Examined, examined, lasting_answers
from model.excel.examine import examine
from model.excel.grid import Grid
from model.excel.importing import Import
from model.excel.refusal import refusal
from model.recipe_text import Remembered
from model.recipes import Recipe
from tests.builders.office import grid, sheet

STRANGE = "Pulpis Raya"
HEADER = ["Kabupaten/Kota", "Potensi", "Peserta Aktif"]
ROWS: list[list[str | int]] = [
    ["Kapuas", 1000, 400],
    ["Katingan", 800, 500],
    [STRANGE, 500, 100],
    ["Palangka Raya", 900, 450],
]


def march(*more: list[str | int], title: str = "Keadaan per 31 Maret 2025") -> Grid:
    return grid(sheet([title], HEADER, *ROWS, *more))


def looked_at(
    workbook: Grid, given: Answers | None = None, earlier: Earlier | None = None, **options: object
) -> Examined:
    return examined(
        lambda answers: examine(workbook, answers),
        given or Answers(),
        earlier or Earlier(),
        **options,  # type: ignore[arg-type]
    )


def decision(found: Examined, about: About, key: str = "") -> Decision:
    return next(one for one in found.result.decisions if (one.about, one.key) == (about, key))


def remembered(found: Examined, given: Answers) -> Earlier:
    recipe = Recipe("Rekap", found.shape, lasting_answers(found, given))
    return Earlier(own=Remembered((recipe,)))


def test_what_one_month_was_answered_the_next_month_is_not_asked() -> None:
    given = Answers("62").having(About.NAME, "pulpis raya", "62.11")
    first = looked_at(march(), given)
    second = looked_at(march(title="Keadaan per 30 April 2025"), earlier=remembered(first, given))

    assert [one.about for one in looked_at(march()).result.questions] == [About.NAME]
    assert second.result.questions == ()
    told = decision(second, About.NAME, "pulpis raya")
    assert (told.value, told.standing, told.reason) == ("62.11", Standing.RECIPE, "answered_in_recipe")
    assert set(second.result.book.observations["region"]) >= {"62.11", "62.03"}
    assert {str(day.date()) for day in second.result.book.observations["as_of"]} == {"2025-04-30"}
    assert [source.recipe for source in second.result.book.sources] == ["Rekap"]


def test_the_person_goes_before_the_recipe_and_the_recipe_before_the_offices_name() -> None:
    given = Answers().having(About.NAME, "pulpis raya", "62.11")
    earlier = replace(
        remembered(looked_at(march(), given), given), book=Remembered((), {"pulpis raya": "62.13"})
    )

    by_recipe = looked_at(march(), earlier=earlier)
    by_person = looked_at(march(), Answers().having(About.NAME, "pulpis raya", "62.12"), earlier)

    assert decision(by_recipe, About.NAME, "pulpis raya").value == "62.11"
    told = decision(by_person, About.NAME, "pulpis raya")
    assert (told.value, told.standing) == ("62.12", Standing.ANSWERED)


def test_the_offices_own_name_is_known_without_any_recipe_and_the_books_goes_first() -> None:
    earlier = Earlier(
        book=Remembered((), {"pulpis raya": "62.11"}), own=Remembered((), {"pulpis raya": "62.13"})
    )
    told = decision(looked_at(march(), earlier=earlier), About.NAME, "pulpis raya")

    assert (told.value, told.standing, told.reason) == ("62.11", Standing.RECIPE, "answered_before")


def test_what_was_taken_back_is_asked_again() -> None:
    earlier = Earlier(own=Remembered((), {"pulpis raya": "62.11"}))
    first = looked_at(march(), earlier=earlier)
    key = (About.NAME, "pulpis raya")
    again = looked_at(march(), earlier=earlier, refused=frozenset([key]), before=first)

    assert first.result.questions == ()
    assert [(one.about, one.key) for one in again.result.questions] == [key]


def test_the_shape_is_that_of_the_file_whatever_was_answered() -> None:
    given = Answers("62").having(About.TABLE, "rekap", "leave").having(About.COLUMN, "potensi", "left_out")

    assert looked_at(march(), given).shape == looked_at(march()).shape != ()


def test_the_recipe_keeps_no_position() -> None:
    given = Answers().having(About.POSITION, "", "2025-03").having(About.POSITION, "rekap", "2025-03")
    found = looked_at(march(title="Rekap"), given)

    assert lasting_answers(found, given) == Answers()


def test_a_file_that_shows_nothing_is_looked_at_as_one_of_the_office() -> None:
    seen: list[str] = []

    def reads(answers: Answers) -> Import:
        seen.append(answers.province)
        if not answers.province:
            raise refusal("nothing_recognised", "rekap.xlsx")
        return examine(march(), answers)

    found = examined(reads, Answers(), Earlier(usual_province="62"))

    assert seen[:2] == ["", "62"]
    assert found.helped.province == "62"
    assert len(found.result.book.observations)
    with pytest.raises(UnusableFileError):
        examined(reads, Answers(), Earlier())


def test_every_reason_of_an_earlier_answer_is_a_sentence_in_both_languages() -> None:
    given = Answers("62").having(About.NAME, "pulpis raya", "62.11")
    earlier = replace(remembered(looked_at(march(), given), given), usual_province="62")
    found = [
        *looked_at(march(), earlier=earlier).result.decisions,
        *looked_at(march(), earlier=Earlier(own=Remembered((), {"pulpis raya": "62.11"}))).result.decisions,
    ]

    reasons = {one.reason for one in found if one.standing is Standing.RECIPE}
    assert reasons == {"answered_in_recipe", "answered_before"}
    assert all(reason_of(one, language) for one in found for language in ("id", "en"))
