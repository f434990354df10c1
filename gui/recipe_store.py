"""The user's own recipes and names for regions: one file in the data folder, whole or not at all."""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui.damaged_file import put_aside
from gui.file_lock import alone
from model.errors import UnusableFileError

if TYPE_CHECKING:
    from model.recipe_text import Remembered
    from model.recipes import Recipe

NAME: Final = "resep.json"
_MOST_BYTES: Final = 20_000_000
"""A store that is larger was not written by us."""


class RecipeStore:
    """Recipes that outlast a book. Every change reads the file anew, so that two programs may share it.

    Without a *folder* (the safe mode, tests) everything lasts as long as the program. A damaged file
    is renamed, and the store begins anew; ``set_aside`` is then the name that it got.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = folder / NAME if folder else None
        self._kept: Remembered | None = None
        self.set_aside = ""

    def load(self) -> "Remembered":
        """Return everything that is remembered; nothing where the file is not there or cannot be read."""
        from model.recipe_text import Remembered

        try:
            return self._known()
        except (OSError, UnusableFileError):
            return Remembered()

    def remember(
        self,
        recipes: "tuple[Recipe, ...]",
        aliases: Mapping[str, str],
        emptied: Collection[tuple[str, ...]] = (),
    ) -> None:
        """Add *recipes* before the others, each in the place of one for the same form, and *aliases*.

        Recipes for the forms of *emptied* are forgotten.

        Raises, as every change does, OSError where the disk refuses, and UnusableFileError where a
        newer version wrote the store; it is left as it is then.
        """
        from model.recipe_text import Remembered
        from model.recipes import joined, without

        with self._alone():
            before = self._known()
            kept = joined([recipes, without(before.recipes, emptied)])
            self._save(Remembered(kept, {**before.aliases, **aliases}))

    def add(self, given: "Remembered") -> int:
        """Take recipes over from elsewhere and return how many were new; what is here already stays.

        A recipe for a form that is known is not taken; one whose name is taken gets another name.
        """
        from model.recipe_text import Remembered
        from model.recipes import joined

        with self._alone():
            before = self._known()
            recipes = joined([before.recipes, given.recipes])
            self._save(Remembered(recipes, {**given.aliases, **before.aliases}))
        return len(recipes) - len(before.recipes)

    def rename(self, old: str, new: str) -> bool:
        """Give a recipe another name; False where that name is empty or taken, or there is none."""
        with self._alone():
            before = self._known()
            names = {recipe.name for recipe in before.recipes}
            wanted = new.strip()
            if old not in names or not wanted or wanted in names - {old}:
                return False
            renamed = (replace(one, name=wanted) if one.name == old else one for one in before.recipes)
            self._save(replace(before, recipes=tuple(renamed)))
        return True

    def remove(self, shape: tuple[str, ...]) -> None:
        """Forget the recipe for a form."""
        self.remember((), {}, (shape,))

    def forget_alias(self, name: str) -> None:
        """Forget what the office calls a region."""
        with self._alone():
            before = self._known()
            kept = {one: code for one, code in before.aliases.items() if one != name}
            self._save(replace(before, aliases=kept))

    def _alone(self) -> AbstractContextManager[None]:
        """Nobody else changes the store from its reading to its writing."""
        if self._path is None:
            return nullcontext()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return alone(self._path)

    def _known(self) -> "Remembered":
        """Return what a change starts from; a store that cannot be read raises, and is no empty one."""
        from model.recipe_text import NoRecipeError, Remembered, remembered_of

        if self._path is None:
            return self._kept or Remembered()
        if not self._path.is_file():
            return Remembered()
        try:
            if self._path.stat().st_size <= _MOST_BYTES:
                return remembered_of(self._path.read_text(encoding="utf-8"))
        except NoRecipeError as error:
            if error.is_newer:
                raise _newer(self._path.name) from error
        except UnicodeDecodeError:
            pass  # damaged, as what is no recipe or too large
        self.set_aside = put_aside(self._path)
        return Remembered()

    def _save(self, remembered: "Remembered") -> None:
        from model.atomic_write import write_atomically
        from model.recipe_text import text_of

        if self._path is None:
            self._kept = remembered
            return
        write_atomically(self._path, text_of(remembered).encode("utf-8"))


def read_recipes(path: Path) -> "Remembered":
    """Return the recipes of an exported file; UnusableFileError where it is none, OSError from the disk."""
    from model.excel.refusal import refusal
    from model.recipe_text import NoRecipeError, remembered_of

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise refusal("recipe_unreadable", path.name)
        return remembered_of(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise refusal("recipe_unreadable", path.name) from error
    except NoRecipeError as error:
        raise _newer(path.name) if error.is_newer else refusal("recipe_unreadable", path.name) from error


def write_recipes(remembered: "Remembered", path: Path) -> None:
    """Write recipes as a file of their own, to be handed on; OSError where the disk refuses."""
    from model.atomic_write import write_atomically
    from model.recipe_text import text_of

    write_atomically(path, text_of(remembered).encode("utf-8"))


def _newer(file: str) -> UnusableFileError:
    from model.excel.refusal import refusal

    return refusal("recipe_newer", file)
