"""Where a finding about a figure stands: the cell, the region and the position of an observation."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from model.book import Book
from model.counts import Floats, counts
from model.measures import Measure
from model.periods import Period
from model.problems import Problem, Severity
from model.regions import region_name
from model.segments import ALL


class FigurePlaces:
    """One book's figures, ready to be pointed at. The checks of figures build on it."""

    def __init__(self, book: Book) -> None:
        self._book, self._cubes = book, counts(book)
        self._frame = book.observations
        self._files = {source.id: source.file for source in book.sources}
        self._days = {pd.Timestamp(position.day): position for position in self._cubes.positions}

    def _own_places(self, measure: Measure, region: str) -> Iterator[tuple[str, int]]:
        own = self._cubes.own[measure][self._cubes.regions[region]]
        names = list(self._cubes.segments)
        for segment, place in np.argwhere(~np.isnan(own)):
            yield names[int(segment)], int(place)

    def _counted(self, measure: Measure, region: str) -> list[tuple[int, Period]]:
        values = self._cubes.full[measure][self._cubes.regions[region], self._cubes.segments[ALL]]
        return [
            (int(place), self._cubes.positions[int(place)]) for place in np.flatnonzero(~np.isnan(values))
        ]

    def _of_place(
        self, region: int, segment: int, place: int, severity: Severity, code: str, rate: Floats
    ) -> Problem:
        names, segments = list(self._cubes.regions), list(self._cubes.segments)
        rows = self._cubes.parts(Measure.ACTIVE, names[region], segments[segment], place)
        return self._at(
            rows[0],
            severity,
            code,
            region=names[region],
            segment=segments[segment],
            rate=float(rate[region, segment, place]),
            active=float(self._cubes.full[Measure.ACTIVE][region, segment, place]),
            eligible=float(self._cubes.full[Measure.ELIGIBLE][region, segment, place]),
        )

    def _at(
        self,
        row: int,
        severity: Severity,
        code: str,
        *,
        region: str = "",
        segment: str | None = None,
        **facts: object,
    ) -> Problem:
        """Return a problem at the cell of an observation, with region, segment and position named.

        *region* and *segment* are those of the figure where it is a sum: its first cell is a part.
        """
        found = self._frame.iloc[row]
        where = region or str(found["region"])
        part = str(found["segment"]) if segment is None else segment
        subject = f"{region_name(where)} {part}".strip()
        as_of = self._days[found["as_of"]]
        return Problem(
            severity,
            code,
            file=self._files.get(str(found["source"]), ""),
            sheet=str(found["sheet"]),
            cell=str(found["cell"]),
            region=where,
            facts={
                "name": subject,
                "segment": part,
                "as_of": as_of,
                "measure": str(found["measure"]),
                **facts,
            },
        )

    def _address(self, row: pd.Series) -> str:
        place = f"{row['sheet']}!{row['cell']}" if row["sheet"] else str(row["cell"])
        file = self._files.get(str(row["source"]), "")
        return f"{file} {place}".strip()
