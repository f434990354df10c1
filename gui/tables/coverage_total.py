"""The total under the coverage table: its columns, and whether its shortfall needs a footnote."""

from collections.abc import Callable
from dataclasses import replace

from gui.tables import coverage_texts as texts
from gui.tables.columns import Column
from model.coverage import CoverageTable


def total_columns(columns: tuple[Column, ...], table: CoverageTable) -> tuple[Column, ...]:
    """Return *columns* as the total shows them: named once, without rank, with its footnote."""
    changed: dict[str, Callable[[Column], Column]] = {
        "rank": lambda column: replace(column, text=texts.blank, tooltip=texts.blank, copied=None),
        "shortfall": texts.noted if has_footnote(table) else texts.same,
        "segment": lambda column: (
            replace(column, text=texts.name)
            if table.by == ("segment",)
            else replace(column, text=texts.blank)
        ),
    }
    marked = "segment" if table.by == ("segment",) else "name"
    bare = (column if column.name == marked else replace(column, mark=texts.unmarked) for column in columns)
    return tuple(changed.get(column.name, texts.same)(column) for column in bare)


def has_footnote(table: CoverageTable) -> bool:
    """Say whether the total's shortfall is the province's own and no sum of the column."""
    return "region" in table.by and bool(table.total.code) and table.total.shortfall is not None
