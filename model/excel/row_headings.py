"""What the headings among the rows of a table said so far about the rows below them."""

from dataclasses import dataclass

from model.periods import Period
from model.segments import ALL


@dataclass
class Headings:
    """The period, segment and region that rows without any of their own have."""

    period: Period | None = None
    segment: str = ALL
    region: str = ""
    heads: bool = False
    """The region stood in a row of its own, without figures."""
    headed: int = 0
    """How many regions stood so."""
    closed: int = 0
    """How many of them had a sum of their own."""
    district: str = ""
    first: str = ""
    """The outer kind of heading, "period" or "segment": a new one ends what the inner ones said."""

    def turn(self, kind: str) -> None:
        """End what the headings inside of one of *kind* said, a new one of which begins."""
        self.first = self.first or kind
        if kind == self.first:
            self.period, self.segment = None, ALL
        self.enter("")

    def enter(self, region: str, *, heads: bool = False) -> None:
        """Begin the rows of *region*, "" for none; it *heads* them in a row of its own or has figures."""
        self.region, self.heads, self.district = region, heads, ""
