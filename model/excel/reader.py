"""The one way into a foreign workbook: path -> cells with addresses.

Nothing else may open such a file, so that this can move into a process of its own one day.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final

import python_calamine as calamine

from model.excel import guard
from model.excel.archive import Archive
from model.excel.cell_kinds import CellKinds
from model.excel.grid import Cell, Grid, Merge, Rows, Sheet
from model.excel.guard import CheckedFile, FileKind
from model.excel.html_tables import sheets_of_page, sheets_of_web_archive
from model.excel.library_failures import plain_failures
from model.excel.long_rows import gathered
from model.excel.ods_kinds import kinds_of_ods
from model.excel.ole import Container
from model.excel.raised_marks import with_raised_signs
from model.excel.spreadsheet_ml import sheets_of_spreadsheet_ml
from model.excel.text_file import sheet_of_text
from model.excel.xls_kinds import kinds_of_xls
from model.excel.xlsb_kinds import kinds_of_xlsb
from model.excel.xlsx_kinds import XlsxKinds
from model.excel.xlsx_slices import UnusualPartError, merges_of, read_in_slices
from model.progress import Report, silent

_STEP: Final = 1000
_WHOLE: Final = 10_000
_CHECKED: Final = 0.1
"""The share of the work that the checks before the reading are."""


_Cells = tuple[Rows, tuple[Merge, ...]]
"""The rows of a sheet and its merged cells."""


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
    checked = guard.load(path, _part_of(report, 0, _CHECKED), password=password)
    tell_cells(checked.cells)
    file, sha256 = checked.file, checked.sha256
    sheets = _sheets_of_text(checked, path.stem, report)
    if sheets is None:
        opened = _Opened(_with_raised_signs(checked))
        del checked
        sheets = tuple(opened.sheets(_part_of(report, _CHECKED, 1)))
        del opened
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


def _with_raised_signs(checked: CheckedFile) -> CheckedFile:
    if checked.kind not in {FileKind.XLSX, FileKind.ODS}:
        return checked
    return replace(checked, content=with_raised_signs(checked.content, checked.file))


def _kinds(checked: CheckedFile) -> XlsxKinds | dict[str, CellKinds]:
    if checked.kind is FileKind.XLS:
        container = Container(checked.content)
        return kinds_of_xls(container.content_of("Workbook") or container.content_of("Book") or b"")
    archive = Archive(checked.content, checked.file)
    match checked.kind:
        case FileKind.XLSB:
            return kinds_of_xlsb(archive)
        case FileKind.ODS:
            return kinds_of_ods(archive)
    return XlsxKinds(archive)


class _Opened:
    """A workbook in the reading library."""

    def __init__(self, checked: CheckedFile) -> None:
        self._file = checked.file
        self._kinds: XlsxKinds | Mapping[str, CellKinds] = _kinds(checked)
        with plain_failures(checked.file):
            self._workbook = calamine.load_workbook(BytesIO(checked.content))
            self._described = [sheet for sheet in self._workbook.sheets_metadata if _holds_cells(sheet)]

    def sheets(self, report: Report) -> Iterator[Sheet]:
        """Yield the sheets that hold cells, one after the other."""
        count = len(self._described)
        reports = [_part_of(report, number / count, (number + 1) / count) for number in range(count)]
        sliced, kinds = self._long_sheets(reports)
        for described, told in zip(self._described, reports, strict=True):
            name = described.name
            rows, merges = sliced.get(name) or self._whole(name, told)
            visible = described.visible == calamine.SheetVisibleEnum.Visible
            yield kinds.get(name, CellKinds()).told_of(Sheet(name, rows, merges, visible))

    def _long_sheets(self, reports: Sequence[Report]) -> tuple[dict[str, _Cells], Mapping[str, CellKinds]]:
        """Read the sheets that can be read in slices, and what is known of all; lets go of the file."""
        kinds, sliced = self._kinds, dict[str, _Cells]()
        if not isinstance(kinds, XlsxKinds):
            return sliced, kinds
        for described, report in zip(self._described, reports, strict=True):
            with suppress(UnusualPartError):
                sliced[described.name] = read_in_slices(kinds, described.name, report)
        self._kinds = {described.name: kinds.of(described.name) for described in self._described}
        return sliced, self._kinds

    def _whole(self, name: str, report: Report) -> _Cells:
        with plain_failures(self._file):
            opened = self._workbook.get_sheet_by_name(name)
        # Rows begin at the top of the sheet, but columns at the first used one.
        margin = opened.start[1] if opened.start else 0
        rows = gathered(_rows(opened, self._file, report), opened.width, margin)
        return rows, merges_of(opened)


def _part_of(report: Report, begin: float, end: float) -> Report:
    """Return a report for the part of the work between two shares of the whole; what it tells never falls."""
    most = 0

    def told(done: int, total: int) -> None:
        nonlocal most
        share = begin + (end - begin) * done / max(1, total)
        most = max(most, int(share * _WHOLE))
        report(most, _WHOLE)

    return told


def _holds_cells(sheet: calamine.SheetMetadata) -> bool:
    # LibreOffice keeps what it last saw of other workbooks as sheets that nobody is shown.
    if sheet.name.startswith("'file:"):
        return False
    return sheet.typ in (calamine.SheetTypeEnum.WorkSheet, calamine.SheetTypeEnum.DialogSheet)


def _rows(opened: calamine.CalamineSheet, file: str, report: Report) -> Iterator[Sequence[Sequence[Cell]]]:
    """Yield the rows in blocks."""
    number, height = 0, max(1, opened.total_height)
    with plain_failures(file):
        rows = opened.iter_rows()
    while True:
        report(min(number, height), height)
        with plain_failures(file):
            block = list(islice(rows, _STEP))
        if not block:
            return
        yield block
        number += len(block)
