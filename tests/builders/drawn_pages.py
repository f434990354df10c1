"""Pages of a workbook while they are drawn, alone or several on one sheet."""

from dataclasses import dataclass, field

from model.excel.grid import Cell, Merge, Sheet

Rows = list[list[Cell]]


@dataclass
class Page:
    """A drawn sheet: its cells, and what a spreadsheet keeps beside them."""

    name: str = "Rekap"
    rows: Rows = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    percents: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    visible: bool = True

    def add(self, *cells: Cell) -> int:
        """Append a row and return its number."""
        self.rows.append(list(cells))
        return len(self.rows) - 1

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge a block of cells unless it is only one."""
        if (top, left) != (bottom, right):
            self.merges.append(Merge(top, left, bottom, right))

    @property
    def sheet(self) -> Sheet:
        """The sheet as the reader hands it over."""
        width = max(map(len, self.rows), default=0)
        rows = tuple(tuple(row) + (None,) * (width - len(row)) for row in self.rows)
        return Sheet(
            self.name, rows, tuple(self.merges), self.visible, percents=frozenset(self.percents),
            hidden_rows=frozenset(self.hidden_rows), hidden_columns=frozenset(self.hidden_columns),
        )  # fmt: skip


def stacked(*pages: Page, name: str = "Rekap", gap: int = 2) -> Page:
    """Return one page with several drawn tables below each other."""
    whole = Page(name)
    for page in pages:
        down = len(whole.rows)
        whole.rows += page.rows + [[] for _ in range(gap)]
        whole.merges += [Merge(m.top + down, m.left, m.bottom + down, m.right) for m in page.merges]
        whole.percents |= {(row + down, column) for row, column in page.percents}
    return whole


def beside(left: Page, right: Page, name: str = "Rekap", gap: int = 1) -> Page:
    """Return one page with two drawn tables side by side."""
    across = max(map(len, left.rows)) + gap
    whole = Page(name, merges=list(left.merges), percents=set(left.percents))
    for number in range(max(len(left.rows), len(right.rows))):
        first = left.rows[number] if number < len(left.rows) else []
        second = right.rows[number] if number < len(right.rows) else []
        whole.add(*first, *[None] * (across - len(first)), *second)
    whole.merges += [Merge(m.top, m.left + across, m.bottom, m.right + across) for m in right.merges]
    whole.percents |= {(row, column + across) for row, column in right.percents}
    return whole
