"""Sheets whose regions stand side by side as columns: turned, read by row, and every place turned back."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.decisions import Decision
from model.excel.extract import Extracted
from model.excel.grid import Cell, Sheet, a1, place
from model.excel.header_periods import moment_of
from model.excel.header_words import header_text, meaning_of
from model.excel.importing import RoleArea
from model.excel.name_column import is_kind_word, matched, names_a_region
from model.excel.notices import notice
from model.excel.row_words import is_figure_like, is_signature, is_total
from model.excel.tables import MOST_ROWS
from model.excel.turned_sheet import Place, Turned, turned
from model.problems import Problem, Severity
from model.region_columns import infer_province

_FIRST_ROWS: Final = 200
"""The first row of names stands among these."""
_COLUMNS: Final = 200
_FEWEST: Final = 3
_FEWEST_BELOW: Final = 2
_LONGEST: Final = 60
_READ: Final = "regions_across_read"
_ADDRESSES: Final = {
    "region_twice": ("used", "other"),
    "total_of_several": ("used",),
    "column_sum_differs": ("cells",),
    "row_sum_differs": ("cells",),
    "active_above_eligible": ("cells",),
}
"""Facts that are addresses, by the code of the finding."""
_ADDRESS: Final = re.compile(r"[A-Z]+\d+")


def tables_across(sheet: Sheet, province: str) -> tuple[Turned, ...]:
    """Return the tables of a sheet whose regions stand side by side, each drawn with a row for a region.

    A table whose rows name as many regions is none of them, and a long sheet has none.
    """
    if not sheet.rows or len(sheet.rows) > MOST_ROWS:
        return ()
    tables: list[Turned] = []
    shared = _first_lines(sheet)
    after = 0
    starts = list(_starts(sheet, province))
    for number, (row, names) in enumerate(starts):
        is_last = number + 1 == len(starts)
        span = row, _last_of(sheet, row, len(sheet.rows) if is_last else starts[number + 1][0], min(names))
        if span[1] == row or _most_below(sheet, span, province) >= len(names):
            continue
        top = _first_header(sheet, after, row, min(names))
        own = _titles(sheet, after, top)
        outer = _without_time(sheet, shared) if _has_time(sheet, own) else shared
        titles = tuple(dict.fromkeys((*outer, *own)))
        tables.append(turned(sheet, (top, span[1]), (row, min(names)), titles))
        after = span[1] + 1
    return tuple(tables)


def rest_of(sheet: Sheet, tables: Sequence[Turned], province: str) -> Sheet | None:
    """Return *sheet* without the rows of its turned *tables*; None where no column names regions there."""
    gone = {row for table in tables for row in range(table.span[0], table.span[1] + 1)}
    empty: tuple[Cell, ...] = (None,) * len(sheet.rows[0])
    rows = tuple(empty if index in gone else row for index, row in enumerate(sheet.rows))
    merges = tuple(merge for merge in sheet.merges if merge.top not in gone)
    rest = replace(sheet, rows=rows, merges=merges)
    return rest if _most_below(rest, (0, len(rows) - 1), province) >= _FEWEST_BELOW else None


def _first_lines(sheet: Sheet) -> list[Place]:
    """The titles of the whole sheet: the lines at its top that are one cell each."""
    lines: list[Place] = []
    for row, cells in enumerate(sheet.rows):
        used = [column for column, cell in enumerate(cells) if cell is not None]
        if len(used) > 1:
            break
        lines += [(row, column) for column in used]
    return lines


def _titles(sheet: Sheet, after: int, top: int) -> list[Place]:
    """The cells above a table, from the last row with figures on."""
    filled = [row for row in range(after, top) if _has_figures(sheet.rows[row])]
    rows = range(max(filled, default=after - 1) + 1, top)
    return [(row, column) for row in rows for column, cell in enumerate(sheet.rows[row]) if cell is not None]


def _has_figures(cells: Sequence[Cell]) -> bool:
    return any(is_figure_like(cell) and not moment_of(cell).is_known for cell in cells)


def _has_time(sheet: Sheet, titles: Iterable[Place]) -> bool:
    return any(moment_of(sheet.cell(*title)).is_known for title in titles)


def _without_time(sheet: Sheet, titles: Iterable[Place]) -> list[Place]:
    """The titles of the sheet that name no time: those of a table that names one itself."""
    return [title for title in titles if not moment_of(sheet.cell(*title)).is_known]


def _starts(sheet: Sheet, province: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The rows that name regions one beside the other, each with the columns of the names."""
    found = False
    for index, row in enumerate(sheet.rows):
        if index > _FIRST_ROWS and not found:
            return
        texts = {column: cell for column, cell in enumerate(row[:_COLUMNS]) if _may_name(cell)}
        if len(set(texts.values())) < _FEWEST:
            continue
        own = province or infer_province([*dict.fromkeys(texts.values())])
        if own is None:
            continue
        columns = [column for column, text in texts.items() if names_a_region(matched(str(text), own))]
        if len({texts[column] for column in columns}) >= _FEWEST:
            found = True
            yield index, tuple(columns)


