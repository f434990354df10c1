"""Commands on files that list persons: refused, or counted by a recipe, and nobody is named."""

from pathlib import Path

import openpyxl
import pytest

from gui.commands import run_command
from gui.recipe_store import write_recipes
from model.excel.answers import About, Answers
from model.excel.examine import examine
from model.excel.reader import read_grid
from model.recipe_text import Remembered
from model.recipes import Recipe
from tests.builders.leaks import ROWS, SECRETS, office_file
from tests.builders.person_files import COUNTED, two_lists
from tests.builders.persons import HEADER, TITLE, nik


def list_file(folder: Path) -> Path:
    """A workbook of nothing but a list, with a number of a person in its name."""
    made = openpyxl.Workbook()
    listed = made.active
    assert listed is not None
    listed.title = "BNBA"
    for row in ([TITLE], HEADER, *ROWS):
        listed.append(list(row))
    path = folder / f"BNBA {nik(1)}.xlsx"
    made.save(path)
    return path


def test_a_file_of_nothing_but_persons_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run_command(["check", str(list_file(tmp_path))])
    out, err = capsys.readouterr()

    assert code == 3
    assert "data perorangan" in err
    assert len(err.strip().splitlines()) == 1
    assert SECRETS.found_in(out + err) == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_check_names_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    code = run_command(["check", str(office_file(tmp_path)), "--format", form])
    out, err = capsys.readouterr()

    assert code in (0, 1)
    assert "data perorangan" in out
    assert SECRETS.found_in(out + err) == []


def test_a_recipe_that_counts_a_list_counts_the_next_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = list_file(tmp_path)
    answers = Answers("62").having(About.PERSONS, "bnba", "count")
    recipe = Recipe("BNBA", examine(read_grid(path), answers).shape, answers)
    write_recipes(Remembered((recipe,)), tmp_path / "resep.json")

    code = run_command(["table", str(path), "--recipe", str(tmp_path / "resep.json"), "--format", "json"])
    out, err = capsys.readouterr()

    assert code in (0, 1)
    assert [f'"active": {count}' in out for count in (13, 6)] == [True, True]
    assert SECRETS.found_in(out + err + (tmp_path / "resep.json").read_text(encoding="utf-8")) == []


def test_who_is_on_the_lists_of_two_files_counts_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = two_lists(tmp_path)
    recipe = Recipe("BNBA", examine(read_grid(one), COUNTED).shape, COUNTED)
    write_recipes(Remembered((recipe,)), tmp_path / "resep.json")
    options = [str(one), str(two), "--recipe", str(tmp_path / "resep.json"), "--format", "json"]

    table = run_command(["table", *options]), capsys.readouterr().out
    checked = run_command(["check", *options]), capsys.readouterr().out

    assert '"active": 18' in table[1]
    assert "Satu.xlsx (2)" in checked[1]
    assert (table[0], checked[0]) == (0, 0)
