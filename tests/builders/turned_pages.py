"""Drawn pages turned so that their regions stand side by side, as some offices draw them."""

from model.excel.grid import Cell, Merge, Sheet


def turned_page(sheet: Sheet, *notes: str) -> Sheet:
    """The sheet with rows and columns changed below its titles, which end at its first blank row."""
    blank = next(row for row, cells in enumerate(sheet.rows) if not any(cells))
    down = blank + 1
    body: list[list[Cell]] = [list(cells) for cells in zip(*sheet.rows[down:], strict=True)]
    above: list[list[Cell]] = [list(cells) for cells in sheet.rows[:down]]
    below: list[list[Cell]] = [[note] for note in notes]
    lines = [*above, *body, *below]
    width = max(map(len, lines))
    return Sheet(
        sheet.name,
        tuple(tuple(line) + (None,) * (width - len(line)) for line in lines),
        tuple(Merge(m.left + down, m.top - down, m.right + down, m.bottom - down) for m in sheet.merges),
        percents=frozenset((column + down, row - down) for row, column in sheet.percents),
    )
