"""Tables in every layout that offices draw, from a small tidy table of made-up figures: the truth.

A :class:`Facts` knows every figure; :func:`drawn` writes them down in a :class:`Style` as an office
would. Reading the drawn sheet must give :attr:`Facts.truth` back, whatever the style.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import product
from typing import Final

from model.book import Book
from model.excel.grid import Cell, Merge, Sheet
from model.measures import Measure
from model.periods import Period, Precision, month, quarter, year
from model.regions import Region, regencies
from tests.builders import layout_words as words

PROVINCE: Final = "62"
Key = tuple[str, str, str, str]
"""Region, segment, day of the position, measure."""
Truth = Mapping[Key, float]
Rows = list[list[Cell]]
REPORTED: Final = Measure.REPORTED_COVERAGE


@dataclass(frozen=True)
class Facts:
    """Made-up figures for all regencies of a province, by segment, position and measure.

    Where segments are named together with "" (all of them), the parts add up to it. Shares are
    what the counts give, to a hundredth of a per cent.
    """

    segments: tuple[str, ...] = ("",)
    periods: tuple[Period, ...] = (month(2025, 3),)
    measures: tuple[Measure, ...] = (Measure.ELIGIBLE, Measure.ACTIVE)
    regions: tuple[Region, ...] = regencies(PROVINCE)

    def people(self, region: str, segment: str, period: Period, measure: Measure) -> int:
        """A count; that of the province and that of all segments are sums."""
        if region == PROVINCE:
            return sum(self.people(part.code, segment, period, measure) for part in self.regions)
        parts = [part for part in self.segments if part]
        if not segment and parts:
            return sum(self.people(region, part, period, measure) for part in parts)
        place = [part.code for part in self.regions].index(region)
        late = (period.day.year - 2020) * 12 + period.day.month
        share = ("", "PU", "BPU", "JAKON", "PMI").index(segment)
        eligible = 21_013 + 3_607 * place + 211 * late + 5_003 * share
        known = {Measure.ELIGIBLE: 1.0, Measure.EMPLOYED: 1.37, Measure.TARGET: 0.66, Measure.INACTIVE: 0.05}
        active = 0.31 + 0.021 * place + 0.002 * late
        return int(eligible * known.get(measure, active)) + share

    def value(self, region: str, segment: str, period: Period, measure: Measure) -> float:
        """A count, or a share as a fraction."""
        if measure is not REPORTED:
            return self.people(region, segment, period, measure)
        active = self.people(region, segment, period, Measure.ACTIVE)
        return round(active / self.people(region, segment, period, Measure.ELIGIBLE), 4)

    def truth(self, *, province: bool = False) -> dict[Key, float]:
        """Every figure by its key; those of the province too where the table prints them."""
        codes = [region.code for region in self.regions] + [PROVINCE] * province
        return {
            (code, segment, period.iso, str(measure)): self.value(code, segment, period, measure)
            for code, segment, period, measure in product(codes, self.segments, self.periods, self.measures)
        }


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


@dataclass
class Page:
    """A drawn sheet: its cells, and what a spreadsheet keeps beside them."""

    name: str = "Rekap"
    rows: Rows = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    percents: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    visible: bool = True

    def add(self, *cells: Cell) -> int:
        """Append a row and return its number."""
        self.rows.append(list(cells))
        return len(self.rows) - 1

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge a block of cells unless it is only one."""
        if (top, left) != (bottom, right):
            self.merges.append(Merge(top, left, bottom, right))

    @property
    def sheet(self) -> Sheet:
        """The sheet as the reader hands it over."""
        width = max(map(len, self.rows), default=0)
        rows = tuple(tuple(row) + (None,) * (width - len(row)) for row in self.rows)
        return Sheet(
            self.name, rows, tuple(self.merges), self.visible, percents=frozenset(self.percents),
            hidden_rows=frozenset(self.hidden_rows), hidden_columns=frozenset(self.hidden_columns),
        )  # fmt: skip


def drawn(facts: Facts, style: Style, name: str = "Rekap") -> Page:
    """Return a page with *facts* drawn in *style*."""
    return _Drawing(facts, style, Page(name)).page()


def stacked(*pages: Page, name: str = "Rekap", gap: int = 2) -> Page:
    """Return one page with several drawn tables below each other."""
    whole = Page(name)
    for page in pages:
        down = len(whole.rows)
        whole.rows += page.rows + [[] for _ in range(gap)]
        whole.merges += [Merge(m.top + down, m.left, m.bottom + down, m.right) for m in page.merges]
        whole.percents |= {(row + down, column) for row, column in page.percents}
    return whole


def beside(left: Page, right: Page, name: str = "Rekap", gap: int = 1) -> Page:
    """Return one page with two drawn tables side by side."""
    across = max(map(len, left.rows)) + gap
    whole = Page(name, merges=list(left.merges), percents=set(left.percents))
    for number in range(max(len(left.rows), len(right.rows))):
        first = left.rows[number] if number < len(left.rows) else []
        second = right.rows[number] if number < len(right.rows) else []
        whole.add(*first, *[None] * (across - len(first)), *second)
    whole.merges += [Merge(m.top, m.left + across, m.bottom, m.right + across) for m in right.merges]
    whole.percents |= {(row, column + across) for row, column in right.percents}
    return whole


def read_back(book: Book) -> dict[Key, float | None]:
    """Return every figure of a book by its key; fails where one stands there twice."""
    frame = book.observations
    found: dict[Key, float | None] = {}
    for region, segment, day, measure, value in zip(
        *(frame[name] for name in ("region", "segment", "as_of", "measure", "value")), strict=True
    ):
        key = (region, segment, str(day.date()), measure)
        assert key not in found, f"{key} was read twice"
        found[key] = None if value != value else round(float(value), 6)
    return found


def differences(found: Mapping[Key, float | None], truth: Truth) -> list[str]:
    """Return in words what was read otherwise than it is, nothing where all is right."""
    wrong = [f"{key}: {found[key]} instead of {truth[key]}" for key in truth if key in found
             and (found[key] is None or abs((found[key] or 0) - truth[key]) > 1e-6)]  # fmt: skip
    missing = [f"{key}: {value} not read" for key, value in truth.items() if key not in found]
    extra = [f"{key}: {value} read but not there" for key, value in found.items() if key not in truth]
    return wrong + extra + missing


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


MARCH: Final = month(2025, 3)
MONTHS: Final = tuple(month(2025, number) for number in (1, 2, 3))
QUARTERS: Final = (quarter(2024, 3), quarter(2024, 4), quarter(2025, 1), quarter(2025, 2))
YEARS: Final = (year(2022), year(2023), year(2024))
