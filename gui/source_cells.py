"""Opens a source again, in a task, to show the cells that a figure came from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
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
        from model.excel.notices import masked
        from model.excel.reader import read_grid

        path = find_file(wanted)
        if path is None:
            return SourceCells(wanted, None, _unreachable(wanted))
        try:
            grid = read_grid(path, report)
        except (ModelError, OSError) as error:
            return SourceCells(wanted, None, masked(str(error)))
        return found_in(grid, wanted)

    return work


def find_file(wanted: Wanted) -> Path | None:
    """Return where the source lies now: it is one of the opened files, or lies beside one.

    Figures that were typed into a coverage book stand in the book itself, whatever their source
    is called. None where the file is not reachable.
    """
    from model.excel.notices import masked

    source = wanted.source
    was_typed = (source is None or not source.sha256) and wanted.sheet == "Data"
    for path in wanted.opened:
        is_own = source is not None and source.file in (path.name, masked(path.name))
        if (is_own or (was_typed and len(wanted.opened) == 1)) and path.is_file():
            return path
    if source is None or not source.file:
        return None
    # Only the name: a source is never looked for where a book says, but where the user's files are.
    name = Path(source.file.replace("\\", "/")).name
    beside = [path.parent / name for path in wanted.opened]
    found = next((place for place in beside if place.is_file()), None)
    return found or next(filter(None, map(_masked_beside, beside)), None)


def _masked_beside(place: Path) -> Path | None:
    """The file whose name a book holds masked, because a person's number is in it."""
    from model.excel.notices import MASK, masked

    if MASK not in place.name or not place.parent.is_dir():
        return None
    alike = (path for path in place.parent.iterdir() if masked(path.name) == place.name)
    return next((path for path in alike if path.is_file()), None)


def found_in(grid: "Grid", wanted: Wanted) -> SourceCells:
    """Return the cells of *wanted* in a workbook that was read, or why they are not there.

    What is private in them is masked; in a list of persons that is all but a few columns.
    """
    from model.excel.notices import masked

    sheet = _sheet(grid, wanted.sheet)
    block = _block(sheet, wanted.addresses) if sheet else None
    if block is None:
        text = translate("SourceCells", "Sel {sheet}!{cell} tidak ada lagi di {file}.")
        cell = wanted.addresses[-1] if wanted.addresses else ""
        said = text.format(sheet=masked(wanted.sheet), cell=cell, file=masked(grid.file))
        return SourceCells(wanted, None, said)
    known = wanted.source.sha256 if wanted.source else ""
    changed = bool(known) and not grid.sha256.startswith(known)
    warning = translate("SourceCells", "Berkas ini sudah berubah sejak dibaca; yang tampak isinya sekarang.")
    return SourceCells(wanted, block, warning if changed else "")


def _block(sheet: "Sheet", addresses: tuple[str, ...]) -> "CellBlock | None":
    from gui.widgets.cell_picture import block_around
    from model.excel.by_name_picture import masked_cell, masked_sheet
    from model.excel.notices import masked
    from model.excel.personal import is_about_persons, private_columns

    block = block_around(sheet, addresses)
    if block is not None and (is_about_persons(sheet) or private_columns(sheet)):
        block = block_around(masked_sheet(sheet, block.rows[-1] + 1), addresses)
    if block is None:
        return None
    cells = tuple(tuple(masked_cell(cell) for cell in row) for row in block.cells)
    return replace(block, sheet=masked(block.sheet), cells=cells)


def _sheet(grid: "Grid", name: str) -> "Sheet | None":
    from model.excel.notices import masked

    names = name.casefold(), masked(name).casefold()
    same = (
        sheet for sheet in grid.sheets if {sheet.name.casefold(), masked(sheet.name).casefold()} & {*names}
    )
    return next(same, None)


def _unreachable(wanted: Wanted) -> str:
    if wanted.source is None or not wanted.source.file:
        return translate("SourceCells", "Angka ini tidak punya berkas sumber.")
    text = translate("SourceCells", "{file} tidak ditemukan di samping berkas yang dibuka.")
    from model.excel.notices import masked

    return text.format(file=masked(wanted.source.file))
