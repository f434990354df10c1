"""Long tidy tables of an office as cells, and both ways of reading them: by column and row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd
import pytest

from model.excel import long_table
from model.excel.answers import Answers
from model.excel.examine import examine
from model.excel.grid import Cell, Grid, Merge, Sheet
from model.excel.importing import Import
from model.periods import month
from model.problems import Problem
from model.regions import regencies

KALTENG = regencies("62")
SEGMENTS = ("PU", "BPU", "JAKON", "PMI")
OWN = Answers("62")
NAMED = (
    "name_unknown", "name_suggested", "row_without_name", "name_outside_province", "names_outside_province",
)  # fmt: skip
"""What is said of each row by one way of reading, and once for each name by the other."""


@dataclass
class Register:
    """Rows below headers; each begins with the region, the position and the segment."""

    headers: list[str] = field(
        default_factory=lambda: ["Kabupaten/Kota", "Posisi", "Segmen", "Potensi", "Peserta aktif"]
    )
    rows: list[list[Cell]] = field(default_factory=list, repr=False)

    @classmethod
    def of(cls, months: int, segments: Sequence[str] = SEGMENTS) -> "Register":
        """Fourteen regencies, some segments, some months: one row for each."""
        made = cls()
        for number in range(1, months + 1):
            for segment in segments:
                for place, region in enumerate(KALTENG):
                    active = 1000.0 * number + 37 * place
                    day = month(2020 + number // 12, number % 12 + 1).day
                    made.rows.append([region.full_name, day, segment, 4 * active + 100, active])
        return made

    def grid(self, merges: tuple[Merge, ...] = ()) -> Grid:
        """The table below a title and an empty row."""
        width = len(self.headers)
        above: list[list[Cell]] = [["Rekap kepesertaan", *[None] * (width - 1)], [None] * width]
        every: tuple[list[Cell], ...] = (*above, [*self.headers], *self.rows)
        return Grid("panjang.xlsx", "ab" * 32, (Sheet("Data", tuple(tuple(row) for row in every), merges),))


def melted(table: Register, units: bool = False) -> Register:
    """The same figures, each in a row of its own below "Indikator" and "Nilai"."""
    labels = {3: ("Potensi", "orang"), 4: ("Peserta aktif", "orang"), 5: ("Cakupan", "%")}
    unit_header = ["Satuan"] if units else []
    made = Register(["No", *table.headers[:3], "Indikator", *unit_header, "Nilai"])
    for row in table.rows:
        for place in range(3, len(row)):
            label, unit = labels[place]
            said: list[Cell] = [label, unit] if units else [f"{label} (%)" if unit == "%" else label]
            made.rows.append([len(made.rows) + 1, *row[:3], *said, row[place]])
    return made


def row_by_row(grid: Grid, answers: Answers = OWN) -> Import:
    """Read every row as those of a short table."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_table, "LONG", 10**9)
        return examine(grid, answers)


def by_columns(grid: Grid, answers: Answers = OWN, *, always: bool = True) -> Import:
    """Read the rows as those of a long table; where *always* is asked, fail if that is not done."""
    read: list[object] = []
    whole = long_table._LongTable.read

    def noted(table: long_table._LongTable) -> object:
        read.append(whole(table))
        return read[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_table, "LONG", 100)
        patch.setattr(long_table._LongTable, "read", noted)
        found = examine(grid, answers)
    assert read[0] is not None or not always, "read row by row"
    return found


def of_figures(found: Import) -> list[Problem]:
    """The problems that are not about names."""
    return [problem for problem in found.book.problems if problem.code not in NAMED]


def assert_same(grid: Grid, answers: Answers = OWN, *, always: bool = True) -> Import:
    """Check that both ways come to the same figures, targets, findings and decisions; return the first."""
    fast, straight = by_columns(grid, answers, always=always), row_by_row(grid, answers)
    pd.testing.assert_frame_equal(fast.book.observations, straight.book.observations)
    assert fast.book.target_sets == straight.book.target_sets
    assert sorted(map(repr, of_figures(fast))) == sorted(map(repr, of_figures(straight)))
    names = [
        {str(p.facts.get("name")) for p in f.book.problems if p.code in NAMED[:2]} for f in (fast, straight)
    ]
    assert names[0] == names[1]
    if not names[0]:
        assert fast.decisions == straight.decisions
    assert fast.tables == straight.tables
    assert fast.shape == straight.shape
    return fast
