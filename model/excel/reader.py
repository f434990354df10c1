"""The one way into a foreign workbook: path -> cells with addresses.

Nothing else may open such a file, so that this can move into a process of its own one day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final

import python_calamine as calamine

from model.excel import guard
from model.excel.archive import Archive
from model.excel.error_cells import error_cells
from model.excel.grid import Cell, Grid, Merge, Sheet
from model.excel.refusal import refusal
from model.excel.text_file import rows_of_text
from model.progress import Report, silent

_STEP: Final = 1000
_RUST_PANIC: Final = "PanicException"


def read_grid(path: Path, report: Report = silent, *, password: str = "") -> Grid:
    """Return every sheet of the workbook at *path* with true addresses (row 0, column 0 is A1).

    Takes .xlsx, .xlsm, .xls, .xlsb, .ods by their content, and delimited text. Empty cells, cells
    with an error (kept in ``Sheet.errors`` for .xlsx) and formulas that were never calculated are
    None; all text is kept as it stands. *report* is called often; what it raises ends the reading.

    Raises UnusableFileError with a plain sentence when the file is of no use.
    """
    checked = guard.load(path, report)
    if checked.kind is guard.FileKind.TEXT:
        rows = rows_of_text(checked.content, checked.file, report)
        sheets: tuple[Sheet, ...] = (Sheet(path.stem, rows),)
    else:
        sheets = _sheets(checked, report)
    return Grid(checked.file, checked.sha256, sheets, path)


def _sheets(checked: guard.CheckedFile, report: Report) -> tuple[Sheet, ...]:
    with _plain_failures(checked.file):
        workbook = calamine.load_workbook(BytesIO(checked.content))
        metadata = [sheet for sheet in workbook.sheets_metadata if _holds_cells(sheet)]
    is_xlsx = checked.kind is guard.FileKind.XLSX
    errors = error_cells(Archive(checked.content, checked.file)) if is_xlsx else {}
    sheets: list[Sheet] = []
    for number, described in enumerate(metadata):
        with _plain_failures(checked.file):
            opened = workbook.get_sheet_by_name(described.name)
        visible = described.visible == calamine.SheetVisibleEnum.Visible
        steps = _Steps(report, number, len(metadata), max(1, opened.total_height))
        rows = tuple(_rows(opened, checked.file, steps))
        sheets.append(Sheet(described.name, rows, _merges(opened), visible, errors.get(described.name, {})))
    return tuple(sheets)


class _Steps:
    """Tells the progress of all sheets together: the checking was the first half of the work."""

    def __init__(self, report: Report, number: int, sheets: int, rows: int) -> None:
        self._report, self._number, self._sheets, self._rows = report, number, sheets, rows

    def at(self, row: int) -> None:
        per_sheet = 1000
        done = self._number * per_sheet + min(row, self._rows) * per_sheet // self._rows
        self._report(self._sheets * per_sheet + done, 2 * self._sheets * per_sheet)


def _holds_cells(sheet: calamine.SheetMetadata) -> bool:
    return sheet.typ in (calamine.SheetTypeEnum.WorkSheet, calamine.SheetTypeEnum.DialogSheet)


def _rows(opened: calamine.CalamineSheet, file: str, steps: _Steps) -> Iterator[tuple[Cell, ...]]:
    # Rows begin at the top of the sheet, but columns at the first used one.
    margin: tuple[Cell, ...] = (None,) * (opened.start[1] if opened.start else 0)
    rows = opened.iter_rows()
    steps.at(0)
    number = 0
    while True:
        with _plain_failures(file):
            row = next(rows, None)
        if row is None:
            break
        yield margin + tuple([None if value == "" else value for value in row])
        number += 1
        if number % _STEP == 0:
            steps.at(number)
    steps.at(number)


def _merges(opened: calamine.CalamineSheet) -> tuple[Merge, ...]:
    ranges = opened.merged_cell_ranges or []
    return tuple(Merge(top, left, bottom, right) for (top, left), (bottom, right) in ranges)


@contextmanager
def _plain_failures(file: str) -> Iterator[None]:
    """Turn every failure of the reading library into a sentence; its panics are no ordinary errors."""
    try:
        yield
    except calamine.PasswordError as error:
        raise refusal("password", file) from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError, MemoryError) as error:
        raise refusal("damaged", file) from error
    except BaseException as error:
        if type(error).__name__ == _RUST_PANIC:
            raise refusal("damaged", file) from None
        raise
