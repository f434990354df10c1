"""Opens a source again, in a task, to show the cells that a figure came from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.import_work import Reads
from model.errors import ModelError
from model.progress import Report

if TYPE_CHECKING:
    from model.book import Source
    from model.excel.cell_block import CellBlock, FoundCells

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


def reading_cells(wanted: Wanted, reader: Reads) -> Callable[[Report], SourceCells]:
    """Return the work that finds the file of *wanted* and lets *reader* show its cells."""

    def work(report: Report) -> SourceCells:
        from model.excel.notices import masked

        path = find_file(wanted)
        if path is None:
            return SourceCells(wanted, None, _unreachable(wanted))
        try:
            found = reader.cells(path, wanted.sheet, wanted.addresses, report)
        except (ModelError, OSError) as error:
            return SourceCells(wanted, None, masked(str(error)))
        return _told(found, wanted, path)

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


def _told(found: "FoundCells", wanted: Wanted, path: Path) -> SourceCells:
    from model.excel.notices import masked

    if found.block is None:
        text = translate("SourceCells", "Sel {sheet}!{cell} tidak ada lagi di {file}.")
        cell = wanted.addresses[-1] if wanted.addresses else ""
        said = text.format(sheet=masked(wanted.sheet), cell=cell, file=masked(path.name))
        return SourceCells(wanted, None, said)
    known = wanted.source.sha256 if wanted.source else ""
    changed = bool(known) and not found.sha256.startswith(known)
    warning = translate("SourceCells", "Berkas ini sudah berubah sejak dibaca; yang tampak isinya sekarang.")
    return SourceCells(wanted, found.block, warning if changed else "")


def _unreachable(wanted: Wanted) -> str:
    if wanted.source is None or not wanted.source.file:
        return translate("SourceCells", "Angka ini tidak punya berkas sumber.")
    text = translate("SourceCells", "{file} tidak ditemukan di samping berkas yang dibuka.")
    from model.excel.notices import masked

    return text.format(file=masked(wanted.source.file))
