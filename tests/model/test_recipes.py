from dataclasses import replace
from datetime import date

import pytest

from model.excel.answers import About, Answers
from model.periods import month
from model.recipe_text import NoRecipeError, Remembered, content_of, recipe_of, remembered_of, text_of
from model.recipes import Recipe, aliases_of, as_answers, compared, found, joined, lasting

FORM = ("[rekap]", "kabupaten kota", "potensi", "peserta aktif")
REKAP = Recipe("Rekap bulanan", FORM)


def test_a_recipe_is_found_by_the_very_form() -> None:
    match = found([Recipe("Lain", ("[lain]", "nama")), REKAP], FORM)

    assert match is not None
    assert (match.recipe.name, match.is_exact) == ("Rekap bulanan", True)


def test_an_exact_recipe_goes_before_a_near_one() -> None:
    near = replace(REKAP, name="Dekat", shape=(*FORM, "target"))

    match = found([near, REKAP], FORM)

    assert match is not None
    assert match.recipe.name == "Rekap bulanan"


def test_of_two_recipes_for_one_form_the_first_is_taken() -> None:
    match = found([replace(REKAP, name="Terakhir"), REKAP], FORM)

    assert match is not None
    assert match.recipe.name == "Terakhir"


def test_a_form_that_differs_is_found_and_says_in_what() -> None:
    match = found([REKAP], ("[rekap]", "kabupaten kota", "semesta", "peserta aktif", "target"))

    assert match is not None
    assert not match.is_exact
    assert match.renamed == (("potensi", "semesta"),)
    assert match.new == ("target",)
    assert match.gone == ()


def test_a_column_that_is_no_longer_there_is_gone() -> None:
    assert compared(REKAP, FORM[:-1]).gone == ("peserta aktif",)


def test_a_recipe_for_another_form_is_not_found() -> None:
    assert found([REKAP], ("[klaim]", "kabupaten kota", "jkk", "jkm", "jht")) is None
    assert found([REKAP], ()) is None
    assert found([], FORM) is None


def test_one_more_sheet_of_the_same_kind_is_the_same_form() -> None:
    january = ("[·]", "kabupaten kota", "peserta aktif")
    february = ("[· #2]", "kabupaten kota", "peserta aktif")

    match = found([Recipe("Tahunan", january)], january + february)

    assert match is not None
    assert match.is_exact


def test_a_second_table_of_another_kind_is_another_form() -> None:
    match = found([REKAP], (*FORM, "[rekap #2]", "kabupaten kota", "klaim"))

    assert match is not None
    assert match.new == ("klaim",)


def test_positions_do_not_last() -> None:
    given = Answers("62", month(2025, 3)).having(About.POSITION, "rekap", "2025-03")
    given = given.having(About.PERIOD, "aktif", "2025-03").having(About.PERIOD, "potensi", "")

    assert lasting(given) == Answers("62", given={(About.PERIOD, "potensi"): ""})


def test_names_of_persons_and_their_numbers_do_not_last() -> None:
    given = Answers().having(About.NAME, "siti aminah", "leave").having(About.NAME, "kotim", "62.02")
    given = given.having(About.COLUMN, "6202014101900001", "ignored")

    kept = lasting(given, of_persons=frozenset({"siti aminah", "kotim"}))

    assert dict(kept.given) == {(About.NAME, "kotim"): "62.02"}


def test_only_what_names_a_region_is_an_alias() -> None:
    given = Answers().having(About.NAME, "kotim", "62.02").having(About.NAME, "kantor cabang", "leave")

    assert aliases_of(given) == {"kotim": "62.02"}
    assert aliases_of(as_answers({"kotim": "62.02"})) == {"kotim": "62.02"}


def test_the_recipes_of_two_books_are_one_list_with_distinct_names() -> None:
    other = Recipe("Rekap bulanan", ("[lain]",))

    names = [recipe.name for recipe in joined([[REKAP], [replace(REKAP, note="dua kali"), other]])]

    assert names == ["Rekap bulanan", "Rekap bulanan (2)"]


MADE = Recipe(
    "Rekap",
    FORM,
    Answers("62", given={(About.NAME, "kotim"): "62.02", (About.SCALE, "potensi"): "1000"}),
    "dari Disnaker",
    date(2025, 3, 31),
    date(2025, 4, 30),
)


def test_a_recipe_comes_back_from_its_text() -> None:
    assert recipe_of("Rekap", "dari Disnaker", content_of(MADE)) == MADE
    assert remembered_of(text_of(Remembered((MADE,), {"kotim": "62.02"}))) == Remembered(
        (MADE,), {"kotim": "62.02"}
    )


@pytest.mark.parametrize("content", ["", "null", "[]", "{}", '{"shape": 5}', '{"shape": [], "answers": [1]}'])
def test_a_damaged_recipe_is_refused(content: str) -> None:
    with pytest.raises(NoRecipeError):
        recipe_of("Rekap", "", content)


@pytest.mark.parametrize("text", ["", "\0\0\0", "{}", '{"kind": "resep cakupan"}', "[" * 5000])
def test_a_file_that_holds_no_recipes_is_refused(text: str) -> None:
    with pytest.raises(NoRecipeError) as caught:
        remembered_of(text)

    assert not caught.value.is_newer


def test_a_file_of_a_newer_version_is_refused_as_such() -> None:
    with pytest.raises(NoRecipeError) as caught:
        remembered_of(text_of(Remembered((MADE,))).replace('"version": 1', '"version": 2'))

    assert caught.value.is_newer


def test_an_answer_about_something_unknown_and_a_region_that_is_none_are_left_out() -> None:
    content = content_of(MADE).replace('"scale"', '"weather"').replace('"province":"62"', '"province":"99"')

    read = recipe_of("Rekap", "", content)

    assert read.answers == Answers(given={(About.NAME, "kotim"): "62.02"})
    assert remembered_of(text_of(Remembered((), {"atlantis": "99.99"}))).aliases == {}
