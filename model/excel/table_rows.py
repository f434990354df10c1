"""The rows of an office table: regions, totals that check themselves, headings, footers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from model.excel.answers import About, Answers
from model.excel.grid import Cell, Sheet, a1
from model.excel.header_periods import Moment, moment_of
from model.excel.header_words import header_text, plain_words
from model.excel.layout import Row, RowKind
from model.excel.name_column import Names, code_text, matched
from model.excel.notices import notice, shown
from model.excel.numbers import Mark, mark_of
from model.periods import Period
from model.problems import Problem, Severity
from model.region_names import MatchStatus, RegionMatch, match_region
from model.regions import regions
from model.segments import parse_segment

_TOTAL: Final = re.compile(r"(?:grand |sub ?)?(?:jumlah|total|jml|jlh)\b.*|.*\b(?:jumlah|total)")
_PART: Final = re.compile(
    r"sub ?(?:jumlah|total).*|(?:jumlah|total) (?:seluruh )?(?:kabupaten|kab|kota)(?! */| kota| dan)"
)
_MEAN: Final = re.compile(r"rata|rerata|average|median")
_STATISTIC: Final = re.compile(
    r"(?:nilai )?(?:tertinggi|terendah|terbesar|terkecil|maks(?:imum|imal)?|min(?:imum|imal)?|max"
    r"|median|rerata|rata)\b.*"
)
_WHOLES: Final = frozenset(
    ["indonesia", "nasional", "national", "kalimantan", "sumatera", "jawa", "sulawesi", "papua"]
)
_FOOTER: Final = re.compile(r"(?:sumber|catatan|keterangan|ket|note|source|mengetahui|dicetak|nb)\b")
_NUMBERING: Final = re.compile(r"\(?-?\d{1,2}\)?(?:\s*[=:].*)?|\(?[a-z]\)?|\d{1,2}\s*=.*")
_NO_ANSWERS: Final = Answers()
_MANY: Final = 10
"""More names of other provinces than this are said in one sentence."""


@dataclass(frozen=True, slots=True)
class RowKeys:
    """The columns in which each row says its own period (a year and a month may stand apart) and segment."""

    periods: tuple[int, ...] = ()
    segment: int = -1


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a sheet that carry figures, and what is to be said about the others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def is_figure_like(cell: Cell) -> bool:
    """Say whether a cell could hold a figure: a number, a text number, a dash or "..."."""
    if cell is None:
        return False
    return mark_of(cell) in {Mark.NUMBER, Mark.DASH, Mark.NIL, Mark.UNREPORTED}


def is_numbering(cells: Sequence[Cell]) -> bool:
    """Say whether a row only numbers the columns: (1) (2) (3), which Excel keeps as -1 -2 -3."""
    texts = [
        header_text(cell) if not isinstance(cell, str) else cell.strip() for cell in cells if cell is not None
    ]
    if len(texts) < 3 or not all(_NUMBERING.fullmatch(text.casefold()) for text in texts):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    steps = [after - before for before, after in pairwise(numbers)]
    return bool(steps) and sum(step == 1 for step in steps) >= 0.7 * len(steps)


class RowReader:
    """Classifies the rows of one sheet, from a table's first data row on."""

    def __init__(self, sheet: Sheet, file: str, names: Names, answers: Answers = _NO_ANSWERS) -> None:
        self._sheet, self._file, self._answers = sheet, file, answers
        self.names = names
        self._tops = {
            (row, merge.left): merge.top
            for merge in sheet.merges
            for row in range(merge.top + 1, min(merge.bottom + 1, len(sheet.rows)))
        }

    def name(self, row: int) -> Cell:
        """Return the name of a row; one that is merged over several rows counts for each.

        "Jumlah" often stands further left, merged over the running number and the name.
        """
        column = self.names.column if self.names.column >= 0 else self.names.code_column
        own = self._filled(row, column)
        if own is not None:
            return own
        further_left = (self._sheet.cell(row, left) for left in range(column - 1, -1, -1))
        return next(
            (cell for cell in further_left if isinstance(cell, str) and self._is_aggregate(cell)), None
        )

    def _is_aggregate(self, text: str) -> bool:
        is_total = bool(_TOTAL.fullmatch(plain_words(text)))
        return is_total or matched(text, self.names.province).status is MatchStatus.AGGREGATE

    def match(self, row: int) -> RegionMatch:
        """Return which region a row is, by its name, its level beside it and its code."""
        name = self.name(row)
        if (answer := self.answer(row)) is not None:
            region = regions().get(answer)
            if region is None:
                return RegionMatch(MatchStatus.EMPTY)
            is_own = region.code == self.names.province
            return RegionMatch(MatchStatus.AGGREGATE if is_own else MatchStatus.MATCH, region)
        if self.names.column < 0:
            code = code_text(name)
            if code or not isinstance(name, str):
                scheme = self.names.scheme
                return match_region(code or None, self.names.province, scheme)  # type: ignore[arg-type]
        if not isinstance(name, str):
            return RegionMatch(MatchStatus.EMPTY)
        level = (
            plain_words(text) if isinstance(text := self._beside(row, self.names.level_column), str) else ""
        )
        if level in {"kabupaten", "kab", "kota", "kotamadya"}:
            combined = matched(f"{level} {name}", self.names.province)
            if combined.status is MatchStatus.MATCH:
                return combined
        return self._with_code(matched(name, self.names.province), row)

    def answer(self, row: int) -> str | None:
        """Return what a person answered about the name of a row, None where nobody did."""
        name = self.name(row)
        return None if name is None else self._answers.get(About.NAME, plain_words(str(name)))

    def kind(self, row: int) -> RowKind | None:
        """Return the kind of a row by its name alone, None for a heading, a footer or nothing."""
        match = self.match(row)
        name = self.name(row)
        words = plain_words(name) if isinstance(name, str) else ""
        if match.status is MatchStatus.MATCH:
            return RowKind.REGION
        if match.status is MatchStatus.AGGREGATE or _TOTAL.fullmatch(words):
            if _MEAN.search(words) or words in _WHOLES:
                return None
            if match.region:
                return RowKind.PROVINCE
            return RowKind.SUBTOTAL if _PART.match(words) else RowKind.TOTAL
        if _STATISTIC.fullmatch(words):
            return None
        if words in {"kabupaten", "kota"} and self._is_after_regions(row):
            return RowKind.SUBTOTAL
        if match.status is MatchStatus.AMBIGUOUS_CODE:
            return RowKind.NOT_MATCHED
        if not words or _FOOTER.match(words) or match.status is MatchStatus.EMPTY:
            return None
        return RowKind.NOT_MATCHED

    def is_foreign(self, row: int) -> bool:
        """Say whether a row is a region, but of another province."""
        return self.match(row).status is MatchStatus.OUTSIDE_PROVINCE

    def continues(self, row: int) -> bool:
        """Say whether a row right below the last known one still belongs to the table by its figures."""
        name = self.name(row)
        if isinstance(name, str) and _FOOTER.match(plain_words(name)):
            return False
        aside = {self.names.column, self.names.code_column, self.names.level_column}
        cells = [cell for column, cell in enumerate(self._sheet.rows[row]) if column not in aside]
        return sum(is_figure_like(cell) for cell in cells) >= 2 or is_figure_like(
            self._sheet.cell(row, self.names.column + 1)
        )

    def read(self, first: int, last: int, figures: Sequence[int], by: RowKeys) -> Found:
        """Return the rows from *first* to *last* that have something in the columns *figures*."""
        if by.periods or by.segment >= 0:
            self._carry_names(first, last, [*by.periods, by.segment])
        rows: list[Row] = []
        problems: list[Problem] = []
        foreign: list[tuple[int, str]] = []
        heading: Period | None = None
        for index in range(first, last + 1):
            if is_numbering(self._sheet.rows[index]):
                continue
            has_figures = any(is_figure_like(self._sheet.cell(index, column)) for column in figures)
            if not has_figures:
                heading = self._period_heading(index) or heading
            kind = self.kind(index)
            if (
                kind is RowKind.NOT_MATCHED
                and has_figures
                and self.match(index).status is MatchStatus.OUTSIDE_PROVINCE
            ):
                foreign.append((index, shown(self.name(index))))
            elif kind is RowKind.NOT_MATCHED and has_figures:
                problems.append(self._not_matched(index))
            elif kind is None and has_figures and not self._is_aside(index):
                problems.append(self._notice(Severity.WARNING, "row_without_name", index))
            if kind and (has_figures or kind is RowKind.REGION):
                rows.append(self._row(index, kind, heading, by))
        return Found(_one_total(rows), (*problems, *self._foreign(foreign)))

    def _carry_names(self, first: int, last: int, keys: Sequence[int]) -> None:
        """Let a name stand for the rows below it that only say another segment or period."""
        column = self.names.column
        for row in range(first + 1, last + 1):
            says_more = any(self._sheet.cell(row, key) is not None for key in keys if key >= 0)
            if says_more and self.name(row) is None:
                self._tops[row, column] = self._tops.get((row - 1, column), row - 1)

    def _row(self, index: int, kind: RowKind, heading: Period | None, by: RowKeys) -> Row:
        region = self.match(index).region
        moment = Moment()
        for column in by.periods:
            moment = moment.joined(moment_of(self._filled(index, column)))
        segment = self._filled(index, by.segment) if by.segment >= 0 else None
        return Row(
            index,
            kind,
            region.code if region else "",
            moment.settled() if by.periods else heading,
            (parse_segment(str(segment)) or "") if segment is not None else "",
        )

    def _filled(self, row: int, column: int) -> Cell:
        return self._sheet.cell(self._tops.get((row, column), row), column)

    def _period_heading(self, row: int) -> Period | None:
        """The period that a row says alone, such as a merged "2022" above its block of regions."""
        cells = [cell for cell in self._sheet.rows[row] if cell is not None]
        return moment_of(cells[0]).settled() if len(cells) == 1 else None

    def _is_aside(self, row: int) -> bool:
        name = self.name(row)
        return isinstance(name, str) and bool(name.strip())

    def _is_after_regions(self, row: int) -> bool:
        return any(self.match(above).status is MatchStatus.MATCH for above in range(max(0, row - 40), row))

    def _with_code(self, match: RegionMatch, row: int) -> RegionMatch:
        code = code_text(self._beside(row, self.names.code_column))
        if not code or not self.names.scheme or match.status is MatchStatus.AGGREGATE:
            return match
        coded = match_region(code, self.names.province, self.names.scheme)  # type: ignore[arg-type]
        if match.status is not MatchStatus.MATCH:
            return coded if coded.status is MatchStatus.MATCH and not match.candidates else match
        if coded.region and match.region and coded.region != match.region:
            return RegionMatch(MatchStatus.AMBIGUOUS, candidates=(match.region, coded.region))
        return match

    def _beside(self, row: int, column: int) -> Cell:
        return self._sheet.cell(row, column) if column >= 0 else None

    def _not_matched(self, row: int) -> Problem:
        match, name = self.match(row), self.name(row)
        if isinstance(name, str) and matched(name, self.names.province).status is MatchStatus.MATCH:
            facts = {
                "name": shown(name),
                "own_code": code_text(self._beside(row, self.names.code_column)),
                "other": match.candidates[-1].full_name if match.candidates else "",
            }
            return self._notice(Severity.ERROR, "code_of_another", row, **facts)
        names = [region.full_name for region in match.candidates[:3]]
        code = {
            MatchStatus.SUGGEST: "name_suggested",
            MatchStatus.AMBIGUOUS: "name_ambiguous",
            MatchStatus.CONFLICT_TYPE: "name_conflict_type",
            MatchStatus.AMBIGUOUS_CODE: "code_ambiguous",
        }.get(match.status, "name_unknown")
        facts = {"name": shown(name), "candidates": " / ".join(names)}
        return self._notice(Severity.ERROR, code, row, **facts)

    def _foreign(self, rows: list[tuple[int, str]]) -> list[Problem]:
        if len(rows) <= _MANY:
            return [
                self._notice(Severity.WARNING, "name_outside_province", row, name=name) for row, name in rows
            ]
        listed = ", ".join(name for _, name in rows[:5])
        return [
            self._notice(
                Severity.WARNING, "names_outside_province", rows[0][0], count=len(rows), names=listed
            )
        ]

    def _notice(self, severity: Severity, code: str, row: int, **facts: object) -> Problem:
        column = max(0, self.names.column if self.names.column >= 0 else self.names.code_column)
        return notice(severity, code, self._file, self._sheet.name, a1(row, column), **facts)


def _one_total(rows: list[Row]) -> tuple[Row, ...]:
    """Of several bare totals in one block the last one is of everything, those before it of parts."""
    totals = [row.index for row in rows if row.kind is RowKind.TOTAL]
    last = {(row.period, row.segment): row.index for row in rows if row.kind is RowKind.TOTAL}
    return tuple(
        replace(row, kind=RowKind.SUBTOTAL) if row.index in totals and row.index not in last.values() else row
        for row in rows
    )
