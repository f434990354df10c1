"""What names the rows of a table: a region, a total, a part of a region, or a key of another kind."""

import re
from functools import cached_property
from typing import Final

from model.excel.answers import LEAVE, About, Answers
from model.excel.grid import Cell, Sheet
from model.excel.header_periods import moment_of
from model.excel.header_words import meaning_of, plain_words
from model.excel.layout import RowKind
from model.excel.name_column import Key, Names, code_text, matched
from model.excel.notices import shown
from model.excel.row_words import (
    EARLIER,
    MEAN,
    PART_TOTAL,
    STATISTIC,
    TOTAL,
    WHOLES,
    is_figure_like,
    is_footer,
    is_total,
    level_below,
    without_enumerator,
)
from model.region_names import MatchStatus, RegionMatch, match_region
from model.regions import regions
from model.segments import parse_segment

_NO_ANSWERS: Final = Answers()
_LEVELS: Final = {
    "kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota", "kotamadya": "kota",
    "provinsi": "provinsi", "propinsi": "provinsi", "prov": "provinsi",
}  # fmt: skip
_NATIONAL: Final = frozenset(["nasional", "national", "negara"])
_AHEAD: Final = 40
_PROVINCES: Final = re.compile(r"(?:nama |wilayah )?(?:provinsi|propinsi|province)")


