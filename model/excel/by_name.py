"""The lists of persons of one workbook: what there is to decide about them, and their counts if asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.book import Book
from model.excel.answers import LEAVE, About, Answers
from model.excel.by_name_choice import Choice
from model.excel.by_name_count import run_key, tallied
from model.excel.by_name_decisions import list_decisions
from model.excel.by_name_findings import findings
from model.excel.by_name_list import by_name_list
from model.excel.by_name_people import People
from model.excel.decisions import Decision
from model.excel.grid import Sheet, a1
from model.excel.importing import Import, TableFound
from model.excel.notices import notice, shown
from model.excel.refusal import refusal
from model.observations import Observation
from model.problems import Problem, Severity


@dataclass(frozen=True)
class Lists:
    """What the lists of a workbook came to. No person's name or number is in any of it.

    ``people`` are the hashes by which several files are counted together; None where there are none.
    """

    observations: tuple[Observation, ...] = ()
    problems: tuple[Problem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tables: tuple[TableFound, ...] = ()
    shape: tuple[str, ...] = ()
    people: People | None = field(default=None, compare=False, repr=False)


def examine_lists(
    sheets: Sequence[tuple[str, Sheet]], file: str, source: str, answers: Answers, key: bytes = b""
) -> Lists:
    """Return what the lists of persons of one workbook come to, each given with the key of its table.

    They are counted where *answers* say so and nothing is open; else only a finding says that they
    are there. *key* tells persons apart within this run; without one a key is made and forgotten.
    """
    lists = [listed for table, sheet in sheets if (listed := by_name_list(sheet, file, table))]
    choices = [Choice(listed, answers) for listed in lists]
    ready = [choice for choice in choices if choice.is_ready]
    counts = tallied(ready, source, key or run_key()) if ready else None
    observations = counts.observations if counts else ()
    problems = findings(ready, observations, counts.tally) if counts else ()
    left = [choice for choice in choices if choice not in ready]
    return Lists(
        observations,
        (*problems, *(_left(choice) for choice in left)),
        tuple(decision for choice in choices for decision in list_decisions(choice)),
        tuple(_table(choice, observations) for choice in choices),
        tuple(line for choice in choices for line in _shape(choice)),
        counts.people if counts else None,
    )


def book_of(found: Import) -> Book:
    """Return the book of a file.

    Raises UnusableFileError ("personal_data") for a file of nothing but lists of persons that
    nobody wants counted.
    """
    asked = (decision for decision in found.decisions if decision.about is About.PERSONS)
    lists = {decision.table: decision.value for decision in asked}
    if lists and set(lists.values()) == {LEAVE} and {table.key for table in found.tables} <= set(lists):
        raise refusal("personal_data", found.file)
    return found.book


def _left(choice: Choice) -> Problem:
    """Say that a list was not read, or what keeps it from being counted."""
    listed = choice.listed
    if not choice.is_counted:
        return notice(Severity.WARNING, "personal_data", listed.file, listed.sheet.name)
    cell = a1(max(listed.persons.header, 0), listed.subject)
    return notice(Severity.ERROR, "persons_open", listed.file, listed.sheet.name, cell)


def _table(choice: Choice, observations: Sequence[Observation]) -> TableFound:
    listed = choice.listed
    own = sum(found.sheet == listed.sheet.name for found in observations)
    top, last = max(listed.persons.header, 0), len(listed.sheet.rows) - 1
    return TableFound(listed.key, listed.sheet.name, top, 0, last, listed.width - 1, shown(listed.title), own)


def _shape(choice: Choice) -> tuple[str, ...]:
    """The form of a list: its key and those of its columns, by which a recipe is found again."""
    keys = (choice.listed.column_key(column) for column in range(choice.listed.width))
    return f"[{choice.listed.key}]", *dict.fromkeys(key for key in keys if key)
