"""Whose own figures the rows of a table hold: a regency's, the province's, nobody's."""

from collections.abc import Iterator, Sequence
from typing import Final

from model.excel.layout import Layout, Row, RowKind
from model.periods import Period
from model.regions import regencies

_OWN: Final = frozenset([RowKind.REGION, RowKind.PROVINCE])

Block = tuple[Period | None, str]
"""The period and the segment of the rows that belong together."""


def block_of(row: Row) -> Block:
    """Return the block that a row stands in."""
    return row.period, row.segment


def own_regions(layout: Layout) -> dict[int, str]:
    """Return the region whose own figures a row holds, by the row; "" for rows that hold nobody's.

    A "Jumlah" of all regencies is the province's.
    """
    whole = set(_whole_blocks(layout.rows, layout.province))
    return {
        row.index: row.region
        if row.kind in _OWN
        else layout.province
        if row.kind is RowKind.TOTAL and block_of(row) in whole
        else ""
        for row in layout.rows
    }


def _whole_blocks(rows: Sequence[Row], province: str) -> Iterator[Block]:
    """The blocks whose total is of every regency, while no row says so by the province's name."""
    found: dict[Block, set[str]] = {block_of(row): set() for row in rows if row.kind is RowKind.TOTAL}
    for row in rows if found else ():
        regions = found.get(block_of(row))
        if regions is None:
            continue
        if row.kind in {RowKind.PROVINCE, RowKind.NOT_MATCHED}:
            del found[block_of(row)]
        elif row.kind is RowKind.REGION:
            regions.add(row.region)
    every = {region.code for region in regencies(province)} if found else set()
    return (block for block, regions in found.items() if regions and regions == every)
