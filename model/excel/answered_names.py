"""Names of regions that were answered, as decisions: an answer can be looked at, and changed."""

from collections.abc import Iterator
from typing import Final

from model.excel.answers import LEAVE, About, Answers
from model.excel.decisions import Decision, Standing
from model.excel.grid import Sheet
from model.excel.header_words import plain_words
from model.excel.layout import ColumnKind, Layout
from model.excel.notices import shown
from model.region_names import match_region

_NAMING: Final = (ColumnKind.NAME, ColumnKind.CODE)


def answered_names(sheet: Sheet, layout: Layout, answers: Answers) -> Iterator[Decision]:
    """Yield a decision for each name of the table that *answers* answer, with its cells on *sheet*."""
    known = {key: value for (about, key), value in answers.given.items() if about is About.NAME}
    if not known:
        return
    of_kind = {kind: [one.index for one in layout.columns if one.kind is kind] for kind in _NAMING}
    columns = of_kind[ColumnKind.NAME] or of_kind[ColumnKind.CODE]
    found: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    for row in range(max(layout.header[1] + 1, 0), len(sheet.rows)):
        for column in columns:
            cell = sheet.cell(row, column)
            # As the question quoted it: a long name is cut there, a code may be a number.
            name = "" if cell is None else shown(cell)
            if (key := plain_words(name)) in known:
                found.setdefault(key, (name, []))[1].append((row, column))
    for key, (name, places) in found.items():
        options = (*(region.code for region in match_region(name, layout.province).candidates), LEAVE)
        yield Decision(
            About.NAME, key, known[key], Standing.ANSWERED, name, "answered", {}, options,
            layout.sheet, layout.key, tuple(places),
        )  # fmt: skip
