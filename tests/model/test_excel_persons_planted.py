"""Persons in every odd place of a file, in every format: none is in anything that reading comes to."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from gui.reading.parcels import packed
from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.book_file import write_book
from model.excel.cell_block import find_cells
from model.excel.examine import examine
from model.excel.grid import Grid, a1
from model.excel.importing import Import
from model.excel.reader import read_grid
from model.quality import find_problems
from model.recipe_text import Remembered, text_of
from model.recipes import Recipe, lasting
from tests.builders.drawn_pages import Page
from tests.builders.planted import FORMATS, MORE, SECRETS, listing, odd_workbook, planted, summary


def told(value: object) -> list[str]:
    """The persons and numbers in a value."""
    found = SECRETS.found_in(value)
    text = repr(value)
    return [*found, *(number for number in MORE if number in text)]


def outcomes(grid: Grid) -> list[Import]:
    """What a file comes to: bare, with the province, with everything counted and answered."""
    given = [Answers(), Answers("62"), Answers("62")]
    for decision in examine(grid, given[1]).decisions:
        if decision.about is About.PERSONS:
            given[2] = given[2].having(About.PERSONS, decision.key, "count")
    for decision in examine(grid, given[2]).questions:
        value = {"name": "62.03", "position": "2025-03", "column": "active"}.get(str(decision.about), "")
        given[2] = given[2].having(decision.about, decision.key, value)
    return [examine(grid, answers) for answers in given]


def check(grid: Grid, folder: Path) -> Import:
    """Search everything that reading a file comes to, and return the last of it."""
    found = outcomes(grid)
    for one in found:
        assert told(one) == []
        sent = b"".join(map(bytes, packed(one)))
        assert [number for number in MORE if number.encode() in sent] == []
        assert SECRETS.found_in_bytes(sent) == []
        problems = (*one.book.problems, *find_problems(one.book))
        assert told([problem.text(language) for problem in problems for language in ("id", "en")]) == []
    for sheet in grid.sheets:
        places = [a1(row, column) for row in range(len(sheet.rows)) for column in range(len(sheet.rows[0]))]
        assert told([find_cells(grid, sheet.name, (place,)) for place in places]) == []
    recipe = Recipe("Resep", found[-1].shape, lasting(found[-1].answers))
    write_book(replace(found[-1].book, recipes=(recipe,)), folder / "buku.xlsx", "1.0")
    kept = (folder / "buku.xlsx").read_bytes() + text_of(Remembered((recipe,))).encode()
    assert SECRETS.found_in_bytes(kept) == []
    return found[-1]


def test_the_search_finds_what_was_planted(tmp_path: Path) -> None:
    grid = read_grid(odd_workbook(tmp_path))

    assert len(told(grid)) > 60
    assert set(MORE) <= set(told(grid))


@pytest.mark.parametrize("ending", FORMATS)
def test_a_summary_with_persons_all_over_it_tells_of_none(tmp_path: Path, ending: str) -> None:
    found = check(read_grid(planted(tmp_path, ending, summary())), tmp_path)

    assert len(found.book.observations) >= 14


@pytest.mark.parametrize("ending", FORMATS)
def test_a_list_tells_of_nobody_in_any_format(tmp_path: Path, ending: str) -> None:
    found = check(read_grid(planted(tmp_path, ending, listing())), tmp_path)

    assert list(found.book.observations["value"]) == [14]


def test_comments_names_properties_hidden_sheets_and_merged_cells_tell_of_nobody(tmp_path: Path) -> None:
    found = check(read_grid(odd_workbook(tmp_path)), tmp_path)

    assert "Rekap … Maret 2025.xlsx" in found.file
    assert [sheet.name for sheet in found.sheets] == ["Rekap", "x …"]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_refusal_tells_of_nobody(tmp_path: Path, ending: str) -> None:
    page = Page("Rekap", [["tidak ada apa-apa", row[1]] for row in listing().rows[3:5]])
    path = planted(tmp_path, ending, page)
    with pytest.raises(UnusableFileError) as caught:
        examine(read_grid(path), Answers("62"))
    assert told([caught.value, json.dumps(caught.value.facts, default=str)]) == []

    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert told(refusal_of(path)) == []


def refusal_of(path: Path) -> UnusableFileError | None:
    """Why a file is of no use, None where something of it is."""
    try:
        examine(read_grid(path), Answers("62"))
    except UnusableFileError as error:
        return error
    return None
