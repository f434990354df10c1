"""Printed totals: never added, but held against the sum of their parts."""

from collections.abc import Iterable, Sequence
from typing import Final

from model.excel.column_values import Complaint, Values
from model.excel.layout import Row, RowKind
from model.excel.numbers import Mark
from model.problems import Severity

TOLERANCE: Final = 1.0
"""People by which a printed sum may miss its parts: published sums are off by one."""

_PARTS: Final = frozenset([RowKind.REGION, RowKind.NOT_MATCHED])
_SUMS: Final = frozenset([RowKind.TOTAL, RowKind.PROVINCE])


def check_totals(values: Values, rows: Sequence[Row], left_out: Iterable[int]) -> list[Complaint]:
    """Return a complaint for every total of a column that its parts do not add up to.

    Rows in *left_out* (a region's second row) are no parts. A total with a missing part is not
    checked: nobody knows what it should be.
    """
    ignored = set(left_out)
    complaints = []
    for total in rows:
        printed = values.by_row.get(total.index)
        block = [row for row in _parts(total, rows) if row.index not in ignored]
        parts = [part for row in block if (part := values.by_row.get(row.index)) is not None]
        if total.kind not in _SUMS or printed is None or len(parts) < max(2, len(block)):
            continue
        difference = printed - sum(parts)
        if abs(difference) > _tolerance(values, len(parts)):
            facts: dict[str, object] = {
                "printed": printed,
                "parts": sum(parts),
                "difference": difference,
                "measure": str(values.column.measure),
                "header": values.column.header,
            }
            place = total.index, values.column.index
            complaints.append(Complaint(Severity.ERROR, "printed_total_differs", *place, facts))
    return complaints


def _parts(total: Row, rows: Sequence[Row]) -> list[Row]:
    """The rows that a total is of: those of its period and segment, known regions or not."""
    key = (total.period, total.segment)
    return [row for row in rows if row.kind in _PARTS and (row.period, row.segment) == key]


def _tolerance(values: Values, parts: int) -> float:
    """One person; in thousands with decimals, half a unit of the last decimal for each part."""
    if values.column.scale == 1:
        return TOLERANCE
    numbers = [reading.value or 0.0 for reading in values.readings if reading.mark is Mark.NUMBER]
    decimals = max((len(f"{number:.6f}".rstrip("0").partition(".")[2]) for number in numbers), default=0)
    return max(TOLERANCE, 0.5 * (parts + 1) * values.column.scale / 10.0**decimals)
