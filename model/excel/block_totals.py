"""The totals of the blocks of a table, a block for each period and segment: what each is the sum of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.excel.grid import Cell
from model.excel.layout import Row, RowKind
from model.excel.row_names import segment_named
from model.segments import ALL


def segment_of_total(name: Cell) -> str:
    """Return the segment that a total is of by its name: "Jumlah PU"."""
    return (segment_named(name) or ALL) if isinstance(name, str) else ALL


def is_of_all_blocks(total: Row, above: Sequence[Row]) -> bool:
    """Say whether a total right below that of the last block is the sum of all blocks *above* it."""
    block = [row for row in above if (row.period, row.segment) == (total.period, total.segment)]
    totals = [row for row in block if row.kind is RowKind.TOTAL]
    return len(totals) == 1 and above[-1] is totals[0] and len(block) < len(above)


def one_total(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows, where of several bare totals in one block only the last is a total.

    It is of everything, those before it are of parts, unless their figures show otherwise
    (:mod:`model.excel.rival_totals`).
    """
    listed = list(rows)
    totals = [row for row in listed if row.kind is RowKind.TOTAL]
    last = {(row.period, row.segment): row.index for row in totals}
    ends = set(last.values())
    count = Counter((row.period, row.segment) for row in totals)
    return tuple(
        replace(row, kind=row.kind if row.index in ends else RowKind.SUBTOTAL, bare=True)
        if row.kind is RowKind.TOTAL and count[row.period, row.segment] > 1
        else row
        for row in listed
    )
