"""A sheet that lists persons as something to count: where its rows begin and what its columns say."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from model.excel.by_name_numbers import masked_text
from model.excel.column_keys import UNNAMED, without_time
from model.excel.grid import Cell, Rows, Sheet
from model.excel.header_words import header_text, meaning_of, plain_words
from model.excel.long_rows import LongRows
from model.excel.notices import masked
from model.excel.personal import PersonField, PersonList, person_list
from model.excel.titles import Titles, titles_above
from model.region_columns import infer_province
from model.region_names import MatchStatus, match_region
from model.segments import parse_segment

_NUMBERED: Final = re.compile(r"\(?-?\d{1,2}\)?")
_HEADER_ROWS: Final = 20
_SAMPLED: Final = 1000
_MOST_NAMES: Final = 800
"""A column with more different texts holds no regencies."""
_LONGEST: Final = 60
_HALF: Final = 0.5
_NEARLY_ALL: Final = 0.8
_PRIVATE: Final = frozenset(PersonField) - {PersonField.ADDRESS}
_REGION: Final = re.compile(
    r".*\b(?:kab|kabupaten|kota|kotamadya|regency|wilayah|domisili|daerah|penempatan|lokasi|tempat kerja)\b.*"
)
_BIRTHPLACE: Final = re.compile(r".*\b(?:lahir|ttl|birth)\b.*")
_SEGMENT: Final = re.compile(
    r".*\b(?:segmen\w*|kepesertaan|jenis peserta|kategori(?: peserta)?|program|kelompok|sektor)\b.*"
)
_STATUS: Final = re.compile(r".*\b(?:status\w*|keaktifan|aktif|non ?aktif|active)\b.*")
_ACTIVE: Final = re.compile(r"(?:masih |tk |peserta |status )?(?:aktif|active)(?: bayar| iuran)?")
_INACTIVE: Final = re.compile(
    r"(?:tk |peserta |status )?(?:non ?aktif|tidak aktif|tdk aktif|inaktif|in ?active|keluar|berhenti"
    r"|resign(?:ed)?|phk|meninggal(?: dunia)?|pensiun|na)\b.*"
)

ACTIVE: Final = "active"
INACTIVE: Final = "inactive"


@dataclass(frozen=True, eq=False)
class ByNameList:
    """A list of persons. Its cells stay where they are: nothing of them may be kept."""

    sheet: Sheet
    file: str
    key: str
    """What answers about it are kept by."""
    persons: PersonList
    _counted: dict[int, Counter[str]] = field(default_factory=dict, repr=False)

    @cached_property
    def _top(self) -> Rows:
        """The first rows; a long sheet makes them anew each time."""
        return self.sheet.rows[: max(self.persons.header, 0) + _HEADER_ROWS]

    @cached_property
    def first(self) -> int:
        """The first row below the header."""
        row = self.persons.header + 1
        while row < len(self._top) and self._is_header_too(row):
            row += 1
        return row

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """The header of each column, "" where it has none."""
        if self.persons.header < 0:
            return ("",) * self.width
        band = self._top[self.persons.header : self.first]
        texts = [[masked(header_text(row[column])) for row in band] for column in range(self.width)]
        return tuple(
            " ".join(dict.fromkeys(part for part in parts if part and not _NUMBERED.fullmatch(part)))
            for parts in texts
        )

    @cached_property
    def titles(self) -> Titles:
        """What stands above the list, and in the names of its sheet and file."""
        top = self.persons.header if self.persons.header >= 0 else self.first
        return titles_above(replace(self.sheet, rows=self._top), top, self.file)

    @property
    def width(self) -> int:
        """How many columns the sheet has."""
        return len(self.sheet.rows[0]) if self.sheet.rows else 0

    @property
    def title(self) -> str:
        """The titles as they may be shown."""
        return masked_text(self.titles.text)

    @property
    def subject(self) -> int:
        """The column that stands for the person: the number, else the name, else the first about one."""
        for kind in (PersonField.NIK, PersonField.NAME, PersonField.CARD):
            if (column := self.persons.column(kind)) >= 0:
                return column
        return min(self.persons.columns, default=0)

    def column_key(self, column: int) -> str:
        """Return what answers about a column are kept by."""
        keys = [without_time(header) or UNNAMED for header in self.headers[: column + 1]]
        key, same = keys[-1], [other for other in keys[:-1] if other == keys[-1]]
        return f"{key} #{len(same) + 1}" if same else key

    def cells(self, column: int) -> list[Cell]:
        """Return the cells of a column below the header."""
        rows = self.sheet.rows
        if not isinstance(rows, LongRows):
            return [row[column] for row in rows[self.first :]]
        told = rows.column(column).told()
        return list(map(told.different.__getitem__, told.codes[self.first :].tolist()))

    def counted(self, column: int) -> Counter[str]:
        """Return how often each text (or number, as text) stands in a column."""
        if column not in self._counted:
            counted: Counter[str] = Counter()
            # Few different ones, though there may be 300.000 rows.
            for cell, count in Counter(self.cells(column)).items():
                if text := value_text(cell):
                    counted[text] += count
            self._counted[column] = counted
        return self._counted[column]

    @cached_property
    def _sample(self) -> tuple[tuple[Cell, ...], ...]:
        rows = self.sheet.rows
        rest = self.first + _SAMPLED
        step = max(2, (len(rows) - rest) // _SAMPLED)
        return (*rows[self.first : rest], *rows[rest::step])

    def sampled(self, column: int) -> Counter[str]:
        """Return how often each text stands in some rows of a column: enough to tell what it is for."""
        return Counter(text for row in self._sample if (text := value_text(row[column])))

    def others(self) -> Iterator[int]:
        """Yield the columns that say nothing private."""
        yield from (column for column in range(self.width) if column not in self.persons.columns)

    def _is_header_too(self, row: int) -> bool:
        """Say whether a row still belongs to the header: a second line of it, or numbers of columns."""
        cells = [cell for cell in self._top[row] if cell is not None]
        if not cells:
            return False
        if all(_NUMBERED.fullmatch(header_text(cell)) for cell in cells):
            return len(cells) > 1
        # A second line names columns that the first one spans; persons stand in every kind of column.
        is_text = all(isinstance(cell, str) for cell in cells)
        blank = all(self._top[row][column] is None for column in self.persons.columns)
        return is_text and blank and row == self.persons.header + 1 and self._is_spanned(row)

    def _is_spanned(self, row: int) -> bool:
        return any(
            merge.top <= self.persons.header <= merge.bottom
            and (merge.right > merge.left or merge.bottom >= row)
            for merge in self.sheet.merges
        )


def by_name_list(sheet: Sheet, file: str, key: str) -> ByNameList | None:
    """Return *sheet* as a list of persons, None where it is none; *key* is that of its table."""
    found = person_list(sheet)
    return None if found is None else ByNameList(sheet, file, key, found)


def value_text(cell: Cell) -> str:
    """Return a cell of a column of names or kinds as one text, "" for an empty one."""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return ""
    return repr(cell).removesuffix(".0")


def region_columns(listed: ByNameList, province: str) -> list[int]:
    """Return the columns that may say where persons belong: by header and content, else by content alone.

    Never the place of birth. More than one means different things (where one lives, where one works).
    """
    named, unnamed = [], []
    for column in range(listed.width):
        words = plain_words(listed.headers[column])
        if _BIRTHPLACE.fullmatch(words) or listed.persons.columns.get(column) in _PRIVATE:
            continue
        share = _region_share(listed.sampled(column), province)
        if share >= _HALF and _REGION.fullmatch(words):
            named.append(column)
        elif share >= _NEARLY_ALL:
            unnamed.append(column)
    return named or unnamed


def _region_share(counted: Mapping[str, int], province: str) -> float:
    if not counted or len(counted) > _MOST_NAMES:
        return 0.0
    own = province or infer_province(counted) or ""
    known = sum(count for text, count in counted.items() if is_region(text, own))
    return known / sum(counted.values())


def is_region(text: str, province: str) -> bool:
    """Say whether a text names a regency or city, be it one of another province."""
    if len(text) > _LONGEST:
        return False
    return match_region(text, province).status in {
        MatchStatus.MATCH, MatchStatus.AMBIGUOUS, MatchStatus.CONFLICT_TYPE, MatchStatus.OUTSIDE_PROVINCE,
        MatchStatus.AMBIGUOUS_CODE,
    }  # fmt: skip


def segment_column(listed: ByNameList) -> int:
    """Return the column that says the segment of each person, -1 where there is none."""
    return _kind_column(listed, _SEGMENT, lambda text: bool(segment_of(text)))


def status_column(listed: ByNameList) -> int:
    """Return the column that says who is still a participant, -1 where there is none."""
    return _kind_column(listed, _STATUS, lambda text: bool(status_of(text)))


def segment_of(text: str) -> str:
    """Return the segment that a cell names, "" for none or several."""
    return parse_segment(text) or meaning_of(text).segment


def status_of(text: str) -> str:
    """Return ACTIVE or INACTIVE as a cell says it, "" where it says neither."""
    words = plain_words(text)
    if _ACTIVE.fullmatch(words):
        return ACTIVE
    return INACTIVE if _INACTIVE.fullmatch(words) else ""


def _kind_column(listed: ByNameList, pattern: re.Pattern[str], tells: Callable[[str], bool]) -> int:
    for column in listed.others():
        if not pattern.fullmatch(plain_words(listed.headers[column])):
            continue
        counted = listed.sampled(column)
        if not counted or len(counted) > _MOST_NAMES:
            continue
        known = sum(count for text, count in counted.items() if tells(text))
        if known >= _NEARLY_ALL * sum(counted.values()):
            return column
    return -1
