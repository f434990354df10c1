"""The workbooks that the child read last: a changed answer need not read the file again."""

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from model.excel.grid import Grid

Key = tuple[str, int, int]
MOST_BYTES: Final = 100 * 1024**2
"""All that is kept together, about; one larger than this is not kept. Of a long sheet, held by column,
a million rows fit in."""
MOST_GRIDS: Final = 24


class Grids:
    """Keeps the grids that were used last, by path, time and size of their file."""

    def __init__(self) -> None:
        self._grids: OrderedDict[Key, Grid] = OrderedDict()

    @staticmethod
    def key(path: Path) -> Key | None:
        """Return what tells one state of a file from another; None where it cannot be asked for."""
        try:
            told = path.stat()
        except OSError:
            return None
        return str(path), told.st_mtime_ns, told.st_size

    def get(self, key: Key | None) -> "Grid | None":
        """Return the grid of a file as it was read, None where it is not kept."""
        grid = self._grids.get(key) if key else None
        if key and grid:
            self._grids.move_to_end(key)
        return grid

    def keep(self, key: Key | None, grid: "Grid") -> None:
        """Keep a grid, and as many of the others as there is room for."""
        if key is None or _weight(grid) > MOST_BYTES:
            return
        self._grids[key] = grid
        while len(self._grids) > MOST_GRIDS or sum(map(_weight, self._grids.values())) > MOST_BYTES:
            self._grids.popitem(last=False)


def _weight(grid: "Grid") -> int:
    from model.excel.long_rows import weight_of

    return sum(weight_of(sheet.rows) for sheet in grid.sheets)
