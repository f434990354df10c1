"""``cakupan table``: the coverage table in the terminal, as JSON or as CSV."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Final

from gui.commands.reading import (
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
        segment=str(arguments.segment).upper(),
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
    header += ["Kekurangan thd. target", "Capaian", "Status"] if table.target_set else []
    lines = [_text_cells(table, row) for row in (*table.rows, table.total)]
    _print_columns(header, lines, names=2 if table.by != ("region",) else 1)
    natures = {row.nature for row in (*table.rows, table.total)}
    if Nature.INVENTED in natures:
        print("\n* rekaan untuk contoh")
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    for problem in errors:
        print(f"Galat {problem.place or problem.file}: {problem.text()}".replace("  ", " "), file=sys.stderr)


def _text_cells(table: CoverageTable, row: Row) -> list[str]:
    cells = [row.name + (" *" if row.nature is Nature.INVENTED else "")]
    if table.by != ("region",):
        cells.append(wording.label("segment_short", row.segment or "ALL") if row.segment else "")
    cells += [wording.people(value) for value in (row.eligible, row.active, row.unprotected)]
    cells.append(wording.percent(row.coverage, 2) + (" !" if row.over else ""))
    cells.append(wording.percent(row.reported_coverage, 2) + (" ≠" if row.disagrees else ""))
    if table.target_set:
        surplus = row.shortfall is not None and row.shortfall < 0
        cells.append(
            f"lebih {wording.people(-(row.shortfall or 0))}" if surplus else wording.people(row.shortfall)
        )
        cells.append(wording.percent(row.attainment))
        cells.append(wording.label("status", row.status) if row.status else "")
    return cells


def _shortfall(people: float | None) -> str:
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
