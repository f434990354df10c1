"""The one way into a foreign workbook: path -> cells with addresses.

Nothing else may open such a file, so that this can move into a process of its own one day.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final

import python_calamine as calamine

from model.excel import guard
from model.excel.archive import Archive
from model.excel.cell_kinds import CellKinds
from model.excel.grid import Cell, Grid, Merge, Sheet
from model.excel.guard import CheckedFile, FileKind
from model.excel.html_tables import sheets_of_page, sheets_of_web_archive
from model.excel.long_rows import gathered
from model.excel.ods_kinds import kinds_of_ods
from model.excel.ole import Container
from model.excel.refusal import refusal
from model.excel.spreadsheet_ml import sheets_of_spreadsheet_ml
from model.excel.text_file import sheet_of_text
from model.excel.xls_kinds import kinds_of_xls
from model.excel.xlsb_kinds import kinds_of_xlsb
from model.excel.xlsx_kinds import kinds_of_xlsx
from model.progress import Report, silent

_STEP: Final = 1000
_RUST_PANIC: Final = "PanicException"


def _nobody(cells: int) -> None:
    """Tell nobody how many cells there are."""


def read_grid(
    path: Path, report: Report = silent, *, password: str = "", tell_cells: Callable[[int], None] = _nobody
) -> Grid:
    """Return every sheet of the workbook at *path* with true addresses (row 0, column 0 is A1).

    Takes .xlsx, .xlsm, .xltx, .xls, .xlsb, .ods, XML of Excel 2003, pages of portals (HTML, .mht) and
    delimited text, each by its content. Empty cells, errors (``Sheet.errors``) and formulas that
    were never calculated (``Sheet.uncomputed``) are None; all text is kept as it stands. A locked
    workbook is opened with *password*. *report* is called often; what it raises ends the reading.
    *tell_cells* is told about how many cells hold something, after the checks and before the reading.

    Raises UnusableFileError with a plain sentence when the file is of no use; MemoryError.
    """
    checked = guard.load(path, report, password=password)
    tell_cells(checked.cells)
    file, sha256 = checked.file, checked.sha256
    sheets = _sheets_of_text(checked, path.stem, report)
    if sheets is None:
        kinds, workbook = _kinds(checked), _opened(checked)
        del checked  # the library has a copy of its own: a large file must not be held twice
        found = _sheets(workbook, file, report)
        sheets = tuple(kinds.get(sheet.name, CellKinds()).told_of(sheet) for sheet in found)
    report(1, 1)
    return Grid(file, sha256, sheets, path)


def _sheets_of_text(checked: CheckedFile, name: str, report: Report) -> tuple[Sheet, ...] | None:
    """The sheets of a file that is text in one way or another, None for a workbook."""
    match checked.kind:
        case FileKind.TEXT:
            return (sheet_of_text(checked.content, checked.file, name, report),)
        case FileKind.HTML:
            return sheets_of_page(checked.content, checked.file, name, report)
        case FileKind.WEB_ARCHIVE:
            return sheets_of_web_archive(checked.content, checked.file, name, report)
        case FileKind.SPREADSHEET_ML:
            return sheets_of_spreadsheet_ml(checked.content, checked.file, report)
    return None


def _kinds(checked: CheckedFile) -> dict[str, CellKinds]:
    if checked.kind is FileKind.XLS:
        container = Container(checked.content)
        return kinds_of_xls(container.content_of("Workbook") or container.content_of("Book") or b"")
    archive = Archive(checked.content, checked.file)
    match checked.kind:
        case FileKind.XLSB:
            return kinds_of_xlsb(archive)
        case FileKind.ODS:
            return kinds_of_ods(archive)
    return kinds_of_xlsx(archive)


def _opened(checked: CheckedFile) -> calamine.CalamineWorkbook:
    with _plain_failures(checked.file):
        return calamine.load_workbook(BytesIO(checked.content))


def _sheets(workbook: calamine.CalamineWorkbook, file: str, report: Report) -> Iterator[Sheet]:
    with _plain_failures(file):
        metadata = [sheet for sheet in workbook.sheets_metadata if _holds_cells(sheet)]
    for number, described in enumerate(metadata):
        with _plain_failures(file):
            opened = workbook.get_sheet_by_name(described.name)
        visible = described.visible == calamine.SheetVisibleEnum.Visible
        steps = _Steps(report, number, len(metadata), max(1, opened.total_height))
        # Rows begin at the top of the sheet, but columns at the first used one.
        margin = opened.start[1] if opened.start else 0
        rows = gathered(_rows(opened, file, steps), opened.width, margin)
        yield Sheet(described.name, rows, _merges(opened), visible)


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


def _rows(opened: calamine.CalamineSheet, file: str, steps: _Steps) -> Iterator[Sequence[Sequence[Cell]]]:
    """Yield the rows in blocks."""
    number = 0
    with _plain_failures(file):
        rows = opened.iter_rows()
    while True:
        steps.at(number)
        with _plain_failures(file):
            block = list(islice(rows, _STEP))
        if not block:
            return
        yield block
        number += len(block)


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
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise refusal("damaged", file) from error
    except BaseException as error:
        if type(error).__name__ == _RUST_PANIC:
            raise refusal("damaged", file) from None
        raise
