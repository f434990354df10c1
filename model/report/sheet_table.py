"""The coverage table of a sheet as texts: columns, cells, and the notes under it."""

from typing import Any, Final

from model import wording
from model.coverage import CoverageTable, Row
from model.observations import Nature
from model.report.figure_labels import segment_name
from model.report.text_size import text_width
from model.summary import Summary

Cell = str | dict[str, Any]
"""A text, or a text with what is drawn beside it: bar, status, flag, muted."""
_POINTS: Final = 8.5
_MILLIMETRE: Final = 72 / 25.4


def table_content(summary: Summary) -> dict[str, Any]:
    """Return the table of *summary*: columns (kind, header), rows, total, footnotes.

    Rows of regions stand by coverage, the highest first and the unknown last; segments keep
    their order. The target columns are left out without a target, the reported one where nothing
    is reported. A table of nothing has no rows.
    """
    table, language = summary.table, summary.language
    kinds = _kinds(table)
    rows = _in_order(table)
    mark = " °" if _marks_single_rows(summary) else ""
    body = [_cells(row, number, table, language, mark) for number, row in enumerate(rows, 1)]
    total = _total_cells(table, language)
    names = [str(line["name"]) for line in (*body, total)]
    groups = [number for number in range(1, len(rows)) if rows[number].code != rows[number - 1].code]
    return {
        "columns": [{"kind": kind, "header": _header(kind, table, language)} for kind in kinds],
        "name_width": max((text_width(name, _POINTS) for name in names), default=0) / _MILLIMETRE,
        "rows": [[row[kind] for kind in kinds] for row in body],
        "group_starts": groups if table.by == ("region", "segment") else [],
        "total": [total[kind] for kind in kinds],
        "footnotes": footnotes(summary, kinds),
    }


def _kinds(table: CoverageTable) -> list[str]:
    everything = (*table.rows, table.total)
    by_both = table.by == ("region", "segment")
    kinds = ["name", "segment"] if by_both else ["number", "name"]
    kinds += ["eligible", "active", "unprotected", "coverage"]
    if any(row.reported_coverage is not None for row in (table.rows if by_both else everything)):
        kinds.append("reported")
    if any(row.target is not None for row in everything):
        kinds += ["shortfall", "status"]
    return kinds


def _header(kind: str, table: CoverageTable, language: str) -> str:
    if kind == "name":
        kind = "segment" if table.by == ("segment",) else "region"
    return wording.label("column", kind, language)


def _in_order(table: CoverageTable) -> list[Row]:
    if table.by != ("region",):
        return list(table.rows)
    return sorted(table.rows, key=lambda row: -1.0 if row.coverage is None else row.coverage, reverse=True)


def _cells(row: Row, number: int, table: CoverageTable, language: str, mark: str) -> dict[str, Cell]:
    name = segment_name(row.segment, language) if table.by == ("segment",) else row.name
    if row.nature is Nature.INVENTED:
        name += mark
    cells: dict[str, Cell] = {"number": str(number), "name": name}
    cells["segment"] = segment_name(row.segment, language, short=True)
    return cells | _figures(row, table, language)


def _total_cells(table: CoverageTable, language: str) -> dict[str, Cell]:
    total = table.total
    name = total.name
    if table.by == ("segment",):
        one = segment_name(total.segment, language)
        name = one if total.segment else wording.label("column", "all_segments", language)
    cells: dict[str, Cell] = {"number": "", "name": name, "segment": ""}
    return cells | _figures(total, table, language)


def _figures(row: Row, table: CoverageTable, language: str) -> dict[str, Cell]:
    cells: dict[str, Cell] = {
        name: people_text(row, name, language) for name in ("eligible", "active", "unprotected", "shortfall")
    }
    rate = row.target / row.eligible if row.target is not None and row.eligible else None
    cells["coverage"] = {
        "text": wording.percent(row.coverage, 2, language, unit=False),
        "bar": row.coverage,
        "tick": rate,
    }
    reported: dict[str, Any] = {"text": wording.label("column", "no_figure", language), "muted": True}
    if row.reported_coverage is not None:
        text = wording.percent(row.reported_coverage, _reported_decimals(table), language, unit=False)
        reported = {"text": text, "flag": row.disagrees}
    cells["reported"] = reported
    status = wording.label("status", row.status, language) if row.status else wording.MISSING
    cells["status"] = {"text": status, "status": row.status}
    return cells


def people_text(row: Row, name: str, language: str) -> str:
    """Return a count of *row* as the sheet writes it: "±1.026.158", "–", and "lebih 9.106" where more
    are protected than are entitled or than the target asks for: never with a minus sign."""
    value: float | None = getattr(row, name)
    if value is None:
        return wording.MISSING
    sign = "±" if row.nature is Nature.DERIVED and name in row.approximate else ""
    text = sign + wording.people(abs(value), language)
    if name in {"shortfall", "unprotected"} and value < 0:
        return wording.say("sheet.surplus", language, amount=text)
    return wording.MINUS + text if value < 0 else text


