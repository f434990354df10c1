"""What was answered before, applied to a file: the recipe for its form, the office's own names."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.decisions import Decision, Standing
from model.excel.importing import Import
from model.problems import Problem, Severity
from model.recipe_text import Remembered
from model.recipes import Match, Recipe, as_answers, compared, found, is_table, lasting

Key = tuple[About, str]
Examine = Callable[[Answers], Import]
"""Reads one file with answers, as model.excel.examine does."""


@dataclass(frozen=True)
class Earlier:
    """What the office answered before: what is nearer to the person goes before what is farther."""

    book: Remembered = field(default_factory=Remembered)
    """Of the open book."""
    own: Remembered = field(default_factory=Remembered)
    """Of the user's own store."""
    usual_province: str = ""
    """The office's province, taken where a file does not tell its own."""
    wanted: Recipe | None = None
    """The recipe to use, whatever the form."""

    def match(self, shape: tuple[str, ...]) -> Match | None:
        """Return the recipe for a form: the nearest one, of two as near the book's before the user's."""
        if self.wanted is not None:
            return compared(self.wanted, shape)
        return found((*self.book.recipes, *self.own.recipes), shape)

    def alias(self, name: str) -> str | None:
        """Return the region that the office calls *name* (in plain words), or None."""
        return self.book.aliases.get(name) or self.own.aliases.get(name)


@dataclass(frozen=True, eq=False)
class Examined:
    """One file, read with a person's answers and those of earlier files.

    ``shape`` is the form that the file has without any answer: by it a recipe is found next month.
    ``helped`` are the answers that no recipe gave: the office's names and its province.
    """

    result: Import
    shape: tuple[str, ...]
    match: Match | None = None
    helped: Answers = field(default_factory=Answers)


def examined(
    examine: Examine,
    given: Answers,
    earlier: Earlier,
    *,
    refused: frozenset[Key] = frozenset(),
    before: Examined | None = None,
) -> Examined:
    """Return what a file comes to with the answers *given* now, over those of a recipe, over aliases.

    What the person took back (*refused*) is not answered by anything earlier. *before* is the same
    file as it was examined last. Raises what *examine* raises.
    """
    if before is None:
        bare, helped = _first_look(examine, given, earlier)
        if bare.is_coverage_book:
            return Examined(bare, ())
        shape, match = bare.shape, earlier.match(bare.shape)
    else:
        bare, helped, shape, match = None, _without(before.helped, refused), before.shape, before.match
    recipe = _without(match.recipe.answers, refused) if match else Answers()
    answers = given.over(recipe).over(helped)
    result = bare if bare is not None and answers == Answers() else examine(answers)
    while more := _helping(result, answers, earlier, refused):
        helped = more.over(helped)
        answers = answers.over(helped)
        result = examine(answers)
    return Examined(_told(_marked(result, given, match), match), shape, match, helped)


def _first_look(examine: Examine, given: Answers, earlier: Earlier) -> tuple[Import, Answers]:
    """Return the file as it is without any answer, or where that shows nothing, as a table of the office's
    province; and what helped."""
    try:
        return examine(Answers()), Answers()
    except UnusableFileError as error:
        usual = Answers(province=earlier.usual_province)
        answers = given.over(usual)
        if error.code != "nothing_recognised" or answers == Answers():
            raise
        return examine(answers), usual


def lasting_answers(found: Examined, given: Answers, refused: frozenset[Key] = frozenset()) -> Answers:
    """Return what a recipe keeps of a file: the answers *given* now over those of its recipe.

    No position, nothing of a person. A recipe that no longer fits in parts keeps its other answers.
    """
    recipe = _without(found.match.recipe.answers, refused) if found.match else Answers()
    decisions = found.result.decisions
    lists = {decision.key for decision in decisions if decision.about is About.PERSONS}
    names = [decision for decision in decisions if decision.about is About.NAME]
    of_persons = frozenset(decision.key for decision in names if decision.table in lists)
    return lasting(given.over(recipe), of_persons=of_persons)


def differences(match: Match, file: str) -> tuple[Problem, ...]:
    """Return in what a file's form differs from that of its recipe; () where it does not."""
    became = [f"{_part(old)} → {_part(new)}" for old, new in match.renamed]
    said = {
        "recipe_new": [_part(part) for part in match.new],
        "recipe_gone": [_part(part) for part in match.gone],
        "recipe_renamed": became,
    }
    name = match.recipe.name
    return tuple(
        Problem(
            Severity.INFO,
            code,
            file,
            facts={"file": file, "recipe": name, "parts": ", ".join(dict.fromkeys(parts))},
        )
        for code, parts in said.items()
        if parts
    )


def _helping(result: Import, answers: Answers, earlier: Earlier, refused: frozenset[Key]) -> Answers | None:
    """Return answers to what is still open, from the office's names and its province; None for none."""
    names: dict[str, str] = {}
    province = ""
    for decision in result.questions:
        if (decision.about, decision.key) in refused or answers.value(
            decision.about, decision.key
        ) is not None:
            continue
        if decision.about is About.PROVINCE:
            province = earlier.usual_province
        elif decision.about is About.NAME and (code := earlier.alias(decision.key)):
            names[decision.key] = code
    helping = replace(as_answers(names), province=province)
    return None if helping == Answers() else helping


def _without(answers: Answers, refused: frozenset[Key]) -> Answers:
    for about, key in refused:
        answers = answers.without(about, key)
    return answers


def _marked(result: Import, given: Answers, match: Match | None) -> Import:
    """Say of every decision that was not answered just now who answered it, and when."""
    decisions = tuple(_explained(decision, given, match) for decision in result.decisions)
    return replace(result, decisions=decisions)


def _explained(decision: Decision, given: Answers, match: Match | None) -> Decision:
    key = decision.about, decision.key
    if decision.standing is not Standing.ANSWERED or given.value(*key) is not None:
        return decision
    facts: dict[str, object] = {}
    reason = "usual_province" if decision.about is About.PROVINCE else "answered_before"
    if match and match.recipe.answers.value(*key) is not None:
        reason, facts = "answered_in_recipe", {"recipe": match.recipe.name}
    return replace(decision, standing=Standing.RECIPE, reason=reason, facts=facts)


def _told(result: Import, match: Match | None) -> Import:
    """Name the recipe at the source, and say in what the form differs."""
    if match is None:
        return result
    name = match.recipe.name
    sources = tuple(replace(source, recipe=name) for source in result.book.sources)
    problems = (*result.book.problems, *differences(match, result.file))
    return replace(result, book=replace(result.book, sources=sources, problems=problems))


def _part(part: str) -> str:
    return part[1:-1] if is_table(part) else f'"{part}"'
