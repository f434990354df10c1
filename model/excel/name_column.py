"""Which column of a sheet holds the names of regions, and to which province they belong."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.header_words import plain_words
from model.region_columns import code_scheme, infer_province
from model.region_names import MatchStatus, RegionMatch, match_region

_LOOKED_AT: Final = 3000
"""Rows in which a name column shows itself."""
_COLUMNS: Final = 60
_NAMES_ASKED: Final = 400
_LONGEST_NAME: Final = 60
_LONGEST_TEXT: Final = 200
"""Signs beyond which a text is no name of anything."""
_NEARLY_ALL: Final = 0.8
_KIND_WORDS: Final = re.compile(
    r"(?:nama |daftar )?(?:kabupaten|kab|kota|kabupaten */ *kota|kab */ *kota|kabupaten kota|kab kota|wilayah"
    r"|daerah|provinsi|propinsi|region|regency|city|kabupaten dan kota)(?: (?:kabupaten|regency|city|kota))*"
)
_BRANCHES: Final = re.compile(
    r"(?:nama |daftar )?(?:kantor )?(?:cabang|kacab|kcp|kc|unit kerja|unit layanan)"
    r"(?: (?:bpjs|ketenagakerjaan|bpjamsostek))*"
)
"""The head of a column of branches: each is named after a town, but serves several regencies."""
_FEWEST_CODES: Final = 3
_SCHEMES: Final = {
    "bps": "bps", "kemendagri": "kemendagri", "permendagri": "kemendagri", "kepmendagri": "kemendagri",
    "mendagri": "kemendagri", "depdagri": "kemendagri",
}  # fmt: skip
_CODE: Final = re.compile(r"\d\d[.,]?\d{1,2}")
_FOUND: Final = frozenset([MatchStatus.MATCH, MatchStatus.AMBIGUOUS, MatchStatus.CONFLICT_TYPE])


class Key(StrEnum):
    """What names the rows of a table that is about one region only."""

    NONE = ""
    """It is about several regions: their names do."""
    PERIOD = "period"
    SEGMENT = "segment"
    PART = "part"
    """Districts or villages."""
    LABEL = "label"
    """What is counted."""


@dataclass(frozen=True, slots=True)
class Names:
    """Where the regions of a sheet stand. A column is -1 where the sheet has none of its kind."""

    province: str
    """"" where the names do not say and nobody answered."""
    column: int = -1
    code_column: int = -1
    scheme: str = ""
    """Whose codes they are, "" where nothing decides."""
    level_column: int = -1
    other_province: str = ""
    """The names are nearly all of this province, which is not the office's."""
    codes_open: bool = False
    """Nobody can say whose codes they are: some mean two regions."""
    key: int = -1
    """In a table about one region: the column that names its rows."""
    key_kind: Key = Key.NONE
    key_level: int = 0
    """For Key.PART: 1 districts, 2 villages."""
    fixed: str = ""
    """The region that such a table is about, "" where nobody says."""
    headed: bool = False
    """Its regions stand in rows of their own, each above its rows."""

    @property
    def is_fixed(self) -> bool:
        """Say whether the whole table is about one region."""
        return self.key_kind is not Key.NONE

    @property
    def named(self) -> int:
        """The column that names the rows, whatever by."""
        if self.is_fixed:
            return self.key
        return self.column if self.column >= 0 else self.code_column

    @property
    def aside(self) -> frozenset[int]:
        """The columns that hold no figures."""
        return frozenset({self.column, self.code_column, self.level_column, self.key} - {-1})


def find_names(sheet: Sheet, province: str, scheme: str = "") -> Names | None:
    """Return where *sheet* has its regions, None where it has none.

    *province* is the office's ("" if not known: then nearly all names must belong to one).
    *scheme* is whose codes a column of codes holds, where a person said so.
    """
    candidates = [_candidate(sheet, index, province) for index in _text_columns(sheet)]
    best = max((found for found in candidates if found), key=lambda found: found[0], default=None)
    if best is None:
        return _by_codes(sheet, province, scheme)
    _, names = best
    code_column, told = _code_column(sheet, names.column, names.province)
    return Names(
        names.province,
        names.column,
        code_column,
        (scheme or told or _scheme_said(sheet, code_column)) if code_column >= 0 else "",
        _level_column(sheet, names.column),
        names.other_province,
    )


def is_kind_word(text: Cell) -> bool:
    """Say whether a cell only says what kind of thing stands below it: "Kabupaten/Kota", "Wilayah"."""
    return isinstance(text, str) and bool(_KIND_WORDS.fullmatch(plain_words(text)))


@lru_cache(maxsize=20_000)
def matched(text: str, province: str) -> RegionMatch:
    """Return the match of a name; a mere kind word ("Kota") is no name."""
    if len(text) > _LONGEST_TEXT:
        return RegionMatch(MatchStatus.UNKNOWN)
    if is_kind_word(text):
        return RegionMatch(MatchStatus.EMPTY)
    return match_region(text, province)


def names_a_region(match: RegionMatch) -> bool:
    """Say whether a text names a region of the office, if not always one alone, or its province."""
    is_province = match.status is MatchStatus.AGGREGATE and match.region is not None
    return match.status in _FOUND or is_province


def _text_columns(sheet: Sheet) -> Iterator[int]:
    width = len(sheet.rows[0]) if sheet.rows else 0
    yield from range(min(width, _COLUMNS))


