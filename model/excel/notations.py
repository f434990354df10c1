"""What dots and commas mean in a column of counts, and the evidence for it: a decision a person can change.

"1.170" beside "1132" are thousands; "104,890" thousands of people are 104.89 thousands where the
column would else add up to more people than there are. Where nothing shows it, it has to be asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from model.excel.grid import Cell
from model.excel.notices import shown
from model.excel.number_texts import is_lone_group, number_text
from model.excel.numbers import Counted, Mark, Reading, known_separators
from model.excel.separators import Separators, is_mixed, separators


@dataclass(frozen=True, slots=True)
class Notation:
    """The mark before decimals ("," or ".", "" where nothing shows it), why, and whether it must be asked."""

    decimal: str
    reason: str
    facts: dict[str, object] = field(default_factory=dict)
    is_open: bool = False


def notation_of(
    cells: Sequence[Cell], readings: Sequence[Reading], counted: Counted, beside: Separators, *, giants: bool
) -> Notation | None:
    """Return how a column of counts writes its numbers, None where no text has a dot or a comma.

    *readings* are the cells as they were read, *beside* what they were read with besides the column
    itself; *giants* says that it comes from the sum being too large for people.
    """
    texts = [(body, cell) for cell in cells if (body := number_text(cell)) and re.search("[.,]", body)]
    if not texts:
        return None
    known = known_separators(cells, counted, beside)
    quoted: dict[str, object] = {"text": shown(texts[0][1])}
    doubtful = [cell for cell, reading in zip(cells, readings, strict=True) if reading.mark is Mark.AMBIGUOUS]
    clear = [cell for body, cell in texts if not is_lone_group(body)]
    if doubtful and not known.few_decimals and not known.told:
        quoted = {"text": shown(doubtful[0])}
        if known.clash or clear:
            return Notation(
                "", "notation_clash", quoted | {"other": shown((clear or doubtful)[0])}, is_open=True
            )
        return Notation("", "notation_unclear", quoted, is_open=True)
    decimal = _decimal(known, texts[0][0])
    if known.few_decimals:
        return Notation(decimal, "notation_majority", quoted)
    if separators(cells) != Separators() and clear:
        return Notation(decimal, "notation_shown", {"text": shown(clear[0])})
    if is_mixed(cells):
        other = next(cell for cell in cells if len(body := number_text(cell)) > 3 and body.isdigit())
        return Notation(decimal, "notation_mixed", quoted | {"other": shown(other)})
    if counted is Counted.WHOLE:
        return Notation(decimal, "notation_people", quoted)
    return Notation(decimal, "notation_giants" if giants else "notation_beside", quoted)


def _decimal(known: Separators, body: str) -> str:
    if known.dot_groups is not None:
        return "," if known.dot_groups else "."
    if known.comma_groups is not None:
        return "." if known.comma_groups else ","
    return "," if "." in body else "."