def _reported_decimals(table: CoverageTable) -> int:
    """One decimal as reports mostly have, two for all where one reported figure has more."""
    told = [row.reported_coverage for row in (*table.rows, table.total) if row.reported_coverage is not None]
    return 2 if any(abs(value * 1000 - round(value * 1000)) > 1e-6 for value in told) else 1


def _marks_single_rows(summary: Summary) -> bool:
    """Whether made-up rows stand among others and need a mark of their own."""
    natures = {row.nature is Nature.INVENTED for row in summary.table.rows}
    return summary.invented and natures == {True, False}


def footnotes(summary: Summary, kinds: list[str]) -> list[dict[str, Any]]:
    """Return the notes under the table as (text, bold, status): only what the table shows."""
    table, language = summary.table, summary.language
    everything = (*table.rows, table.total)
    notes: list[dict[str, Any]] = []

    def note(name: str, **facts: object) -> None:
        notes.append({"text": wording.say(f"footnote.{name}", language, **facts)})

    if summary.invented:
        note(_invented_note(summary))
        notes[-1]["bold"] = True
    if "shortfall" in kinds:
        note("target_one" if _one_target(summary) else "target_each", rate=summary.target_rate)
        notes += _status_notes(summary)
        if _adds_up_differently(table):
            note("total_shortfall")
    if any(row.over for row in everything):
        note("over")
    if any(row.disagrees for row in everything):
        note("disagrees")
    if "reported" not in kinds and any(row.coverage is not None for row in everything):
        note("no_reported")
    if _has_uncertain(summary, everything):
        note("approximate")
    if any(getattr(row, name) is None for row in everything for name in ("eligible", "active")):
        note("missing")
    return notes


def _all_invented(summary: Summary) -> bool:
    """Whether every count that the sheet shows is made up, those of its chart included."""
    rows = [
        row.nature
        for row in (*summary.table.rows, summary.table.total, summary.row)
        if row.eligible is not None or row.active is not None
    ]
    lines = summary.figure.series
    points = [point.nature for line in lines for point in line.points if point.value is not None]
    return {*rows, *points} == {Nature.INVENTED}


def _invented_note(summary: Summary) -> str:
    if _all_invented(summary):
        return "invented_all"
    natures = {row.nature is Nature.INVENTED for row in summary.table.rows}
    if natures == {True} and summary.table.total.nature is not Nature.INVENTED:
        return "invented_regencies" if summary.table.by == ("region",) else "invented_elsewhere"
    return "invented_rows" if _marks_single_rows(summary) else "invented_elsewhere"


def _one_target(summary: Summary) -> bool:
    """Whether every row has the sheet's own target rate; people are rounded up, hence one apart."""
    rate = summary.target_rate
    return rate is not None and all(
        abs(row.target - rate * row.eligible) <= 1
        for row in (*summary.table.rows, summary.table.total)
        if row.target is not None and row.eligible
    )


def _status_notes(summary: Summary) -> list[dict[str, Any]]:
    office, language = summary.office, summary.language
    steps = {
        "from": wording.percent(office.on_track, _step_decimals(office.on_track), language),
        "watch": wording.percent(office.watch, _step_decimals(office.watch), language),
    }
    bare = steps | {"watch": steps["watch"].rstrip(" %")}
    texts = {
        "on_track": wording.say("footnote.status_on_track", language, **steps),
        "watch": wording.say("footnote.status_watch", language, **bare),
        "behind": wording.say("footnote.status_behind", language, **steps),
    }
    lead = {"text": wording.say("footnote.status", language)}
    commas = {"on_track": ",", "watch": ",", "behind": "."}
    return [lead, *({"text": text + commas[name], "status": name} for name, text in texts.items())]


def _step_decimals(fraction: float) -> int:
    return 0 if abs(fraction * 100 - round(fraction * 100)) < 1e-9 else 1


def _adds_up_differently(table: CoverageTable) -> bool:
    parts = [row.shortfall for row in table.rows]
    known = [part for part in parts if part is not None]
    if table.total.shortfall is None or len(known) < len(parts) or len(table.by) > 1 or not known:
        return False
    return abs(sum(known) - table.total.shortfall) > 0.5


def _has_uncertain(summary: Summary, rows: tuple[Row, ...]) -> bool:
    changes = any(figure.approximate and figure.change is not None for figure in summary.key_figures)
    return changes or any(row.nature is Nature.DERIVED for row in rows)
