"""What dots and commas mean in the texts of a column, by the texts that can be read in one way only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from model.excel.grid import Cell
from model.excel.number_texts import is_grouped, is_lone_group, number_text

_CLEARLY: Final = 5
"""So many times as many texts decide what a separator means in a column."""


@dataclass(frozen=True, slots=True)
class Separators:
    """What the separators of a column or table mean. None: nothing shows it; both False: they clash."""

    dot_groups: bool | None = None
    """True: the dot groups thousands; False: it is the decimal mark."""
    comma_groups: bool | None = None
    clash: bool = False
    """The texts contradict each other."""
    few_decimals: str = ""
    """The mark that nearly all texts use for thousands; the few that use it for decimals are in doubt."""
    told: bool = False
    """A person said it: a text that is written otherwise is in doubt."""


def told_separators(decimal: str) -> Separators:
    """Return what a person's answer says: *decimal* is the mark before decimals, "," or "."."""
    return Separators(dot_groups=decimal == ",", comma_groups=decimal == ".", told=True)


def separators(cells: Iterable[Cell]) -> Separators:
    """Return what the unambiguous texts among *cells* show about dots and commas."""
    dots: set[bool] = set()
    commas: set[bool] = set()
    for cell in cells:
        if body := number_text(cell):
            _evidence(body, dots, commas)
    clash = len(dots) > 1 or len(commas) > 1
    return Separators(
        None if len(dots) != 1 else dots.copy().pop(),
        None if len(commas) != 1 else commas.copy().pop(),
        clash,
    )


def without_giants(cells: Iterable[Cell], most: float) -> Separators:
    """Return what the separators of a column must mean if its whole is to be at most *most*.

    "104,890" thousands are 104.89 thousands where the column would else add up to more people
    than there are. Nothing is known where the texts use both marks or fit either way.
    """
    bodies = [body for cell in cells if (body := number_text(cell))]
    lone = [body for body in bodies if is_lone_group(body)]
    marks = {mark for body in bodies for mark in re.findall("[.,]", body)}
    whole = sum(float(re.sub("[.,]", "", body)) for body in lone)
    # Half of it, for a printed total counts all of it once more.
    if len(marks) != 1 or whole / 2 <= most:
        return Separators()
    return Separators(dot_groups=False) if "." in marks else Separators(comma_groups=False)


def is_mixed(cells: Iterable[Cell]) -> bool:
    """Say whether a column has "1.170" beside "1132": thousands written in two ways."""
    bodies = [body for cell in cells if (body := number_text(cell))]
    grouped = any(is_lone_group(body) for body in bodies)
    return grouped and any(len(body) > 3 and body.isdigit() for body in bodies)


def completed(found: Separators) -> Separators:
    """Return what is known of both marks: a decimal comma leaves the dot for thousands."""
    dot, comma = found.dot_groups, found.comma_groups
    if dot is None and comma is not None:
        dot = not comma
    elif comma is None and dot is not None:
        comma = not dot
    return replace(found, dot_groups=dot, comma_groups=comma)


def by_majority(cells: Iterable[Cell], known: Separators) -> Separators:
    """Return what the clear majority of a column of whole people says: one "17.5" among many "45.148"."""
    bodies = [body for cell in cells if (body := number_text(cell))]
    for mark in ".,":
        groups = sum(is_lone_group(body) and mark in body for body in bodies)
        others = sum(not is_lone_group(body) and mark in body for body in bodies)
        is_decimal = (known.dot_groups if mark == "." else known.comma_groups) is False
        if (is_decimal or known.clash) and others and groups >= _CLEARLY * others:
            return Separators(mark == ".", mark == ",", few_decimals=mark)
    return known


def is_written_so(body: str, known: Separators) -> bool:
    """Say whether a text can be read as a person said that this column is written."""
    group, decimal = (".", ",") if known.dot_groups else (",", ".")
    whole, _, rest = body.partition(decimal)
    return not re.search("[.,]", rest) and (group not in whole or is_grouped(whole))


def _evidence(body: str, dots: set[bool], commas: set[bool]) -> None:
    marks = re.findall("[.,]", body)
    if not marks or is_lone_group(body):
        return
    last = marks[-1]
    repeated = marks.count(last) > 1
    (dots if last == "." else commas).add(repeated)
    if len(set(marks)) == 2:
        (commas if last == "." else dots).add(True)
