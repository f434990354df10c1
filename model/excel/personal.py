"""Sheets that list persons: told by their headers and by columns of sixteen digits.

Nothing on such a sheet is kept: its rows may be counted where somebody asks for it
(model.excel.by_name_count), and it is drawn masked (model.excel.by_name_picture).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from model.excel.by_name_headers import PersonField as PersonField
from model.excel.by_name_headers import header_field, is_bare_name, is_other_header, is_role
from model.excel.by_name_numbers import is_number_of_a_person
from model.excel.grid import Cell, Rows, Sheet
from model.excel.header_words import plain_words
from model.region_names import MatchStatus, match_region

_HEADER_ROWS: Final = 200
_LOOKED_AT: Final = 2000
_SAMPLED: Final = 1000
"""Rows taken from the rest of a long sheet, evenly."""
_CONTENT: Final = 100
"""Cells below a header that show what it heads."""
_ENOUGH: Final = 3
_MANY: Final = 6
_MOST: Final = 0.8
_NEARLY_ALL: Final = 0.9
_SMALLEST_NUMBER: Final = 10_000_000
"""Below this a number under "KPJ" or "NIK" counts something."""


@dataclass(frozen=True)
class PersonList:
    """Where a sheet lists persons: its header row (-1 without one), and what its columns say of them."""

    header: int
    columns: Mapping[int, PersonField] = field(default_factory=dict)

    def column(self, wanted: PersonField) -> int:
        """Return the leftmost column of a kind, -1 where there is none."""
        return min((column for column, kind in self.columns.items() if kind is wanted), default=-1)


_COUNTS: Final = re.compile(
    r"\b(?:jumlah|jml|jlh|total|tk|tenaga kerja|peserta|pekerja|orang|aktif|potensi|persen\w*)\b|%"
)
_CALLED: Final = re.compile(r"[A-Za-z][A-Za-z .,'’`-]*")
_ALONE: Final = frozenset(
    [PersonField.NIK, PersonField.CARD, PersonField.FAMILY, PersonField.MOTHER, PersonField.BIRTH]
)
"""A column of one of these makes a list of persons by itself."""
_PERHAPS_AN_OFFICE: Final = frozenset(
    [PersonField.ADDRESS, PersonField.SEX, PersonField.PHONE, PersonField.TAX]
)
"""A column of one of these may be about offices where nothing else is about persons."""
_LIST_TITLE: Final = re.compile(r"\bbnba\b|\bby name\b|\bdaftar nama\b|\bdata perorangan\b")
_NUMBERING: Final = re.compile(r"\s*\(?-?\d{0,2}\)?\s*")
_NOT_A_NAME: Final = re.compile(
    r"(?:pt|cv|ud|pd|fa|koperasi|yayasan|dinas|badan|kantor|kecamatan|kec|desa|kelurahan|kel|kab|kabupaten|kota"
    r"|provinsi|upt|rsud|puskesmas|bank|toko|jumlah|total|program|segmen|cabang|perusahaan)\b|\d"
)


def is_about_persons(sheet: Sheet) -> bool:
    """Say whether *sheet* lists persons; a table that only speaks of them in a title does not."""
    return person_list(sheet) is not None


def person_list(sheet: Sheet) -> PersonList | None:
    """Return where *sheet* lists persons, None where it does not.

    A header such as NIK or mother's name is enough, unless what stands below it are counts or
    regions; a name needs a birthday, address or telephone beside it, or a title that says so.
    Without any header a column of sixteen digits that can be a NIK tells it.
    """
    top = replace(sheet, rows=sheet.rows[:_LOOKED_AT])  # taken once: a long sheet makes its rows anew
    found = _by_headers(top)
    numbers = dict.fromkeys(_columns_of_numbers(sheet, top.rows), PersonField.NIK)
    if found is not None:
        return PersonList(found.header, {**numbers, **found.columns})
    if not numbers:
        return None
    return PersonList(_row_above(top, numbers), numbers)


def private_columns(sheet: Sheet) -> dict[int, tuple[int, PersonField]]:
    """Return the columns of a sheet that is no list of persons which hold names, telephones and the like.

    Each with the row of its header: a summary may name somebody to call in each regency.
    """
    found: dict[int, tuple[int, PersonField]] = {}
    top = replace(sheet, rows=sheet.rows[:_LOOKED_AT])
    for row, kinds in _header_rows(top, header_of_somebody):
        for column, kind in kinds.items():
            if column not in found and (len(kinds) > 1 or _is_private_alone(top, row, column, kind)):
                found[column] = row, kind
    return found


def header_of_somebody(text: str) -> PersonField | None:
    """Return what a header says of a person, also one that only names a role: "PIC", "Petugas"."""
    kind = header_field(text)
    return PersonField.NAME if kind is None and is_role(text) else kind


def _is_private_alone(sheet: Sheet, row: int, column: int, kind: PersonField) -> bool:
    """Say whether a column is about persons though no other is: an address may be an office's."""
    header = str(sheet.rows[row][column])
    if is_role(header):
        return True
    if kind is not PersonField.NAME or not is_bare_name(header):
        return kind not in _PERHAPS_AN_OFFICE
    texts = [cell for cell in _below(sheet, row, column) if isinstance(cell, str)]
    called = [text for text in texts if _CALLED.fullmatch(text.strip()) and " " in text.strip()]
    return len(called) >= max(_ENOUGH, _MOST * len(texts))


