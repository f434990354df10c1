"""What copying puts on the clipboard: lines of cells with tabs between, as a spreadsheet pastes them."""

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QItemSelection
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from gui.tables.columns import Column, TableModel

ROW_LIMIT: Final = 100_000
"""Rows copied at most; Excel would take longer to paste more than we to copy them."""


def plain_number(value: float | None, decimals: int = 0, language: str = "id") -> str:
    """Return a number as Excel reads it: no thousands marks, a decimal comma in Indonesian, "" for None.

    Zeros at the end of the decimals are left out.
    """
    if value is None:
        return ""
    text = f"{value:.{decimals}f}"
    if decimals:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.replace(".", ",") if language == "id" else text


def plain_percent(fraction: float | None, language: str = "id") -> str:
    """Return a fraction as a percentage with up to four decimals for Excel, "" for None."""
    return plain_number(None if fraction is None else fraction * 100, 4, language)


def selected_text(view: QTableView, *, headers: bool = False) -> str:
    """Return the selected cells of *view* as lines; "" where nothing is selected."""
    selection = view.selectionModel().selection()
    rows, columns = reach(view)
    return lines_of(
        view, rows, columns, headers=headers, selection=selection if selection.size() > 1 else None
    )


def reach(view: QTableView) -> tuple[list[int], list[int]]:
    """Return the rows (``ROW_LIMIT`` at most) and the columns that the selection touches."""
    # By areas, not by cells: "select all" of a million rows has ten million of those.
    selection = view.selectionModel().selection()
    areas = [selection.at(at) for at in range(selection.size())]
    rows: set[int] = set()
    for area in areas:
        rows.update(range(area.top(), min(area.bottom(), area.top() + ROW_LIMIT - 1) + 1))
    columns = {column for area in areas for column in range(area.left(), area.right() + 1)}
    return sorted(rows)[:ROW_LIMIT], sorted(columns)


def all_text(view: QTableView, *, headers: bool = True) -> str:
    """Return every row of *view* under the columns in view."""
    rows = range(min(view.model().rowCount(), ROW_LIMIT))
    return lines_of(view, rows, range(view.model().columnCount()), headers=headers)


def lines_of(
    view: QTableView,
    rows: Sequence[int],
    columns: Sequence[int],
    *,
    headers: bool,
    selection: QItemSelection | None = None,
) -> str:
    """Return these rows and columns as lines, without columns that are hidden or cannot be copied.

    With a *selection* of several areas, cells outside it are empty.
    """
    model = cast(TableModel, view.model())
    shown = [
        at
        for at in columns
        if model.columns[at].copyable and (model.columns[at].always_copied or not view.isColumnHidden(at))
    ]
    lines = [[_header(model.columns[at]) for at in shown]] if headers else []
    for row in rows:
        lines.append(
            [_cell(model.copied_at(row, at)) if _inside(view, selection, row, at) else "" for at in shown]
        )
    return "\n".join("\t".join(line) for line in lines)


def copy(text: str) -> None:
    """Put *text* on the clipboard; nothing for an empty text."""
    if text:
        QGuiApplication.clipboard().setText(text)


def _inside(view: QTableView, selection: QItemSelection | None, row: int, column: int) -> bool:
    return selection is None or selection.contains(view.model().index(row, column))


def _header(column: Column) -> str:
    header = column.header.replace("\n", " ")
    return f"{column.group}: {header}" if column.group else header


def _cell(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
