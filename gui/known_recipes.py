"""What earlier imports taught, and where it is kept: in the user's store, in the open book, or in both."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from model.recipe_text import Remembered
from model.recipes import Recipe, form, without

if TYPE_CHECKING:
    from gui.session import Session


@dataclass(frozen=True)
class Kept:
    """A recipe, or what the office calls a region (no recipe then), with the places where it is."""

    name: str
    recipe: Recipe | None = None
    region: str = ""
    """Code of the region that *name* is said for."""
    is_own: bool = False
    """It is in the user's own store, on this computer."""
    is_of_book: bool = False
    """It is in the open book."""


class KnownRecipes:
    """Both places as one list. A recipe is one and the same where its form is, whatever its names are:
    the next import would take either. The user's own name is shown.
    """

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._own = Remembered()

    def load(self) -> None:
        """Read anew what is kept."""
        self._own = self._session.recipes.load()

    @property
    def entries(self) -> tuple[Kept, ...]:
        """Recipes, the user's own first, then names for regions."""
        of_book = self._of_book
        theirs = {form(recipe.shape) for recipe in of_book.recipes}
        mine = [recipe.shape for recipe in self._own.recipes]
        own = [
            Kept(recipe.name, recipe, is_own=True, is_of_book=form(recipe.shape) in theirs)
            for recipe in self._own.recipes
        ]
        others = [Kept(recipe.name, recipe, is_of_book=True) for recipe in without(of_book.recipes, mine)]
        return (*own, *others, *self._aliases())

    @property
    def everything(self) -> Remembered:
        """Every recipe once and every name."""
        recipes = tuple(kept.recipe for kept in self.entries if kept.recipe is not None)
        return Remembered(recipes, {kept.name: kept.region for kept in self._aliases()})

    def rename(self, kept: Kept, wanted: str) -> bool:
        """Give a recipe another name in both places; False where that name is empty or taken."""
        recipe, name = kept.recipe, wanted.strip()
        others = {other.name for other in self.entries if other.recipe and other != kept}
        if recipe is None or not name or name in others:
            return False
        if kept.is_own and not self._session.recipes.rename(kept.name, name):
            return False
        book = self._session.book
        if kept.is_of_book and book is not None:
            before = {one.name for one in book.recipes if form(one.shape) == form(recipe.shape)}
            recipes = tuple(replace(one, name=name) if one.name in before else one for one in book.recipes)
            sources = tuple(
                replace(source, recipe=name) if source.recipe in before else source for source in book.sources
            )
            self._session.change_book(recipes=recipes, sources=sources)
        return True

    def remove(self, kept: Kept) -> None:
        """Forget it in both places."""
        store, book = self._session.recipes, self._session.book
        if kept.is_own:
            if kept.recipe is not None:
                store.remove(kept.recipe.shape)
            else:
                store.forget_alias(kept.name)
        if not kept.is_of_book or book is None:
            return
        if kept.recipe is not None:
            self._session.change_book(recipes=without(book.recipes, (kept.recipe.shape,)))
        else:
            aliases = {name: code for name, code in book.aliases.items() if name != kept.name}
            self._session.change_book(aliases=aliases)

    @property
    def _of_book(self) -> Remembered:
        book = self._session.book
        return Remembered(book.recipes, book.aliases) if book else Remembered()

    def _aliases(self) -> list[Kept]:
        own, theirs = self._own.aliases, self._of_book.aliases
        both = {**own, **theirs}  # the book's counts first at an import
        return [
            Kept(name, region=code, is_own=name in own, is_of_book=name in theirs)
            for name, code in sorted(both.items())
        ]
