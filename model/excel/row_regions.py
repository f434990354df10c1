"""Whose own figures a row of a table holds: a regency's, the province's, nobody's."""

from model.excel.layout import Layout, Row, RowKind
from model.regions import regencies


def region_of(row: Row, layout: Layout) -> str:
    """Return the region whose own figures a row holds: a "Jumlah" of all regencies is the province's."""
    if row.kind is RowKind.TOTAL and _is_whole_province(row, layout):
        return layout.province
    return row.region if row.kind in {RowKind.REGION, RowKind.PROVINCE} else ""


def _is_whole_province(total: Row, layout: Layout) -> bool:
    """Say whether a total is of every regency of the province, and no row says so by the province's name."""
    block = [row for row in layout.rows if (row.period, row.segment) == (total.period, total.segment)]
    kinds = {row.kind for row in block}
    if kinds & {RowKind.PROVINCE, RowKind.NOT_MATCHED}:
        return False
    found = {row.region for row in block if row.kind is RowKind.REGION}
    return bool(found) and found == {region.code for region in regencies(layout.province)}
