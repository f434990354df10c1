"""Printed totals: never added, but held against the sum of their parts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from string import ascii_uppercase
from typing import Final

from model.excel.column_values import Complaint, Values
from model.excel.layout import Layout, Row, RowKind
from model.excel.notices import shown
from model.excel.numbers import Mark
from model.excel.row_regions import Block, block_of
from model.excel.subtotals import check_subtotals, is_counted_twice
from model.measures import Measure
from model.problems import Severity
from model.regions import regencies

TOLERANCE: Final = 1.0
"""People by which a printed sum may miss its parts: published sums are off by one."""

_SAME: Final = 1e-6
"""Differences that only come from how numbers are kept."""
_FEWEST: Final = 2
"""Fewer parts than this say nothing about a total."""
_NAMES_SHOWN: Final = 20
_PARTS: Final = frozenset([RowKind.REGION, RowKind.NOT_MATCHED])
_SUMS: Final = frozenset([RowKind.TOTAL, RowKind.PROVINCE])


def check_all_totals(
    columns: Sequence[Values], layout: Layout, left_out: Iterable[int]
) -> dict[int, list[Complaint]]:
    """Return what is wrong with the printed totals of each column, by the index of the column.

    Notes in ``Values.partial`` the totals that leave out parts, and the coverages beside them.
    """
    ignored = set(left_out)
    rounded: list[Complaint] = []
    counts = [values for values in columns if values.column.measure is not Measure.REPORTED_COVERAGE]
    checked: dict[int, list[Complaint]] = {values.column.index: [] for values in columns}
    for values in counts:
        checked[values.column.index] = check_totals(values, layout, ignored)
        rounded += _rounded(values, layout, ignored)
    if rounded:
        # One sentence a table, at the first of them, with the largest difference.
        most = max((complaint.facts for complaint in rounded), key=lambda facts: abs(_number(facts)))
        first = replace(rounded[0], facts={**most, "count": len(rounded)})
        checked[first.column].append(first)
    for share in columns:
        if share not in counts:
            share.partial |= {
                row
                for values in counts
                for row in values.partial
                if values.column.measure in {Measure.ACTIVE, Measure.ELIGIBLE}
                and values.column.segment == share.column.segment
                and values.column.period in (share.column.period, None)
            }
    return checked


def check_totals(values: Values, layout: Layout, ignored: Set[int]) -> list[Complaint]:
    """Return a complaint for every total of a column that its parts do not add up to.

    Rows in *ignored* (a region's second row) are no parts. A total with a missing part is not
    checked, nobody knows what it should be, unless it is the sum of the known parts: then it is
    a sum over some regions only.
    """
    complaints = []
    for total, listed in _totals(layout):
        printed = values.by_row.get(total.index)
        block = [row for row in _parts(listed) if row.index not in ignored]
        parts = [part for row in block if (part := values.by_row.get(row.index)) is not None]
        if printed is None or len(parts) < _FEWEST:
            continue
        difference = printed - sum(parts)
        fits = abs(difference) <= tolerance(values, len(parts))
        place = total.index, values.column.index
        facts: dict[str, object] = {"printed": printed, "measure": str(values.column.measure)}
        missing = _missing(total, block, values, layout) if fits and printed else []
        if missing:
            values.partial.add(total.index)
            facts |= {"count": len(missing), "names": ", ".join(missing[:_NAMES_SHOWN])}
            complaints.append(Complaint(Severity.WARNING, "printed_total_partial", *place, facts))
        elif not fits and len(parts) == len(block):
            facts |= {"parts": sum(parts), "difference": difference, "header": shown(values.column.header)}
            allowed = facts["tolerance"] = tolerance(values, len(parts))
            twice = is_counted_twice(values, listed, total, sum(parts), allowed)
            code = "parts_counted_twice" if twice else "printed_total_differs"
            complaints.append(Complaint(Severity.ERROR, code, *place, facts))
    allowed = tolerance(values, sum(row.kind in _PARTS for row in layout.rows))
    return [*complaints, *check_subtotals(values, layout, ignored, allowed)]


def _rounded(values: Values, layout: Layout, ignored: Set[int]) -> Iterator[Complaint]:
    """Yield a remark for every total that misses its parts, but by no more than rounding does."""
    for total, listed in _totals(layout):
        printed = values.by_row.get(total.index)
        block = [row for row in _parts(listed) if row.index not in ignored]
        parts = [part for row in block if (part := values.by_row.get(row.index)) is not None]
        if printed is None or len(parts) < max(_FEWEST, len(block)):
            continue
        allowed = tolerance(values, len(parts))
        if _SAME < abs(printed - sum(parts)) <= allowed:
            facts: dict[str, object] = {"difference": printed - sum(parts), "tolerance": allowed}
            yield Complaint(Severity.INFO, "printed_total_rounded", total.index, values.column.index, facts)


def _number(facts: Mapping[str, object]) -> float:
    return float(str(facts["difference"]))


def without_subtotals(layout: Layout, columns: Sequence[Values]) -> Layout:
    """Return the layout where rows with unknown names are subtotals, if the regions alone make the total.

    "Kantor Cabang Sampit" above its regencies is no part of "Jumlah". The complaint about such a
    name becomes a remark.
    """
    strangers = {row.index for row in layout.rows if row.kind is RowKind.NOT_MATCHED}
    counts = [values for values in columns if values.column.measure is not Measure.REPORTED_COVERAGE]
    extra: set[int] = set()
    for total, listed in _totals(layout):
        block = _parts(listed)
        beside = {row.index for row in block} & strangers
        regions = [row for row in block if row.index not in strangers]
        told = [found for values in counts if (found := _regions_fit(values, total, regions)) is not None]
        if beside and told and all(told):
            extra |= beside
    if not extra:
        return layout
    rows = tuple(replace(row, kind=RowKind.SUBTOTAL) if row.index in extra else row for row in layout.rows)
    numbers = {str(row + 1) for row in extra}
    problems = tuple(
        replace(problem, severity=Severity.INFO, code="row_is_subtotal")
        if problem.code.startswith("name_") and problem.cell.lstrip(ascii_uppercase) in numbers
        else problem
        for problem in layout.problems
    )
    return replace(layout, rows=rows, problems=problems)


def _regions_fit(values: Values, total: Row, regions: Sequence[Row]) -> bool | None:
    """Say whether the known regions alone make a printed total; None where it cannot be told."""
    printed = values.by_row.get(total.index)
    parts = [values.by_row.get(row.index) for row in regions]
    known = [part for part in parts if part is not None]
    if not printed or len(known) < max(_FEWEST, len(parts)):
        return None
    return abs(printed - sum(known)) <= tolerance(values, len(known))


def _missing(total: Row, block: Sequence[Row], values: Values, layout: Layout) -> list[str]:
    """The names of the parts without a figure.

    For the province's own row also regencies without a row, unless the table lists only a few.
    """
    listed = regencies(layout.province)
    blank = {row.region for row in block if row.region and values.by_row.get(row.index) is None}
    present = {row.region for row in block}
    if total.kind is RowKind.PROVINCE and 2 * len(present) > len(listed):
        blank |= {region.code for region in listed} - present
    return [region.full_name for region in listed if region.code in blank]


def _totals(layout: Layout) -> Iterator[tuple[Row, Sequence[Row]]]:
    """The totals, each with all rows of its period and segment."""
    totals = [row for row in layout.rows if row.kind in _SUMS]
    blocks: dict[Block, list[Row]] = {block_of(row): [] for row in totals}
    for row in layout.rows if totals else ():
        if (block := blocks.get(block_of(row))) is not None:
            block.append(row)
    return ((total, blocks[block_of(total)]) for total in totals)


def _parts(block: Sequence[Row]) -> list[Row]:
    """The rows of a block that its total is of, known regions or not."""
    return [row for row in block if row.kind in _PARTS and not row.beside]


def tolerance(values: Values, parts: int) -> float:
    """One person; in thousands with decimals, half a unit of the last decimal for each part."""
    if values.column.scale == 1:
        return TOLERANCE
    numbers = [reading.value or 0.0 for reading in values.readings if reading.mark is Mark.NUMBER]
    decimals = max((len(f"{number:.6f}".rstrip("0").partition(".")[2]) for number in numbers), default=0)
    return max(TOLERANCE, 0.5 * (parts + 1) * values.column.scale / 10.0**decimals)
