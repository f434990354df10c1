"""What the user asks to be printed, as one value that a task can work on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, cast

from model.book import Book, Paper
from model.periods import Period
from model.progress import Report, silent
from model.report.sheet import sheet_pdf
from model.summary import Summary, booklet_regions, summarise


class Content(StrEnum):
    """Which sheets are printed."""

    PROVINCE = "province"
    BOOKLET = "booklet"
    """The province's sheet, then one for each regency."""
    REGION = "region"


@dataclass(frozen=True)
class SheetOrder:
    """Sheets of one book at one position. ``region`` counts for one region's sheet only."""

    book: Book
    content: Content
    region: str
    as_of: Period | None
    segment: str
    target_set: str
    paper: Paper
    language: str
    printed_on: date
    book_name: str

    def regions(self) -> tuple[str, ...]:
        """Return the code of every sheet, "" for the province's, in the order of printing."""
        if self.content is Content.PROVINCE:
            return ("",)
        if self.content is Content.REGION:
            return (self.region,)
        return booklet_regions(self.book, as_of=self.as_of, segment=self.segment, target_set=self.target_set)

    def pdf(self, report: Report = silent) -> bytes:
        """Return the sheets as one PDF. UnanswerableError where the book has no such position."""
        regions = self.regions()
        steps = len(regions) + 1
        summaries = []
        for place, region in enumerate(regions):
            report(place, steps)
            summaries.append(self._summary(region))
        report(len(regions), steps)
        made = sheet_pdf(summaries)
        report(steps, steps)
        return made

    def _summary(self, region: str) -> Summary:
        return summarise(
            self.book,
            as_of=self.as_of,
            region=region,
            segment=self.segment,
            target_set=self.target_set,
            paper=self.paper,
            printed_on=self.printed_on,
            book_name=self.book_name,
            language=cast(Any, self.language),
        )
