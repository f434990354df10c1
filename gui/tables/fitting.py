"""How wide columns become: as wide as what they say, and together as wide as the view."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QFont, QFontMetrics

from gui import theme
from gui.tables.cell_delegate import PADDING, mark_room
from gui.tables.columns import Column, Look, TableModel

_ROWS: Final = 60
"""Rows that are measured; a longer text further down is cut with "…"."""
_MEASURED: Final = {Look.TEXT, Look.TINT}
_WIDEST: Final = 240


def natural_widths(model: TableModel, totals: Sequence[TableModel] = ()) -> list[int]:
    """Return the pixels that each column needs for its header and its first rows, at least its own
    width. *totals* are models that share the columns and write heavily.
    """
    heavy = QFontMetrics(theme.font(13, QFont.Weight.DemiBold))
    plain = QFontMetrics(theme.font(13))
    widths = []
    for at, column in enumerate(model.columns):
        needed = _header_width(column)
        if column.look in _MEASURED and not column.stretch:
            texts = [(model.text_at(row, at), plain) for row in range(min(model.rowCount(), _ROWS))]
            texts += [(total.text_at(row, at), heavy) for total in totals for row in range(total.rowCount())]
            needed = max([needed, *(metrics.horizontalAdvance(text) for text, metrics in texts)])
            if any(column.mark(model.row_at(row)) for row in range(min(model.rowCount(), _ROWS))):
                needed += mark_room()
        room = 2 * theme.px(PADDING) + 1
        widths.append(max(theme.px(column.width), min(needed + room, theme.px(_WIDEST))))
    return widths


def _header_width(column: Column) -> int:
    metrics = QFontMetrics(theme.font(12, QFont.Weight.Medium))
    return max(metrics.horizontalAdvance(line) for line in column.header.split("\n"))


def fitted_widths(columns: Sequence[Column], own: Sequence[int], available: int) -> list[int]:
    """Return the width of each column in pixels, *own* being what each needs.

    Spare room goes to the columns that stretch, else to all in proportion. Where there is none,
    every column keeps its own width and the table scrolls.
    """
    spare = available - sum(own)
    if spare <= 0 or not own:
        return list(own)
    weights = [width if column.stretch else 0 for column, width in zip(columns, own, strict=True)]
    if not any(weights):
        weights = list(own)
    shares = [spare * weight // sum(weights) for weight in weights]
    shares[max(range(len(weights)), key=weights.__getitem__)] += spare - sum(shares)
    return [width + share for width, share in zip(own, shares, strict=True)]