def _by_headers(sheet: Sheet) -> PersonList | None:
    for row, kinds in _header_rows(sheet):
        if _tells(sheet, row, kinds):
            return PersonList(row, kinds)
    return None


def _header_rows(
    sheet: Sheet, meant: Callable[[str], PersonField | None] = header_field
) -> Iterator[tuple[int, dict[int, PersonField]]]:
    """Yield the rows with headers about persons, and those of their columns that hold what they say."""
    known: dict[str, PersonField | None] = {}
    for row, cells in enumerate(sheet.rows[:_HEADER_ROWS]):
        texts = {column: cell for column, cell in enumerate(cells) if isinstance(cell, str) and cell.strip()}
        # A title may speak of NIK; a row of several headers means what it says.
        if len(texts) < 2:
            continue
        kinds: dict[int, PersonField] = {}
        for column, text in texts.items():
            if text not in known:
                known[text] = meant(text)
            kind = known[text]
            if kind and _fits(sheet, row, column, kind):
                kinds[column] = kind
        if kinds:
            yield row, kinds


def _tells(sheet: Sheet, row: int, kinds: Mapping[int, PersonField]) -> bool:
    """Say whether headers of these kinds make a list of persons."""
    if _ALONE & set(kinds.values()):
        return True
    names = [column for column, kind in kinds.items() if kind is PersonField.NAME]
    if not names:
        return False
    strong = not all(is_bare_name(str(sheet.rows[row][column])) for column in names)
    if strong or (len(kinds) > len(names) and not _is_summary(sheet, row)):
        return True
    if any(_are_names_in_regions(sheet, row, column) for column in names):
        return True
    return any(_LIST_TITLE.search(plain_words(text)) for text in _titles(sheet, row))


def _titles(sheet: Sheet, row: int) -> Iterator[str]:
    yield sheet.name
    for cells in sheet.rows[:row]:
        yield from (cell for cell in cells if isinstance(cell, str))


def _fits(sheet: Sheet, row: int, column: int, kind: PersonField) -> bool:
    """Say whether what stands below a header can be what it says of persons."""
    cells = list(_below(sheet, row, column))
    if not cells:
        return True
    counts = sum(_is_count(cell, kind) for cell in cells)
    if counts >= _MOST * len(cells):
        return False
    if kind is not PersonField.NAME:
        return True
    other = sum(isinstance(cell, str) and _is_no_name(cell) for cell in cells)
    return other < _MOST * len(cells)


