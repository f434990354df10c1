"""Names of regions that were answered, as decisions: an answer can be looked at, and changed."""

from collections.abc import Iterator

from model.excel.answers import About, Answers
from model.excel.decisions import Decision, Standing
from model.excel.grid import Sheet
from model.excel.header_words import plain_words
from model.excel.layout import ColumnKind, Layout
from model.excel.notices import shown
from model.region_names import match_region

LEAVE = "leave"


def answered_names(sheet: Sheet, layout: Layout, answers: Answers) -> Iterator[Decision]:
    """Yield a decision for each name of the table that *answers* answer, with its cells on *sheet*."""
    known = {key: value for (about, key), value in answers.given.items() if about is About.NAME}
    if not known:
        return
    columns = [column.index for column in layout.columns if column.kind is ColumnKind.NAME]
    found: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    for row in range(max(layout.header[1] + 1, 0), len(sheet.rows)):
        for column in columns:
            cell = sheet.cell(row, column)
            key = plain_words(cell) if isinstance(cell, str) else ""
            if key in known:
                found.setdefault(key, (str(cell), []))[1].append((row, column))
    for key, (name, places) in found.items():
        options = (*(region.code for region in match_region(name, layout.province).candidates), LEAVE)
        yield Decision(
            About.NAME, key, known[key], Standing.ANSWERED, shown(name), "answered", {}, options,
            layout.sheet, layout.key, tuple(places),
        )  # fmt: skip
