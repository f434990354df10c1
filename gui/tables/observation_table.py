"""The observations of a book as columns of arrays: what the Data page shows, searches and copies."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd
from PySide6.QtCore import QCoreApplication

from gui.tables.arrays import ArrayColumn, Categories, Numbers, Rows, categories
from gui.tables.columns import Column
from gui.tables.copying import plain_number, plain_percent
from gui.tables.coverage_texts import segment_name
from model import wording
from model.book import Book
from model.measures import Measure
from model.observations import Nature
from model.pedigree import FigureRef
from model.periods import Period, Precision
from model.progress import Report, silent
from model.regions import region_name
from model.segments import SEGMENTS

translate = QCoreApplication.translate

SELECTABLE: Final = frozenset({Measure.ACTIVE, Measure.ELIGIBLE, Measure.EMPLOYED, Measure.REPORTED_COVERAGE})
"""Measures that are figures of the coverage table, too."""
_MEASURES: Final = tuple(str(measure) for measure in Measure)
_SEARCHED: Final = (
    "as_of", "region", "name", "segment", "measure", "value", "vintage", "nature", "cell", "note",
)  # fmt: skip
_STEP: Final = 2_000


@dataclass(frozen=True)
class ObservationTable:
    """The columns by name, in the order shown; ``count`` rows in the order of the book."""

    arrays: Mapping[str, ArrayColumn]
    count: int

    def category(self, name: str) -> Categories:
        """Return a column of repeating values."""
        column = self.arrays[name]
        assert isinstance(column, Categories)
        return column

    def choices(self, name: str) -> list[tuple[Any, str]]:
        """Return the distinct values of a column with their texts, in the order of a sort."""
        column = self.category(name)
        places = [place for place, value in enumerate(column.sort_values) if value is not None]
        places.sort(key=lambda place: column.sort_values[place])
        return [(column.values[place], column.texts[place]) for place in places]

    def matching(self, words: str, chosen: Mapping[str, Any]) -> Rows:
        """Return the rows that hold every word in what they say, and exactly what is *chosen*.

        The name of the source is not searched: its "2025" would be found in every row.
        """
        mask = np.ones(self.count, bool)
        for name, value in chosen.items():
            mask &= self.category(name).equal(value)
        for word in words.split():
            found = np.zeros(self.count, bool)
            for column in (self.arrays[name] for name in _SEARCHED):
                found |= column.containing(word)
            mask &= found
        return np.flatnonzero(mask)

    def figure(self, row: int) -> FigureRef | None:
        """Return the figure that a row holds, None for a measure that is no figure of the table."""
        measure = self.arrays["measure"].value(row)
        if measure not in SELECTABLE:
            return None
        region, segment, as_of = (self.arrays[name].value(row) for name in ("region", "segment", "as_of"))
        return FigureRef(str(measure), region, segment, as_of)

    def find(self, ref: FigureRef) -> int | None:
        """Return the first row that holds that figure, or None."""
        wanted = {"measure": ref.name, "region": ref.region, "segment": ref.segment, "as_of": ref.as_of}
        rows = self.matching("", wanted)
        return int(rows[0]) if len(rows) else None

    def lines(self, rows: Sequence[int], names: Sequence[str], report: Report = silent) -> list[str]:
        """Return rows as lines for a spreadsheet, tabs between the columns of those names."""
        columns = [self.arrays[name] for name in names]
        made = []
        for place, row in enumerate(rows):
            if place % _STEP == 0:
                report(place, len(rows))
            made.append("\t".join(column.copied(row).replace("\t", " ") for column in columns))
        return made


def observation_columns() -> tuple[Column, ...]:
    """Return the headers of the Data page."""
    return (
        Column("as_of", translate("ObservationColumns", "Posisi"), width=132),
        Column("region", translate("ObservationColumns", "Kode"), width=64),
        Column("name", translate("ObservationColumns", "Wilayah"), width=152),
        Column("segment", translate("ObservationColumns", "Segmen"), width=80),
        Column("measure", translate("ObservationColumns", "Ukuran"), width=148),
        Column("value", translate("ObservationColumns", "Nilai"), numeric=True, width=96, strong=True),
        Column("vintage", translate("ObservationColumns", "Basis"), width=120),
        Column("nature", translate("ObservationColumns", "Sifat"), width=176),
        Column("source", translate("ObservationColumns", "Sumber"), width=160),
        Column("cell", translate("ObservationColumns", "Sel"), width=96),
        Column("note", translate("ObservationColumns", "Catatan"), width=160, stretch=True),
    )


def observation_table(book: Book, language: str, report: Report = silent) -> ObservationTable:
    """Return the observations of *book* with every distinct value formatted once, in *language*."""
    frame = book.observations
    files = {source.id: source.file for source in book.sources}
    makers: dict[str, Callable[[], ArrayColumn]] = {
        "as_of": lambda: _positions(frame, language),
        "region": lambda: categories(frame["region"]),
        "name": lambda: categories(frame["region"], region_name),
        "segment": lambda: categories(
            frame["segment"], lambda segment: segment_name(segment, language, short=True), _segment_place
        ),
        "measure": lambda: categories(
            frame["measure"], lambda name: wording.label("measure", name, language), _MEASURES.index
        ),
        "value": lambda: _values(frame, language),
        "vintage": lambda: categories(frame["vintage"]),
        "nature": lambda: categories(frame["nature"], lambda nature: _nature(nature, language)),
        "source": lambda: categories(frame["source"], lambda source: files.get(source, source)),
        "cell": lambda: _cells(frame),
        "note": lambda: categories(frame["note"]),
    }
    arrays: dict[str, ArrayColumn] = {}
    for place, (name, make) in enumerate(makers.items()):
        report(place, len(makers))
        arrays[name] = make()
    return ObservationTable(arrays, len(frame))


def _positions(frame: pd.DataFrame, language: str) -> Categories:
    precisions = list(Precision)
    codes, distinct = pd.factorize(frame["precision"])
    scale = np.array([precisions.index(Precision(name)) for name in distinct] or [0], np.int64)
    days = frame["as_of"].to_numpy().astype("datetime64[D]").astype(np.int64)
    # One number for the day and its precision, so that a pair is compared as fast as a number.
    packed = days * len(precisions) + (scale[codes] if len(codes) else 0)

    def period(number: int) -> Period:
        day, precision = divmod(number, len(precisions))
        return Period(date(1970, 1, 1) + pd.Timedelta(days=day).to_pytimedelta(), precisions[precision])

    packed_column = categories(pd.Series(packed), str, int)
    periods = tuple(period(number) for number in packed_column.values)
    texts = tuple(wording.day(found, language) for found in periods)
    return Categories(packed_column.codes, periods, texts, tuple(found.day for found in periods))


def _values(frame: pd.DataFrame, language: str) -> Numbers:
    is_rate = (frame["measure"] == str(Measure.REPORTED_COVERAGE)).to_numpy()

    def written(value: float | None, row: int) -> str:
        if not is_rate[row]:
            return wording.people(value, language)
        # As many decimals as it came with: 46,2 is not 46,20.
        decimals = 1 if value is None or abs(round(value * 1000) - value * 1000) < 1e-6 else 2
        return wording.percent(value, decimals, language)

    def plainly(value: float | None, row: int) -> str:
        return plain_percent(value, language) if is_rate[row] else plain_number(value, 1, language)

    return Numbers(frame["value"].to_numpy(np.float64), written, plainly)


def _cells(frame: pd.DataFrame) -> Categories:
    has_both = (frame["sheet"] != "") & (frame["cell"] != "")
    return categories(frame["sheet"] + np.where(has_both, "!", "") + frame["cell"], key=_address_key)


def _address_key(address: str) -> tuple[str, int, int, str] | None:
    """Order addresses as people do: D9 before D10."""
    if not address:
        return None
    sheet, _, cell = address.rpartition("!")
    letters = cell.rstrip("0123456789")
    digits = cell[len(letters) :]
    return sheet.casefold(), len(letters), int(digits or 0), letters


def _nature(nature: str, language: str) -> str:
    key = {Nature.SOURCED: "sourced", Nature.DERIVED: "derived", Nature.INVENTED: "invented"}[Nature(nature)]
    return wording.label("nature", key, language)


def _segment_place(segment: str) -> int:
    return SEGMENTS.index(segment) + 1 if segment in SEGMENTS else len(SEGMENTS) + 1 if segment else 0
