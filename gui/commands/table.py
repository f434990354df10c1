"""``cakupan table``: the coverage table in the terminal, as JSON or as CSV."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Final

from gui.commands.reading import (
    chosen_segment,
    chosen_target_set,
    counted,
    exit_code,
    print_csv,
    read_book,
    require_positions,
    whole,
)
from model import wording
from model.coverage import CoverageTable, Row, coverage_table, positions
from model.figures import Break
from model.observations import Nature
from model.problems import Problem, Severity

_KEYS: Final = (
    "code", "name", "segment", "eligible", "active", "coverage", "unprotected",
    "target", "shortfall", "attainment", "rank", "reported_coverage",
)  # fmt: skip
_COUNTS: Final = frozenset({"eligible", "active", "unprotected", "target", "shortfall"})


def run_table(arguments: argparse.Namespace) -> int:
    """Print the coverage of the province at one position; return the exit code."""
    book, problems = read_book(arguments)
    require_positions(positions(book), problems)
    table = coverage_table(
        book,
        as_of=arguments.at,
        by=arguments.by,
        segment=chosen_segment(arguments.segment),
        target_set=chosen_target_set(book, arguments.targets),
    )
    match arguments.format:
        case "json":
            print(json.dumps(_as_json(table, problems), ensure_ascii=False, indent=1))
        case "csv":
            lines = [_as_dict(row) for row in (*table.rows, table.total)]
            print_csv(("as_of", *_KEYS), [[table.as_of.iso, *line.values()] for line in lines])
        case _:
            _print_text(table, problems)
    return exit_code(problems)


def break_as_dict(found: Break) -> dict[str, str | None]:
    """Return a break as every command writes it."""
    return {"as_of": found.as_of.iso, "code": found.code, "from": found.old or None, "to": found.new or None}


def _as_dict(row: Row) -> dict[str, object]:
    values: dict[str, object] = {}
    for key in _KEYS:
        value = getattr(row, key)
        values[key] = whole(value) if key in _COUNTS else None if value == "" else value
    return values


def _as_json(table: CoverageTable, problems: Sequence[Problem]) -> dict[str, object]:
    return {
        "as_of": table.as_of.iso,
        "by": list(table.by),
        "rows": [_as_dict(row) for row in table.rows],
        "total": _as_dict(table.total),
        "breaks": [break_as_dict(found) for found in table.breaks],
        "problems": counted(problems),
    }


def _print_text(table: CoverageTable, problems: Sequence[Problem]) -> None:
    print(f"Cakupan per {wording.day(table.as_of)}")
    if table.target_set:
        rate = "" if table.target_rate is None else f", {wording.percent(table.target_rate, 2)}"
        print(f"Set target: {table.target_set}{rate}")
    print()
    header = ["Wilayah"] + (["Segmen"] if table.by != ("region",) else [])
    header += ["Potensi", "Peserta aktif", "Belum terlindungi", "Cakupan", "Dilaporkan"]
    header += ["Kekurangan thd. target", "Capaian", "Status"] if _has_targets(table) else []
    lines = [_text_cells(table, row) for row in (*table.rows, table.total)]
    _print_columns(header, lines, names=2 if table.by != ("region",) else 1)
    natures = {row.nature for row in (*table.rows, table.total)}
    if Nature.INVENTED in natures:
        print("\n* rekaan untuk contoh")
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    for problem in errors:
        where = " ".join(part for part in (problem.file, problem.place) if part)
        print(f"{wording.label('severity', problem.severity)}: {problem.text()} [{where}]", file=sys.stderr)


def _text_cells(table: CoverageTable, row: Row) -> list[str]:
    cells = [row.name + (" *" if row.nature is Nature.INVENTED else "")]
    if table.by != ("region",):
        cells.append(wording.label("segment_short", row.segment or "ALL") if row.segment else "")
    cells += [wording.people(row.eligible), wording.people(row.active), _gap(row.unprotected)]
    cells.append(wording.percent(row.coverage, 2) + (" !" if row.over else ""))
    cells.append(wording.as_reported(row.reported_coverage) + (" ≠" if row.disagrees else ""))
    if _has_targets(table):
        cells.append(_gap(row.shortfall))
        cells.append(wording.percent(row.attainment))
        cells.append(wording.label("status", row.status) if row.status else "")
    return cells


def _has_targets(table: CoverageTable) -> bool:
    """A target set may be chosen, or the file may have a column of targets."""
    return any(row.target is not None for row in (*table.rows, table.total))


def _gap(people: float | None) -> str:
    """Write a distance in people; where there is none left, how many there are beyond it."""
    return f"lebih {wording.people(-people)}" if people is not None and people < 0 else wording.people(people)


def _print_columns(header: Sequence[str], lines: Sequence[Sequence[str]], *, names: int) -> None:
    widths = [max(len(line[column]) for line in (header, *lines)) for column in range(len(header))]
    for number, line in enumerate((header, *lines)):
        cells = [
            cell.ljust(width) if column < names or header[column] == "Status" else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        if number in (1, len(lines)):
            print("-" * (sum(widths) + 2 * (len(widths) - 1)))
        print("  ".join(cells).rstrip())
