"""Cells as few blocks: what is framed on a drawn sheet."""

from collections.abc import Iterable

from gui.tables.sheet_model import Place


def blocks(places: Iterable[Place]) -> list[tuple[int, int, int, int]]:
    """Return cells as few blocks (top, left, bottom, right): along the rows, or down the columns if fewer."""
    cells = list(places)
    along = _blocks(cells)
    down = _blocks([(column, row) for row, column in cells])
    turned = [(left, top, right, bottom) for top, left, bottom, right in down]
    return along if len(along) <= len(turned) else turned


def _blocks(places: Iterable[Place]) -> list[tuple[int, int, int, int]]:
    lines: dict[int, list[int]] = {}
    for line, at in sorted(places):
        lines.setdefault(line, []).append(at)
    found: list[tuple[int, int, int, int]] = []
    ending: dict[tuple[int, int, int], int] = {}
    for line in sorted(lines):
        for first, last in _runs(lines[line]):
            above = ending.pop((line - 1, first, last), None)
            if above is None:
                above = len(found)
                found.append((line, first, line, last))
            else:
                found[above] = (found[above][0], first, line, last)
            ending[line, first, last] = above
    return found


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
