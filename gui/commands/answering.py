"""What a command answers about its files: by its options, and by a recipe."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from gui.commands.own_folder import own_folder
from gui.recipe_store import RecipeStore, read_recipes
from model import wording
from model.errors import UnanswerableError
from model.excel.answers import About, Answers
from model.excel.decisions import Standing
from model.excel.earlier_answers import Earlier, examined
from model.excel.importing import Import
from model.recipe_text import Remembered
from model.regions import regions


def answered(
    examine: Callable[[Answers], Import], arguments: argparse.Namespace, book: Remembered | None = None
) -> Import:
    """Return what one file comes to with the options of a command; *examine* reads it with answers.

    Options go before the recipe, and that before what the *book* remembers that the file is for.
    Raises UnanswerableError for a province or a recipe that does not exist, UnusableFileError for a
    file of recipes that is none, and what *examine* raises.
    """
    given = Answers(province=chosen_province(arguments), position=arguments.position)
    earlier = chosen_recipes(str(arguments.recipe))
    earlier = replace(earlier, book=book) if book else earlier
    found = examined(examine, given, earlier)
    codes = str(arguments.codes)
    about_codes = [one for one in found.result.decisions if one.about is About.CODES]
    asked = [one.key for one in about_codes if one.standing is not Standing.RECOGNISED]
    if codes and asked:
        for key in asked:
            given = given.having(About.CODES, key, codes)
        found = examined(examine, given, earlier, before=found)
    return found.result


def chosen_province(arguments: argparse.Namespace) -> str:
    """Return the province that a command names, "" for none; UnanswerableError where there is none such."""
    province = str(arguments.province)
    if province and (province not in regions() or len(province) != 2):
        raise UnanswerableError(f"Tidak ada provinsi dengan kode {province!r}; contoh: 62.")
    return province


def chosen_recipes(named: str) -> Earlier:
    """Return the recipes to read with: one of the user's own by its name, or those of an exported file.

    "" uses none: the same command gives the same figures on every computer.
    """
    if not named:
        return Earlier()
    path = Path(named)
    if path.suffix.casefold() == ".json" or path.is_file():
        remembered = read_recipes(path)
        one = remembered.recipes[0] if len(remembered.recipes) == 1 else None
        return Earlier(own=remembered, wanted=one)
    remembered = RecipeStore(own_folder()).load()
    wanted = next((recipe for recipe in remembered.recipes if recipe.name == named), None)
    if wanted is None:
        known = ", ".join(recipe.name for recipe in remembered.recipes)
        code = "error.no_recipe" if known else "error.no_recipes"
        raise UnanswerableError(wording.say(code, recipe=named, known=known))
    return Earlier(own=replace(remembered, recipes=()), wanted=wanted)
