"""A sheet as it is drawn on the import page: its cells and what they are to the reader."""

from collections.abc import Sequence
from dataclasses import replace

from model.excel.by_name_picture import drawn_rows
from model.excel.grid import Sheet
from model.excel.importing import MOST_ROWS_DRAWN, SheetPicture
from model.excel.layout import Layout
from model.excel.roles import roles_of


def picture_of(sheet: Sheet, layouts: Sequence[Layout]) -> SheetPicture:
    """Return *sheet* to be drawn with the roles of its tables; what is private in it is masked."""
    rows = drawn_rows(replace(sheet, rows=sheet.rows[:MOST_ROWS_DRAWN]))
    roles = tuple(area for layout in layouts for area in roles_of(sheet, layout, layouts))
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
