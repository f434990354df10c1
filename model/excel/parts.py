"""Districts and villages below a regency: added up to it where it has no row of its own, else compared."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from model.excel.column_values import Complaint, Values
from model.excel.layout import Layout, Row, RowKind
from model.excel.printed_totals import tolerance
from model.measures import Measure
from model.problems import Severity

_NO_ROW: Final = 1_048_576
"""Below every sheet: rows of sums get numbers from here on."""
_FEWEST: Final = 2
_RATES: Final = frozenset([Measure.REPORTED_COVERAGE])


def with_rolled_up(layout: Layout) -> Layout:
    """Return the layout with a row more for each region that only districts or villages have rows of."""
    own = {(row.region, row.period, row.segment) for row in layout.rows if row.kind is RowKind.REGION}
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in layout.rows:
        key = (row.region, row.period, row.segment)
        if row.kind is RowKind.PART and key not in own:
            groups.setdefault(key, []).append(row)
    if not groups:
        return layout
    rows, sums = list(layout.rows), dict(layout.sums)
    for number, found in enumerate(groups.values(), _NO_ROW + len(sums)):
        parts = topmost(found)
        sums[number] = tuple(part.index for part in parts)
        rows.append(replace(found[0], index=number, kind=RowKind.REGION, level=0, district=""))
    return replace(layout, rows=tuple(rows), sums=sums)


def topmost(parts: Sequence[Row]) -> list[Row]:
    """Return the rows that make a region, each once: districts, and villages whose district has no row."""
    districts = {row.district for row in parts if row.level == 1}
    return [row for row in parts if row.level == 1 or row.district not in districts or not districts]


def with_parts(layout: Layout, columns: Sequence[Values]) -> Layout:
    """Return the layout where rows with unknown names are districts, if they add up to the region above them.

    Every region of the table that such rows follow must be their sum in every column of counts.
    """
    followers: dict[int, list[int]] = {}
    current: Row | None = None
    for row in layout.rows:
        if row.kind is RowKind.REGION:
            current = row
        elif row.kind is RowKind.NOT_MATCHED and current:
            followers.setdefault(current.index, []).append(row.index)
        else:
            current = None
    counts = [values for values in columns if values.column.measure not in _RATES]
    owners = {row.index: row for row in layout.rows}
    if not followers or not all(
        len(rows) >= _FEWEST and any(_fits(values, first, rows) for values in counts)
        and all(_fits(values, first, rows) is not False for values in counts)
        for first, rows in followers.items()
    ):  # fmt: skip
        return layout
    region = {index: owners[first].region for first, rows in followers.items() for index in rows}
    made = tuple(
        replace(row, kind=RowKind.PART, region=region[row.index], level=1) if row.index in region else row
        for row in layout.rows
    )
    kept = tuple(
        problem
        for problem in layout.problems
        if not (problem.code.startswith("name_") and _row_of(problem.cell) in region)
    )
    return replace(layout, rows=made, problems=kept)


def _row_of(cell: str) -> int:
    digits = "".join(sign for sign in cell if sign.isdigit())
    return int(digits) - 1 if digits else -1


def _fits(values: Values, owner: int, parts: Iterable[int]) -> bool | None:
    """Say whether the parts make the owner's figure; None where either is not known."""
    printed = values.by_row.get(owner)
    told = [values.by_row.get(part) for part in parts]
    known = [part for part in told if part is not None]
    if printed is None or len(known) < len(told):
        return None
    return abs(printed - sum(known)) <= tolerance(values, len(known))


def roll_up(columns: Sequence[Values], layout: Layout, ignored: Iterable[int]) -> list[Complaint]:
    """Fill in the sums of districts and villages, and return what is to be said about them.

    A sum with a missing part is missing, and a share is never added up. Where the region has a
    row of its own that one counts, and its parts are held against it; so are the villages of a
    district against it.
    """
    parts = [row for row in layout.rows if row.kind is RowKind.PART]
    if not parts:
        return []
    skipped = set(ignored)
    complaints: list[Complaint] = []
    for values in columns:
        if values.column.measure in _RATES:
            continue
        for number, rows in layout.sums.items():
            told = [values.by_row.get(row) for row in rows]
            known = [value for value in told if value is not None]
            values.by_row[number] = float(sum(known)) if len(known) == len(told) else None
        complaints += _against(values, layout, skipped)
    return [*complaints, _said(parts, layout, columns)] if columns else complaints


def _against(values: Values, layout: Layout, skipped: set[int]) -> Iterable[Complaint]:
    owners = [
        *(
            row
            for row in layout.rows
            if row.kind is RowKind.REGION and row.index not in {*layout.sums, *skipped}
        ),
        *(row for row in layout.rows if row.kind is RowKind.PART and row.level == 1),
    ]
    for owner in owners:
        below = [
            row
            for row in layout.rows
            if row.kind is RowKind.PART
            and (row.region, row.period, row.segment) == (owner.region, owner.period, owner.segment)
            and (owner.kind is RowKind.REGION or (row.level > 1 and row.district == owner.district))
        ]
        rows = [row.index for row in (topmost(below) if owner.kind is RowKind.REGION else below)]
        if len(rows) >= 1 and _fits(values, owner.index, rows) is False:
            printed = values.by_row[owner.index] or 0.0
            total = sum(values.by_row[row] or 0.0 for row in rows)
            facts: dict[str, object] = {
                "printed": printed, "parts": total, "difference": printed - total, "count": len(rows),
                "measure": str(values.column.measure), "tolerance": tolerance(values, len(rows)),
            }  # fmt: skip
            yield Complaint(Severity.ERROR, "parts_differ", owner.index, values.column.index, facts)


def _said(parts: Sequence[Row], layout: Layout, columns: Sequence[Values]) -> Complaint:
    rolled = {row.region for row in layout.rows if row.index in layout.sums}
    facts: dict[str, object] = {"count": len(parts), "regions": len(rolled)}
    code = "parts_rolled_up" if rolled else "parts_beside_region"
    return Complaint(Severity.INFO, code, parts[0].index, columns[0].column.index, facts)
