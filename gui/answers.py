"""The model's answers for one book in one context. Asks the model; keeps tables that were computed."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from model.periods import Period

if TYPE_CHECKING:
    from gui.opening import Opened
    from model.book import Book
    from model.coverage import CoverageTable, Row
    from model.figures import Figure
    from model.pedigree import FigureRef, Pedigree
    from model.summary import Summary

# The model is imported inside the methods: this module is loaded before the first paint.


@dataclass(frozen=True)
class Context:
    """What the context bar says. None and "" mean: the newest position, the whole, no target."""

    as_of: Period | None = None
    region: str = ""
    segment: str = ""
    target_set: str = ""
    basis: str = "as_published"


def context_for(opened: "Opened", before: "Opened | None", context: Context) -> Context:
    """Return the context in which a book is first shown, where *before* was shown in *context*.

    The same files read again, or with others added or taken away, keep what one was looking at, as
    far as it is still there.
    """
    names = [found.name for found in opened.book.target_sets]
    fresh = Context(target_set=names[0] if names else "")
    known, paths = before.opening.paths if before else (), opened.opening.paths
    shared = min(len(known), len(paths))
    if not shared or known[:shared] != paths[:shared]:
        return fresh
    return replace(
        context,
        as_of=context.as_of if context.as_of in opened.positions else None,
        segment=context.segment if context.segment in opened.segments else "",
        target_set=context.target_set if context.target_set in [*names, ""] else fresh.target_set,
    )


class Answers:
    """Every figure of the window. *tables* outlives it: computed tables by what they were asked with."""

    def __init__(
        self, book: "Book", context: Context, tables: "dict[tuple[object, ...], CoverageTable]"
    ) -> None:
        self._book, self._context, self._tables = book, context, tables

    def coverage_table(self, by: tuple[str, ...], region: str | None) -> "CoverageTable":
        """Return the coverage; see gui.session.Session.coverage_table."""
        from model.coverage import coverage_table

        if region is None:
            region = self._context.region if by == ("segment",) else ""
        key = (by, region, self._context)
        if key not in self._tables:
            self._tables[key] = coverage_table(
                self._book,
                as_of=self._context.as_of,
                by=by,
                target_set=self._context.target_set,
                segment="" if "segment" in by else self._context.segment,
                region=region,
            )
        return self._tables[key]

    def region_row(self) -> "Row":
        """Return the row of the context's region."""
        from model.coverage import position_at, region_row

        context = self._context
        as_of = position_at(self._book, context.as_of)
        region = context.region or self._book.province
        return region_row(self._book, region, context.segment, as_of, context.target_set)

    def figure(self, unit: str, regions: tuple[str, ...], focus: tuple[str, ...]) -> "Figure":
        """Return the trend."""
        from model.trend import trend

        return trend(
            self._book,
            regions=regions,
            segment=self._context.segment,
            unit=cast(Any, unit),
            target_set=self._context.target_set,
            focus=focus,
        )

    def pedigree(self, ref: "FigureRef") -> "Pedigree":
        """Return where a figure comes from."""
        from model.pedigree import pedigree

        return pedigree(self._book, ref)

    def summary(self, **given: object) -> "Summary":
        """Return the summary sheet; *given* are arguments of summarise beside the context."""
        from model.summary import summarise

        context = self._context
        asked: dict[str, Any] = {
            "as_of": context.as_of,
            "region": context.region,
            "segment": context.segment,
            "target_set": context.target_set,
        }
        return summarise(self._book, **(asked | given))