def _below(sheet: Sheet, row: int, column: int) -> Iterator[Cell]:
    left = _CONTENT
    for cells in sheet.rows[row + 1 : row + 1 + 3 * _CONTENT]:
        cell = cells[column]
        # What numbers the columns, "(3)", is no content.
        if cell is None or (isinstance(cell, str) and _NUMBERING.fullmatch(cell)):
            continue
        yield cell
        left -= 1
        if not left:
            return


def _is_count(cell: Cell, kind: PersonField) -> bool:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return False
    if kind is PersonField.BIRTH:
        return not (
            float(cell).is_integer() and 1900 <= cell < 2_958_466
        )  # a year, or Excel's number of a day
    return abs(cell) < _SMALLEST_NUMBER


def _is_no_name(text: str) -> bool:
    if _NOT_A_NAME.match(plain_words(text)):
        return True
    found = match_region(text, "").status
    return found in {MatchStatus.MATCH, MatchStatus.AGGREGATE, MatchStatus.CONFLICT_TYPE}


def _are_names_in_regions(sheet: Sheet, row: int, column: int) -> bool:
    """Say whether a bare "Nama" heads different names, several to a region, and nothing is counted."""
    others = (cell for place, cell in enumerate(sheet.rows[row]) if place != column)
    headers = [plain_words(cell) for cell in others if isinstance(cell, str)]
    texts = [cell for cell in _below(sheet, row, column) if isinstance(cell, str)]
    called = [text for text in texts if _CALLED.fullmatch(text.strip()) and not _is_no_name(text)]
    are_names = len(called) >= max(_MANY, _NEARLY_ALL * len(texts)) and len(set(called)) >= _MOST * len(
        called
    )
    if not are_names or any(_COUNTS.search(header) for header in headers):
        return False
    return any(
        len(regions) > 2 * len(set(regions)) or (len(set(regions)) == 1 and len(regions) >= _MANY)
        for other in range(len(sheet.rows[row]))
        if other != column and (regions := _regions_below(sheet, row, other))
    )


def _regions_below(sheet: Sheet, row: int, column: int) -> list[str]:
    """The codes of the regions in a column, nothing where it holds something else as well."""
    texts = [cell for cell in _below(sheet, row, column) if isinstance(cell, str)]
    found = [match.region.code for text in texts if (match := match_region(text, "")).region]
    return found if len(found) >= max(_ENOUGH, _MOST * len(texts)) else []


def _is_summary(sheet: Sheet, row: int) -> bool:
    """Say whether a table has one row a region, with somebody to call beside it."""
    for column in range(len(sheet.rows[row])):
        if regions := _regions_below(sheet, row, column):
            return len(set(regions)) == len(regions)
    return False


def _columns_of_numbers(sheet: Sheet, top: Rows) -> list[int]:
    """The columns with at least a few numbers of persons, in the first rows or in a sample of the others."""
    counts: dict[int, int] = {}
    step = max(2, (len(sheet.rows) - _LOOKED_AT) // _SAMPLED)
    for row in (*top, *sheet.rows[_LOOKED_AT::step]):
        for column, cell in enumerate(row):
            if cell is not None and is_number_of_a_person(cell):
                counts[column] = counts.get(column, 0) + 1
    return [column for column, count in counts.items() if count >= _ENOUGH]


def _row_above(sheet: Sheet, columns: Mapping[int, PersonField]) -> int:
    """The row above the first number, if it is a header: it may as well be a person without a number."""
    for row, cells in enumerate(sheet.rows):
        if any(is_number_of_a_person(cells[column]) for column in columns):
            above = sheet.rows[row - 1] if row else ()
            heads = any(is_other_header(cell) for cell in above if isinstance(cell, str))
            return row - 1 if heads else -1
    return -1
