"""Opens a source again, in a task, to show the cells that a figure came from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from model.errors import ModelError
from model.progress import Report

if TYPE_CHECKING:
    from gui.widgets.cell_picture import CellBlock
    from model.book import Source
    from model.excel.grid import Grid, Sheet

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Wanted:
    """Cells of one sheet of a source; *opened* are the files that the user opened."""

    source: "Source | None"
    sheet: str
    addresses: tuple[str, ...]
    """The cell meant is the last."""
    opened: tuple[Path, ...]


@dataclass(frozen=True)
class SourceCells:
    """The answer to a wish: the cells, or a plain sentence why they cannot be shown.

    With cells, the sentence says what must be known about them, "" for nothing.
    """

    wanted: Wanted
    block: "CellBlock | None"
    sentence: str = ""


def reading_cells(wanted: Wanted) -> Callable[[Report], SourceCells]:
    """Return the work that finds the file of *wanted* and reads its cells."""

    def work(report: Report) -> SourceCells:
        from model.excel.reader import read_grid

        path = find_file(wanted)
        if path is None:
            return SourceCells(wanted, None, _unreachable(wanted))
        try:
            grid = read_grid(path, report)
        except (ModelError, OSError) as error:
            return SourceCells(wanted, None, str(error))
        return found_in(grid, wanted)

    return work


def find_file(wanted: Wanted) -> Path | None:
    """Return where the source lies now: it is one of the opened files, or lies beside one.

    Figures that were typed into a coverage book stand in the book itself, whatever their source
    is called. None where the file is not reachable.
    """
    source = wanted.source
    was_typed = (source is None or not source.sha256) and wanted.sheet == "Data"
    for path in wanted.opened:
        is_own = source is not None and source.file == path.name
        if (is_own or (was_typed and len(wanted.opened) == 1)) and path.is_file():
            return path
    if source is None or not source.file:
        return None
    # Only the name: a source is never looked for where a book says, but where the user's files are.
    name = Path(source.file.replace("\\", "/")).name
    beside = (path.parent / name for path in wanted.opened)
    return next((path for path in beside if path.is_file()), None)


def found_in(grid: "Grid", wanted: Wanted) -> SourceCells:
    """Return the cells of *wanted* in a workbook that was read, or why they are not there."""
    from gui.widgets.cell_picture import block_around

    sheet = _sheet(grid, wanted.sheet)
    block = block_around(sheet, wanted.addresses) if sheet else None
    if block is None:
        text = translate("SourceCells", "Sel {sheet}!{cell} tidak ada lagi di {file}.")
        cell = wanted.addresses[-1] if wanted.addresses else ""
        return SourceCells(wanted, None, text.format(sheet=wanted.sheet, cell=cell, file=grid.file))
    known = wanted.source.sha256 if wanted.source else ""
    changed = bool(known) and not grid.sha256.startswith(known)
    warning = translate("SourceCells", "Berkas ini sudah berubah sejak dibaca; yang tampak isinya sekarang.")
    return SourceCells(wanted, block, warning if changed else "")


def _sheet(grid: "Grid", name: str) -> "Sheet | None":
    same = (sheet for sheet in grid.sheets if sheet.name.casefold() == name.casefold())
    return next(same, None)


def _unreachable(wanted: Wanted) -> str:
    if wanted.source is None or not wanted.source.file:
        return translate("SourceCells", "Angka ini tidak punya berkas sumber.")
    text = translate("SourceCells", "{file} tidak ditemukan di samping berkas yang dibuka.")
    return text.format(file=wanted.source.file)
