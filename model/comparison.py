"""Two books held against each other: what is new, gone or changed, and which past figures were restated."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pandas as pd

from model.book import Book
from model.observations import KEY
from model.periods import Period, Precision


class Kind(StrEnum):
    """What became of a figure. Restated ones come first: they embarrass an office."""

    RESTATED = "restated"
    """A figure of a position that the newer book has left behind says something else now."""
    CHANGED = "changed"
    """The same of the newer book's newest position, which may still be in the making."""
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure in which two books differ. ``old`` and ``new`` are people, or a fraction for a reported
    coverage; None where that book has no such figure. The vintages are those of the base, "" for none."""

    kind: Kind
    as_of: Period
    code: str
    segment: str
    measure: str
    old: float | None
    new: float | None
    old_vintage: str = ""
    new_vintage: str = ""


_ORDER: Final = list(Kind)
_COMPARED: Final = ["value", "vintage"]


def compared(old: Book, new: Book) -> tuple[Difference, ...]:
    """Return every figure in which *new* differs from *old*: restated ones first, then by position.

    Of several figures with one key the one counts that is used everywhere: the first that is known.
    A figure without a value is none. Where a figure came from does not matter, nor do notes.
    """
    both = _used(old).merge(_used(new), how="outer", on=KEY, suffixes=("_old", "_new"), indicator=True)
    same = (both["value_old"] == both["value_new"]) & (both["vintage_old"] == both["vintage_new"])
    newest = new.observations.loc[new.observations["value"].notna(), "as_of"].max()
    found = list(_differences(both[~same], newest))
    return tuple(sorted(found, key=_place))


def _used(book: Book) -> pd.DataFrame:
    known = book.observations[book.observations["value"].notna()]
    return known.drop_duplicates(KEY)[[*KEY, "precision", *_COMPARED]]


def _differences(rows: pd.DataFrame, newest: pd.Timestamp) -> Iterator[Difference]:
    for row in rows.to_dict("records"):
        side = row["_merge"]
        if side == "both":
            kind = Kind.CHANGED if row["as_of"] >= newest else Kind.RESTATED
        else:
            kind = Kind.REMOVED if side == "left_only" else Kind.ADDED
        precision = row["precision_old"] if side == "left_only" else row["precision_new"]
        yield Difference(
            kind,
            Period(row["as_of"].date(), Precision(precision)),
            row["region"],
            row["segment"],
            row["measure"],
            None if side == "right_only" else float(row["value_old"]),
            None if side == "left_only" else float(row["value_new"]),
            "" if side == "right_only" else row["vintage_old"],
            "" if side == "left_only" else row["vintage_new"],
        )


def _place(found: Difference) -> tuple[object, ...]:
    return _ORDER.index(found.kind), found.as_of.day, found.code, found.segment, found.measure
