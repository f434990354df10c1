"""Tables in every layout that offices draw, from a small tidy table of made-up figures: the truth.

Facts know every figure; :func:`drawn` writes them down in a :class:`Style` as an office would.
Reading the drawn sheet must give :attr:`Facts.truth` back, whatever the style.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product

from model.excel.grid import Cell
from model.measures import Measure
from model.periods import Period, Precision
from tests.builders import layout_words as words
from tests.builders.drawn_pages import Page
from tests.builders.layout_facts import PROVINCE, REPORTED, Facts


class Axis(StrEnum):
    """What header rows or further columns of names tell apart, beside the regions."""

    PERIOD = "period"
    SEGMENT = "segment"
    MEASURE = "measure"


@dataclass(frozen=True)
class Style:
    """How an office draws its table. ``across`` and ``down``: the outer axis first."""

    across: tuple[Axis, ...] = (Axis.MEASURE,)
    down: tuple[Axis, ...] = ()
    """Axes that have a column of their own: each region has a row for every value of them."""
    blocks: bool = False
    """The periods stand below each other, each under a row of its own."""
    years_apart: bool = False
    """Years stand in a header row above their months or quarters."""
    titles: tuple[str, ...] = ("REKAPITULASI KEPESERTAAN", "PROVINSI KALIMANTAN TENGAH")
    merged: bool = True
    english: str = ""
    """"cell": the English name in the same cell; "row": in a row of its own."""
    numbering: str = ""
    """The row of column numbers: "(1)", "1" or "-1"."""
    running: bool = True
    code: str = ""
    """A column of codes: "kemendagri", "float", "bare" or "bps"."""
    level: bool = False
    name: str = "prefixed"
    number: str = "number"
    share: str = "points"
    """"points" 46.2, "text" "46,2%", "fraction" 0.462 (formatted as a percentage)."""
    total: str = ""
    """"jumlah", "first" or "last" (the province by name), "kinds" (subtotals of regencies and cities)."""
    blank_above: int = 1
    blank_left: int = 0
    blank_below_header: bool = False
    gap_every: int = 0
    """A blank row after so many regions."""
    gap_column: bool = False
    """A blank column between the names and the figures."""
    notes: tuple[str, ...] = ()

    @property
    def prints_province(self) -> bool:
        """Say whether the sheet has a row that is the province's."""
        return bool(self.total)


def drawn(facts: Facts, style: Style, name: str = "Rekap") -> Page:
    """Return a page with *facts* drawn in *style*."""
    return _Drawing(facts, style, Page(name)).page()


def every_style_of(style: Style, **choices: Iterable[object]) -> Iterator[Style]:
    """Return *style* with one thing changed at a time."""
    for name, values in choices.items():
        for value in values:
            yield replace(style, **{name: value})  # type: ignore[arg-type]


