"""Columns whose words nobody knows, but whose figures may well be the people that a table lacks."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from model.excel.column_answers import ANSWERED
from model.excel.grid import Sheet
from model.excel.header_words import Doubt, meaning_of, names_only_a_total, plain_words
from model.excel.layout import Column, ColumnKind, Layout, Row, RowKind
from model.excel.numbers import Counted, Mark, read_column
from model.excel.table_columns import BASES
from model.measures import Measure

_OTHER: Final = re.compile(
    r"\b(?:rupiah|rp|idr|iuran|premi|anggaran|klaim|kasus|biaya|dana|upah|gaji|santunan|manfaat|nominal"
    r"|pembayaran|penerimaan|tunggakan|piutang|jaminan dibayar|perusahaan|badan usaha|bu|pemberi kerja"
    r"|instansi|kantor|unit|agen|mitra|pks|luas|km2?|ha|hektar|kecamatan|kec|desa|kelurahan|kel|kk|keluarga"
    r"|rumah tangga|ruta|sekolah|siswa|puskesmas|faskes|kode|pos|kepadatan|rasio|indeks|ipm|pdrb|um[kp]"
    r"|naik|turun|kenaikan|penurunan|selisih|pertumbuhan|growth|deviasi|rata|rerata|tingkat|pengangguran"
    r"|penganggur|menganggur|tpt|tpak|kemiskinan|miskin|nik|npp|telp|tahun berdiri|laki|perempuan|pria"
    r"|wanita|l|p|umur|usia|penambahan|pengurangan|tambah|kurang|baru|keluar|jht|jp|jkp)\b"
)
"""Words that say that a column is of something else than the people of a table, or of some of them."""
_MOST_OF_A_REGION: Final = 20_000_000
_FEWEST: Final = 2
_MOSTLY: Final = 0.8
_FEW_PEOPLE: Final = 10


def with_open(columns: Sequence[Column], sheet: Sheet, rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns, those marked whose words are unknown and whose figures may be people.

    Where the table has a base, participants are no more than it; where it has participants, a
    base is no less than they are.
    """
    regions = [row.index for row in rows if row.kind in {RowKind.REGION, RowKind.NOT_MATCHED}]
    told = [column for column in columns if column.kind is ColumnKind.FIGURE and column.reason != ANSWERED]
    actives = [column for column in told if column.measure is Measure.ACTIVE]
    bases = [column for column in told if column.measure in BASES]
    above = _beside(sheet, bases, regions, sum) if not actives else {}
    below = _beside(sheet, actives, regions, max) if not bases else {}
    return tuple(
        replace(column, may_be_people=_may_be_people(column, sheet, regions, above, below))
        if column.kind is ColumnKind.LEFT_OUT
        else column
        for column in columns
    )


def known_measures(layouts: Iterable[Layout]) -> frozenset[Measure]:
    """Return what tables count by their own words.

    What a person answered does not count: who told one column of several is still asked about the others.
    """
    figures = (column for each in layouts for column in each.figures if column.reason != ANSWERED)
    return frozenset(column.measure for column in figures if column.measure)


def lacks_something(measures: frozenset[Measure]) -> bool:
    """Say whether tables give no participants, or participants without anything that they are a part of.

    A table of the labour force alone is no table of ours.
    """
    is_ours = bool(measures - {Measure.EMPLOYED})
    return is_ours and (Measure.ACTIVE not in measures or not measures & BASES)


def _numbers(sheet: Sheet, column: Column, rows: Sequence[int]) -> dict[int, float]:
    readings = read_column([sheet.cell(row, column.index) for row in rows], Counted.WHOLE)
    return {
        row: reading.value
        for row, reading in zip(rows, readings, strict=True)
        if reading.mark is Mark.NUMBER and reading.value is not None and not reading.percent
    }


def _beside(
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[int],
    joined: Callable[[Iterable[float]], float],
) -> dict[int, float]:
    """For each row what the numbers in some columns come to, in people."""
    found: dict[int, list[float]] = {}
    for column in columns:
        for row, value in _numbers(sheet, column, rows).items():
            found.setdefault(row, []).append(value * column.scale)
    return {row: joined(values) for row, values in found.items()}


def _may_be_people(
    column: Column,
    sheet: Sheet,
    rows: Sequence[int],
    above: dict[int, float],
    below: dict[int, float],
) -> bool:
    words = plain_words(column.header)
    if column.reason == "no_measure":
        if not words or names_only_a_total(column.header):
            return False
    elif column.reason != Doubt.UNKNOWN_WORDS.value:
        return False
    if _OTHER.search(words) or meaning_of(column.header).percent:
        return False
    numbers = _numbers(sheet, column, rows)
    values = list(numbers.values())
    if len(values) < max(_FEWEST, len(rows) / 2):
        return False
    whole = all(value.is_integer() and 0 <= value <= _MOST_OF_A_REGION for value in values)
    if not whole or median(values) < _FEW_PEOPLE:
        return False
    beside = [numbers[row] <= above[row] for row in numbers if above.get(row)]
    beside += [numbers[row] >= below[row] for row in numbers if below.get(row)]
    return not beside or sum(beside) >= _MOSTLY * len(beside)
