"""What each block of cells of a sheet is to the reader: painted over the drawn sheet."""

from collections.abc import Iterator, Sequence
from typing import Final

from model.excel.grid import Sheet
from model.excel.header_periods import moment_of
from model.excel.importing import MOST_ROWS_DRAWN, Role, RoleArea
from model.excel.layout import ColumnKind, Layout, RowKind
from model.excel.row_names import segment_named
from model.excel.row_words import alone, is_footer, is_numbering

_MOST_NOTES: Final = 60
"""Lines below a table that are painted as its notes."""
_COLUMNS: Final = {
    ColumnKind.NAME: Role.REGION,
    ColumnKind.LEVEL: Role.REGION,
    ColumnKind.CODE: Role.CODE,
    ColumnKind.NUMBER: Role.NUMBERING,
    ColumnKind.PERIOD: Role.PERIOD,
    ColumnKind.SEGMENT: Role.SEGMENT,
    ColumnKind.MEASURE: Role.HEADER,
    ColumnKind.PART: Role.REGION,
    ColumnKind.VALUE: Role.FIGURE,
    ColumnKind.FIGURE: Role.FIGURE,
    ColumnKind.LEFT_OUT: Role.LEFT_OUT,
}
_SUMS: Final = frozenset([RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PROVINCE])


def roles_of(sheet: Sheet, layout: Layout, others: Sequence[Layout] = ()) -> Iterator[RoleArea]:
    """Yield the blocks of one table: titles, header, columns, sums, rows that are not used, notes.

    *others* are the tables of the same sheet. An area that comes later lies over one before it.
    """
    rows = [row for row in layout.rows if row.index < len(sheet.rows)]
    if not rows:
        return
    top, left, last, right = layout.area
    first = min(row.index for row in rows)
    key = layout.key
    yield from _beside(sheet, layout, others)
    if layout.header[0] >= 0:
        yield RoleArea(Role.HEADER, layout.header[0], left, layout.header[1], right, key)
    for row in range(max(layout.header[1] + 1, top), first):
        if is_numbering(sheet.rows[row]):
            yield RoleArea(Role.NUMBERING, row, left, row, right, key)
    for column in layout.columns:
        if left <= column.index <= right:
            yield RoleArea(_COLUMNS[column.kind], first, column.index, last, column.index, key)
    yield from _lines(sheet, layout, range(first, min(last + 1, MOST_ROWS_DRAWN)))


def _lines(sheet: Sheet, layout: Layout, drawn: range) -> Iterator[RoleArea]:
    """The rows that are not like the others: headings among them, sums, rows that are not used."""
    _, left, _, right = layout.area
    rows = [row for row in layout.rows if row.index in drawn]
    used = {place[0] for place in layout.cells.values()} | {row.index for row in rows}
    for row in drawn:
        if row not in used and any(cell is not None for cell in sheet.rows[row][left : right + 1]):
            yield RoleArea(_role_aside(sheet, row), row, left, row, right, layout.key)
    for line in rows:
        if line.kind in _SUMS:
            yield RoleArea(Role.TOTAL, line.index, left, line.index, right, layout.key)
        elif line.kind is RowKind.NOT_MATCHED:
            yield RoleArea(Role.LEFT_OUT, line.index, left, line.index, right, layout.key)


def _role_aside(sheet: Sheet, row: int) -> Role:
    """What a row among those of a table is that holds none of its figures: a heading, or one not used."""
    if is_numbering(sheet.rows[row]):
        return Role.NUMBERING
    cell = alone(sheet.rows[row])
    if cell is None:
        return Role.LEFT_OUT
    return Role.PERIOD if moment_of(cell).is_known else Role.SEGMENT if segment_named(cell) else Role.TITLE


def _beside(sheet: Sheet, layout: Layout, others: Sequence[Layout]) -> Iterator[RoleArea]:
    """The titles above a table and the notes below it, down to the next table."""
    top, left, last, right = layout.area
    areas = [other.area for other in others if other is not layout]
    shares_rows = any(area[0] <= last and top <= area[2] for area in areas)
    alike = [area for area in areas if not shares_rows or (area[1] <= right and left <= area[3])]
    above = max((area[2] for area in alike if area[2] < top), default=-1)
    below = min((area[0] for area in alike if area[0] > last), default=len(sheet.rows))
    for row in range(above + 1, top):
        yield from _line(sheet, row, layout, Role.TITLE, whole=not shares_rows)
    if below == len(sheet.rows):
        for row in range(last + 1, min(below, last + 1 + _MOST_NOTES)):
            yield from _line(sheet, row, layout, Role.NOTE, whole=not shares_rows)


def _line(sheet: Sheet, row: int, layout: Layout, role: Role, *, whole: bool) -> Iterator[RoleArea]:
    _, left, _, right = layout.area
    used = [
        column
        for column, cell in enumerate(sheet.rows[row])
        if cell is not None and (whole or left <= column <= right)
    ]
    if used:
        own = Role.NOTE if any(is_footer(sheet.rows[row][column]) for column in used) else role
        yield RoleArea(own, row, used[0], row, used[-1], layout.key)