def _texts(sheet: Sheet, column: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in sheet.first_rows(_LOOKED_AT):
        cell = row[column]
        if isinstance(cell, str) and len(cell) <= _LONGEST_NAME and any(map(str.isalpha, cell)):
            counts[cell] = counts.get(cell, 0) + 1
    return counts


def _candidate(sheet: Sheet, column: int, province: str) -> tuple[float, Names] | None:
    texts = _texts(sheet, column)
    asked = [text for text in list(texts)[:_NAMES_ASKED] if not is_kind_word(text)]
    if not asked or _is_headed_by_branches(asked, province):
        return None
    inferred = infer_province(asked) or ""
    own = province or inferred
    counted = {text: matched(text, own) for text in asked}
    hits = sum(_weight(match) for match in counted.values())
    if hits < 1 and any(map(is_kind_word, texts)):
        # "Kab Kapuas - Kuala Kapuas" below "Kabupaten": every name is asked about.
        hits = sum(match.status is MatchStatus.SUGGEST for match in counted.values()) / 2
    is_other = bool(province and inferred and inferred != province)
    if is_other:
        hits = sum(_weight(matched(text, inferred)) for text in asked)
    # One region can be a table of one row, but one word that happens to be a name cannot.
    if hits < 1 or (hits < _NEARLY_ALL * 2 and len(asked) > 6):
        return None
    return hits + 1 / (2 + column), Names(own, column, other_province=inferred if is_other else "")


def _is_headed_by_branches(texts: Iterable[str], province: str) -> bool:
    """Say whether a column calls its rows branches, above the first name that is a region's."""
    for text in texts:
        if _BRANCHES.fullmatch(plain_words(text)):
            return True
        if names_a_region(matched(text, province)):
            return False
    return False


def _weight(match: RegionMatch) -> float:
    if names_a_region(match):
        return 1.0
    # Provinces side by side, or names of a neighbour: regions, though not ours.
    return 0.5 if match.status is MatchStatus.OUTSIDE_PROVINCE else 0.0


def _by_codes(sheet: Sheet, province: str, scheme: str) -> Names | None:
    best: tuple[int, Names] | None = None
    answered = scheme
    for column in _text_columns(sheet):
        codes = _codes(sheet, column)
        if len(codes) < _FEWEST_CODES:
            continue
        scheme = answered or _scheme_said(sheet, column)
        fronts = {code[:2] for code in codes}
        own = province or (fronts.pop() if len(fronts) == 1 else "")
        statuses = [match_region(code, own, scheme).status for code in codes]  # type: ignore[arg-type]
        known = sum(status in _FOUND or status is MatchStatus.AMBIGUOUS_CODE for status in statuses)
        if known >= _NEARLY_ALL * len(codes) and (best is None or known > best[0]):
            is_open = not scheme and MatchStatus.AMBIGUOUS_CODE in statuses
            best = known, Names(own, code_column=column, scheme=scheme, codes_open=is_open)
    return best[1] if best else None


def _scheme_said(sheet: Sheet, column: int) -> str:
    """Whose codes stand in a column by its header, "Kode BPS", "" where that names nobody."""
    for row in sheet.first_rows(_LOOKED_AT):
        if code_text(row[column]):
            return ""
        cell = row[column]
        words = plain_words(cell).split() if isinstance(cell, str) else []
        if found := next((scheme for word in words if (scheme := _SCHEMES.get(word))), ""):
            return found
    return ""


def _codes(sheet: Sheet, column: int) -> list[str]:
    cells = (code_text(row[column]) for row in sheet.first_rows(_LOOKED_AT))
    return [text for text in cells if text]


def code_text(cell: Cell) -> str:
    """Return a cell as the text of a region code ("62.1", "6201"), "" if it is none."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return ""
    text = repr(cell).removesuffix(".0") if not isinstance(cell, str) else cell.strip()
    return text if _CODE.fullmatch(text) and text[:2] >= "11" else ""


def _code_column(sheet: Sheet, names: int, province: str) -> tuple[int, str]:
    rows = [
        row
        for row in sheet.first_rows(_LOOKED_AT)
        if isinstance(row[names], str) and matched(str(row[names]), province).status is MatchStatus.MATCH
    ]
    for column in _text_columns(sheet):
        pairs = [(code_text(row[column]), row[names]) for row in rows]
        coded = [(code, name) for code, name in pairs if code]
        if column == names or not coded or len(coded) < _NEARLY_ALL * len(rows):
            continue
        codes = [code for code, _ in coded]
        if sum(code.startswith(province) for code in codes) < _NEARLY_ALL * len(codes):
            continue
        if len(set(codes)) < _NEARLY_ALL * len({name for _, name in coded}):
            continue
        return column, code_scheme(codes, [name for _, name in coded], province) or ""
    return -1, ""


_LEVELS: Final = re.compile(
    r"kabupaten|kab|kota|kotamadya|provinsi|propinsi|prov|nasional|national|negara"
    r"|kecamatan|kec|distrik|desa|kelurahan|kel|kampung"
)


def _level_column(sheet: Sheet, names: int) -> int:
    for column in _text_columns(sheet):
        texts = (row[column] for row in sheet.first_rows(_LOOKED_AT))
        cells = [plain_words(text) for text in texts if isinstance(text, str)]
        levels = sum(bool(_LEVELS.fullmatch(cell)) for cell in cells)
        if column != names and levels >= 3 and levels >= _NEARLY_ALL * (len(cells) - 3):
            return column
    return -1
