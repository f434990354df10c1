"""A sheet as it is drawn on the import page: its cells, and what each block of them is to the reader."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.excel.by_name_picture import drawn_rows
from model.excel.grid import Sheet
from model.excel.importing import MOST_ROWS_DRAWN, Role, RoleArea, SheetPicture
from model.excel.layout import ColumnKind, Layout, RowKind
from model.excel.row_words import is_numbering

_COLUMNS = {
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


def picture_of(sheet: Sheet, layouts: Sequence[Layout]) -> SheetPicture:
    """Return *sheet* to be drawn with the roles of its tables; what is private in it is masked."""
    rows = drawn_rows(replace(sheet, rows=sheet.rows[:MOST_ROWS_DRAWN]))
    roles = tuple(area for layout in layouts for area in roles_of(sheet, layout))
    return SheetPicture(
        sheet.name,
        rows,
        len(sheet.rows),
        sheet.merges,
        roles,
        sheet.visible,
        sheet.hidden_rows,
        sheet.hidden_columns,
    )


def roles_of(sheet: Sheet, layout: Layout) -> Iterator[RoleArea]:
    """Yield the blocks of one table: title, header, a block for each column, totals, rows left out."""
    if not layout.rows:
        return
    used = [
        column.index for column in layout.columns if column.kind is not ColumnKind.LEFT_OUT or column.header
    ]
    left, right = (min(used), max(used)) if used else (0, 0)
    first, last = layout.rows[0].index, max(layout.bottom, layout.rows[0].index)
    top = layout.header[0] if layout.header[0] >= 0 else first
    yield from _titles(sheet, layout, top)
    if layout.header[0] >= 0:
        yield RoleArea(Role.HEADER, layout.header[0], left, layout.header[1], right, layout.key)
    for row in range(max(layout.header[1], 0), first):
        if row > layout.header[1] and is_numbering(sheet.rows[row]):
            yield RoleArea(Role.NUMBERING, row, left, row, right, layout.key)
    for column in layout.columns:
        if left <= column.index <= right:
            yield RoleArea(_COLUMNS[column.kind], first, column.index, last, column.index, layout.key)
    for line in layout.rows:
        if line.kind in {RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PROVINCE}:
            yield RoleArea(Role.TOTAL, line.index, left, line.index, right, layout.key)
        elif line.kind is RowKind.NOT_MATCHED:
            yield RoleArea(Role.LEFT_OUT, line.index, left, line.index, right, layout.key)


def _titles(sheet: Sheet, layout: Layout, top: int) -> Iterator[RoleArea]:
    for row in range(top):
        used = [column for column, cell in enumerate(sheet.rows[row]) if cell is not None]
        if used:
            yield RoleArea(Role.TITLE, row, used[0], row, used[-1], layout.key)