def _may_name(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) > _LONGEST or not any(map(str.isalpha, cell)):
        return False
    return not is_figure_like(cell) and not is_total(cell)


def _most_below(sheet: Sheet, span: tuple[int, int], province: str) -> int:
    """The most regions that any column names in the rows *span*, without the row of names itself."""
    most = 0
    for column in range(min(len(sheet.rows[0]), _COLUMNS)):
        texts = {cell for row in sheet.rows[span[0] + 1 : span[1] + 1] if _may_name(cell := row[column])}
        own = province or infer_province(texts) or ""
        most = max(most, sum(names_a_region(matched(str(text), own)) for text in texts))
    return most


def _first_header(sheet: Sheet, after: int, row: int, names: int) -> int:
    """The first header row of a table: rows with several cells above the names, months perhaps."""
    top = row
    while top > after:
        used = [column for column, cell in enumerate(sheet.rows[top - 1]) if cell is not None]
        if len(used) < 2 or used[-1] < names or any(map(is_figure_like, sheet.rows[top - 1][names:])):
            break
        top -= 1
    return top


def _last_of(sheet: Sheet, row: int, end: int, names: int) -> int:
    """The last row of a table with figures: before *end*, before it is signed, before names below it."""
    last = row
    for index in range(row + 1, end):
        cells = sheet.rows[index]
        if is_signature(cells) or _is_another(cells, names):
            break
        if any(map(is_figure_like, cells[names:])):
            last = index
    return last


def _is_another(cells: Sequence[Cell], names: int) -> bool:
    """Say whether a row heads a table whose regions stand below each other."""
    return any(is_kind_word(cell) for cell in cells[:names]) and any(
        isinstance(cell, str) and meaning_of(header_text(cell)).measure for cell in cells[names:]
    )


@dataclass(frozen=True)
class Back:
    """Turns what was found in a drawn table back to the real cells."""

    table: Turned
    file: str

    def extracted(self, gave: Extracted) -> Extracted:
        """Return what a table gave with the real addresses, and the sentence that it was turned."""
        read = tuple(replace(found, cell=self._address(found.cell)) for found in gave.observations)
        problems = tuple(self.problem(problem) for problem in gave.problems)
        said = notice(Severity.INFO, _READ, self.file, self.table.sheet.name, a1(*self.table.names))
        decisions = self.decisions(gave.decisions)
        return replace(gave, observations=read, problems=(*problems, said), decisions=decisions)

    def problem(self, problem: Problem) -> Problem:
        """Return a problem at the real cell, addresses in its sentence too."""
        if not problem.cell:
            return problem
        facts = dict(problem.facts)
        for name in _ADDRESSES.get(problem.code, ()):
            facts[name] = _ADDRESS.sub(lambda found: self._address(found[0]), str(facts[name]))
        return replace(problem, cell=self._address(problem.cell), facts=facts)

    def decisions(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Return decisions at the real cells."""
        return tuple(
            replace(one, places=tuple(dict.fromkeys(self.table.real(*cell) for cell in one.places)))
            for one in decisions
        )

    def roles(self, areas: Iterable[RoleArea]) -> tuple[RoleArea, ...]:
        """Return painted blocks where they really stand."""
        return tuple(self._area(area) for area in areas)

    def _area(self, area: RoleArea) -> RoleArea:
        top, left, bottom, right = self.table.real_area(area.top, area.left, area.bottom, area.right)
        return replace(area, top=top, left=left, bottom=bottom, right=right)

    def _address(self, cell: str) -> str:
        return a1(*self.table.real(*place(cell)))