class _Drawing:
    def __init__(self, facts: Facts, style: Style, page: Page) -> None:
        self.facts, self.style, self._page = facts, style, page
        self._values: dict[Axis, Sequence[str | Period | Measure]] = {
            Axis.PERIOD: facts.periods, Axis.SEGMENT: facts.segments, Axis.MEASURE: facts.measures
        }  # fmt: skip
        self._leaves: list[dict[Axis, object]] = [
            dict(zip(style.across, combination, strict=True))
            for combination in product(*(self._values[axis] for axis in style.across))
        ]
        self._side = self._side_headers()

    def page(self) -> Page:
        for line in words.title_lines(self.style.titles, *self._unsaid()):
            self._line(line)
        for _ in range(self.style.blank_above):
            self._page.add()
        self._header()
        if self.style.blank_below_header:
            self._page.add()
        for period in self.facts.periods if self.style.blocks else [None]:
            if period is not None:
                row = self._line(words.block_label(period))
                self._page.merge(row, self.style.blank_left, row, self.style.blank_left + self._width - 1)
            self._body({} if period is None else {Axis.PERIOD: period})
        for note in self.style.notes:
            self._line(note)
        return self._page

    def _unsaid(self) -> tuple[Measure | None, Period | None, int | None]:
        """The measure, the position and the year that only the titles can say."""
        told = {*self.style.across, *self.style.down, *([Axis.PERIOD] if self.style.blocks else [])}
        months_only = Axis.PERIOD in self.style.across and not self.style.years_apart and self._is_one_year
        return (
            None if Axis.MEASURE in told else self.facts.measures[0],
            None if Axis.PERIOD in told else self.facts.periods[0],
            self.facts.periods[0].day.year if months_only and Axis.PERIOD in told else None,
        )

    @property
    def _is_one_year(self) -> bool:
        years = {period.day.year for period in self.facts.periods}
        return len(years) == 1 and self.facts.periods[0].precision is not Precision.YEAR

    @property
    def _width(self) -> int:
        return len(self._side) + self.style.gap_column + len(self._leaves)

    def _line(self, *cells: Cell) -> int:
        return self._page.add(*[None] * self.style.blank_left, *cells)

    def _side_headers(self) -> list[str]:
        style = self.style
        wanted = [("No", style.running), ("Kode", bool(style.code)), ("Tingkat", style.level)]
        return [text for text, is_wanted in wanted if is_wanted] + ["Kabupaten/Kota"] + [
            words.DOWN_HEADERS[axis] for axis in style.down
        ]  # fmt: skip

    def _header(self) -> None:
        levels = self._levels()
        top = len(self._page.rows)
        left = self.style.blank_left + len(self._side) + self.style.gap_column
        for depth, labels in enumerate(levels):
            side = self._side if depth == 0 else [None] * len(self._side)
            row = self._line(*side, *[None] * self.style.gap_column, *self._shown(levels, depth))
            if self.style.merged and depth < len(levels) - 1:
                for first, last in _runs(levels, depth, len(labels)):
                    self._page.merge(row, left + first, row, left + last)
        bottom = len(self._page.rows) - 1
        if self.style.merged:
            for column in range(len(self._side)):
                self._page.merge(top, self.style.blank_left + column, bottom, self.style.blank_left + column)
        self._numbering()

    def _levels(self) -> list[list[Cell]]:
        """The header rows above the figures, each label repeated over all columns that it holds for."""
        levels: list[list[Cell]] = []
        for axis in self.style.across:
            values = [leaf[axis] for leaf in self._leaves]
            if axis is Axis.PERIOD and self.style.years_apart:
                levels.append([value.day.year for value in values if isinstance(value, Period)])
                levels.append([words.month_label(value) for value in values if isinstance(value, Period)])
            else:
                levels.append([self._label(axis, value) for value in values])
            if self.style.english == "row":
                levels.append([words.english(axis, value) for value in values])
        return levels or [[words.VALUE]]

    def _label(self, axis: Axis, value: object) -> Cell:
        if isinstance(value, Period):
            return words.month_label(value) if self._is_one_year else words.period_label(value)
        text = words.label(axis, value)
        if self.style.english == "cell":
            return f"{text}\n{words.english(axis, value)}"
        return text

    def _shown(self, levels: list[list[Cell]], depth: int) -> list[Cell]:
        shown: list[Cell] = [None] * len(levels[depth])
        last = depth == len(levels) - 1
        for first, _ in _runs(levels, depth, len(shown)) if not last else [(n, n) for n in range(len(shown))]:
            shown[first] = levels[depth][first]
        return shown

    def _numbering(self) -> None:
        count = len(self._side) + len(self._leaves)
        numbers = [words.column_number(self.style.numbering, number) for number in range(1, count + 1)]
        if self.style.numbering:
            gap = [None] * self.style.gap_column
            self._line(*numbers[: len(self._side)], *gap, *numbers[len(self._side) :])

    def _body(self, fixed: dict[Axis, object]) -> None:
        if self.style.total == "first":
            self._row(None, PROVINCE, "Provinsi Kalimantan Tengah", fixed)
        for number, region in enumerate(self.facts.regions, 1):
            for combination in product(*(self._values[axis] for axis in self.style.down)):
                down = dict(zip(self.style.down, combination, strict=True))
                name = words.region_name(region, self.style.name, number)
                self._row(number, region.code, name, fixed | down)
            if self.style.gap_every and number % self.style.gap_every == 0:
                self._page.add()
            if self.style.total == "kinds" and region.code == self.facts.regions[-2].code:
                self._row(None, "kabupaten", "Jumlah Kabupaten", fixed)
        if self.style.total == "kinds":
            self._row(None, "kota", "Jumlah Kota", fixed)
        if self.style.total == "last":
            self._row(None, PROVINCE, "KALIMANTAN TENGAH", fixed)
        elif self.style.total in {"jumlah", "kinds"}:
            self._row(None, PROVINCE, "Jumlah", fixed)

    def _row(self, number: int | None, code: str, name: str, fixed: dict[Axis, object]) -> None:
        side: list[Cell] = [number] if self.style.running else []
        if self.style.code:
            side.append(words.code(code, self.style.code))
        if self.style.level:
            side.append(words.level(code))
        side += [name, *(words.down_cell(axis, fixed[axis]) for axis in self.style.down)]
        cells = [self._cell(code, {**self._alone(), **fixed, **leaf}) for leaf in self._leaves]
        row = self._line(*side, *[None] * self.style.gap_column, *cells)
        first = self.style.blank_left + len(side) + self.style.gap_column
        for column, leaf in enumerate(self._leaves, first):
            if leaf.get(Axis.MEASURE) is REPORTED and self.style.share == "fraction":
                self._page.percents.add((row, column))

    def _alone(self) -> dict[Axis, object]:
        return {axis: values[0] for axis, values in self._values.items()}

    def _cell(self, code: str, at: dict[Axis, object]) -> Cell:
        segment, period, measure = at[Axis.SEGMENT], at[Axis.PERIOD], at[Axis.MEASURE]
        assert isinstance(segment, str)
        assert isinstance(period, Period)
        assert isinstance(measure, Measure)
        if code in {"kabupaten", "kota"}:
            parts = [region for region in self.facts.regions if region.kind == code]
            if measure is REPORTED:
                return None
            counts = [self.facts.people(part.code, segment, period, measure) for part in parts]
            return words.number(sum(counts), self.style.number)
        value = self.facts.value(code, segment, period, measure)
        if measure is REPORTED:
            return words.share(value, self.style.share)
        return words.number(int(value), self.style.number)


def _runs(levels: list[list[Cell]], depth: int, count: int) -> list[tuple[int, int]]:
    """The columns that share one label and all labels above it, as first and last."""
    paths = [tuple(level[column] for level in levels[: depth + 1]) for column in range(count)]
    starts = [column for column in range(count) if column == 0 or paths[column] != paths[column - 1]]
    return list(zip(starts, [*[start - 1 for start in starts[1:]], count - 1], strict=True))
