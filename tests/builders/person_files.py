"""Workbooks that list persons, as files."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

from model.excel.answers import About, Answers
from model.excel.grid import Cell
from tests.builders.office import Line
from tests.builders.persons import HEADER, TITLE, person

COUNTED = Answers("62").having(About.PERSONS, "bnba", "count")


def list_file(
    folder: Path, name: str, rows: Sequence[Sequence[Cell]], *, title: str = TITLE, header: Line = HEADER
) -> Path:
    """A workbook of nothing but one list of persons."""
    made = openpyxl.Workbook()
    listed = made.active
    assert listed is not None
    listed.title = "BNBA"
    for row in ([title], header, *rows):
        listed.append(list(row))
    path = folder / name
    made.save(path)
    return path


def two_lists(folder: Path) -> tuple[Path, Path]:
    """Two lists of ten persons each, of whom two are on both."""
    return (
        list_file(folder, "Satu.xlsx", [person(number) for number in range(10)]),
        list_file(folder, "Dua.xlsx", [person(number) for number in range(8, 18)]),
    )