class RowReader:
    """Says what each row of one table is by the cells that name it."""

    def __init__(self, sheet: Sheet, names: Names, answers: Answers = _NO_ANSWERS) -> None:
        self.sheet, self.names, self._answers = sheet, names, answers
        self._matches: dict[int, RegionMatch] = {}
        self._kinds: dict[int, RowKind | None] = {}
        self._tops = {
            (row, merge.left): merge.top
            for merge in sheet.merges
            for row in range(merge.top + 1, min(merge.bottom + 1, len(sheet.rows)))
        }

    def filled(self, row: int, column: int) -> Cell:
        """Return a cell, that of the whole merged block where it lies in one."""
        return self.sheet.cell(self._tops.get((row, column), row), column)

    def carry(self, row: int, column: int) -> None:
        """Let a cell say what the one above it says."""
        self._tops[row, column] = self._tops.get((row - 1, column), row - 1)
        self._matches.pop(row, None)
        self._kinds.clear()

    def lend(self, row: int, column: int, owner: int) -> None:
        """Let a cell say what the row *owner*, above or below it, says."""
        self._tops[row, column] = owner
        self._matches.pop(row, None)
        self._kinds.clear()

    def name(self, row: int) -> Cell:
        """Return the name of a row; one that is merged over several rows counts for each.

        "Jumlah" often stands further left, merged over the running number and the name.
        """
        column = self.names.named
        own = self.filled(row, column)
        if own is not None:
            return own
        further_left = (self.sheet.cell(row, left) for left in range(column - 1, -1, -1))
        return next(
            (cell for cell in further_left if isinstance(cell, str) and self._is_aggregate(cell)), None
        )

    def _is_aggregate(self, text: str) -> bool:
        is_sum = bool(TOTAL.fullmatch(plain_words(text)))
        return is_sum or matched(text, self.names.province).status is MatchStatus.AGGREGATE

    def answer(self, row: int) -> str | None:
        """Return what a person answered about the name of a row, None where nobody did."""
        name = self.name(row) if self._answers.given else None
        return None if name is None else self._answers.get(About.NAME, plain_words(shown(name)))

    def match(self, row: int) -> RegionMatch:
        """Return which region a row is, by its name, its level beside it and its code."""
        if row not in self._matches:
            self._matches[row] = self._answered(row) or self._match(row)
        return self._matches[row]

    def _answered(self, row: int) -> RegionMatch | None:
        answer = self.answer(row)
        if answer is None:
            return None
        region = regions().get(answer)
        if region is None:
            return RegionMatch(MatchStatus.EMPTY)
        is_own = region.code == self.names.province
        return RegionMatch(MatchStatus.AGGREGATE if is_own else MatchStatus.MATCH, region)

    def _match(self, row: int) -> RegionMatch:
        name = self.name(row)
        if self.names.is_fixed:
            return RegionMatch(MatchStatus.EMPTY)
        if self.names.column < 0:
            code = code_text(name)
            if code or not isinstance(name, str):
                scheme = self.names.scheme
                return match_region(code or None, self.names.province, scheme)  # type: ignore[arg-type]
        if not isinstance(name, str):
            return RegionMatch(MatchStatus.EMPTY)
        level = self._level(row) or self._level_of_all
        if level in {"kabupaten", "kota"}:
            combined = matched(f"{level} {name}", self.names.province)
            if combined.status is MatchStatus.MATCH:
                return combined
        if level == "provinsi":
            combined = matched(f"provinsi {name}", self.names.province)
            if combined.status in {MatchStatus.AGGREGATE, MatchStatus.OUTSIDE_PROVINCE}:
                return combined
        return self._with_code(matched(name, self.names.province), row)

    @cached_property
    def _level_of_all(self) -> str:
        """What the header of the names says that all of them are: "provinsi", "" for anything else."""
        for row in self.sheet.first_rows(_AHEAD) if self.names.column >= 0 else ():
            if any(is_figure_like(cell) and not moment_of(cell).is_known for cell in row):
                return ""
            cell = row[self.names.column]
            if isinstance(cell, str) and _PROVINCES.fullmatch(plain_words(cell)):
                return "provinsi"
        return ""

    def _level(self, row: int) -> str:
        text = self._beside(row, self.names.level_column)
        words = plain_words(text) if isinstance(text, str) else ""
        return _LEVELS.get(words, words)

    def kind(self, row: int) -> RowKind | None:
        """Return the kind of a row by its name alone, None for a heading, a footer or nothing."""
        if row not in self._kinds:
            self._kinds[row] = self._kind(row)
        return self._kinds[row]

    def _kind(self, row: int) -> RowKind | None:
        if self.names.is_fixed:
            return self._kind_of_key(row)
        if self._level(row) in _NATIONAL or self.answer(row) == LEAVE:
            return None
        return self._kind_of_name(row)

    def _kind_of_name(self, row: int) -> RowKind | None:
        match = self.match(row)
        name = self.name(row)
        words = plain_words(name) if isinstance(name, str) else ""
        if match.status is MatchStatus.MATCH:
            return RowKind.REGION
        if match.status is MatchStatus.AGGREGATE or TOTAL.fullmatch(words):
            if MEAN.search(words) or words in WHOLES or EARLIER.search(words):
                return None
            if match.region:
                return RowKind.PROVINCE
            return RowKind.SUBTOTAL if PART_TOTAL.match(words) else RowKind.TOTAL
        if STATISTIC.fullmatch(words):
            return None
        if words in {"kabupaten", "kota"} and self._is_after_regions(row):
            return RowKind.SUBTOTAL
        if match.status is MatchStatus.AMBIGUOUS_CODE:
            return RowKind.NOT_MATCHED
        if not words or is_footer(name) or match.status is MatchStatus.EMPTY or not self.has_name(row):
            return None
        return RowKind.NOT_MATCHED

    def _kind_of_key(self, row: int) -> RowKind | None:
        """The kind of a row of a table that is about one region only."""
        cell = self.filled(row, self.names.key)
        if cell is None or is_footer(cell):
            return None
        kind = self.names.key_kind
        if is_total(cell):
            words = plain_words(str(cell))
            is_mean = bool(MEAN.search(words))
            return RowKind.REGION if kind in {Key.SEGMENT, Key.PART} and not is_mean else None
        if kind is Key.PERIOD:
            return RowKind.REGION if moment_of(cell).is_known else None
        if kind is Key.SEGMENT:
            return RowKind.REGION if segment_named(cell) is not None else None
        if kind is Key.PART and isinstance(cell, str):
            match = matched(cell, self.names.province)
            is_own = match.region is not None and match.region.code == self.names.fixed
            return (
                RowKind.REGION if is_own else None if STATISTIC.fullmatch(plain_words(cell)) else RowKind.PART
            )
        return RowKind.REGION if kind is Key.LABEL else None

    def level(self, row: int) -> int:
        """Return how far below a regency a row lies by its name: 1 a district, 2 a village, 0 it does not."""
        if self._level(row) in {"kecamatan", "distrik"}:
            return 1
        if self._level(row) in {"desa", "kelurahan", "kampung"}:
            return 2
        name = self.name(row)
        return level_below(name) if isinstance(name, str) else 0

    def is_foreign(self, row: int) -> bool:
        """Say whether a row is a region, but of another province."""
        return self.match(row).status is MatchStatus.OUTSIDE_PROVINCE

    def is_other_province(self, row: int) -> bool:
        """Say whether a row is another province as a whole."""
        match = self.match(row)
        is_foreign = match.status is MatchStatus.OUTSIDE_PROVINCE and bool(match.candidates)
        return is_foreign and all(region.code == region.province for region in match.candidates)

    def continues(self, row: int) -> bool:
        """Say whether a row right below the last known one still belongs to the table by its figures."""
        if is_footer(self.name(row)):
            return False
        aside = self.names.aside
        cells = [cell for column, cell in enumerate(self.sheet.rows[row]) if column not in aside]
        if self.name(row) is None and any(map(is_figure_like, cells)):
            # A key beside a name that is written once for several rows: "| PU | 400".
            return True
        return sum(is_figure_like(cell) for cell in cells) >= 2 or is_figure_like(
            self.sheet.cell(row, self.names.named + 1)
        )

    def has_name(self, row: int) -> bool:
        """Say whether anything at all names a row."""
        name = self.name(row)
        if not isinstance(name, str) or not name.strip():
            return False
        # "010." among names is a number of a district; only a column of codes is named by digits.
        return self.names.column < 0 or self.names.is_fixed or any(map(str.isalpha, name))

    def code_beside(self, row: int) -> str:
        """Return the code that stands beside the name of a row, "" where none does."""
        return code_text(self._beside(row, self.names.code_column))

    def _is_after_regions(self, row: int) -> bool:
        return any(
            self.match(above).status is MatchStatus.MATCH for above in range(max(0, row - _AHEAD), row)
        )

    def _with_code(self, match: RegionMatch, row: int) -> RegionMatch:
        code = self.code_beside(row)
        if not code or not self.names.scheme or match.status is MatchStatus.AGGREGATE:
            return match
        coded = match_region(code, self.names.province, self.names.scheme)  # type: ignore[arg-type]
        if match.status is not MatchStatus.MATCH:
            return coded if coded.status is MatchStatus.MATCH and not match.candidates else match
        if coded.region and match.region and coded.region != match.region:
            return RegionMatch(MatchStatus.AMBIGUOUS, candidates=(match.region, coded.region))
        return match

    def _beside(self, row: int, column: int) -> Cell:
        return self.sheet.cell(row, column) if column >= 0 else None


def segment_named(cell: Cell) -> str | None:
    """Return the segment that a cell names and nothing else, "" for all of them, None for none."""
    if not isinstance(cell, str):
        return None
    text = without_enumerator(cell)
    if (segment := parse_segment(text)) is not None:
        return segment
    meaning = meaning_of(text)
    is_bare = meaning.measure is None and meaning.doubt is None
    return meaning.segment if is_bare and meaning.segment else None
