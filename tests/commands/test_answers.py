"""What a command answers about its files: options before a recipe, a recipe by name or from a file."""

import json
from pathlib import Path
from typing import Any

import pytest

from gui.commands import run_command
from gui.commands.own_folder import own_folder
from gui.log import data_folder
from gui.recipe_store import RecipeStore, write_recipes
from model.excel.answers import About, Answers
from model.excel.examine import examine
from model.excel.grid import Cell
from model.excel.reader import read_grid
from model.recipe_text import Remembered
from model.recipes import Recipe
from tests.builders.office import workbook

ROWS: list[list[Cell]] = [
    ["Kapuas", 1000, 400],
    ["Katingan", 800, 500],
    ["Sampit Raya", 500, 100],
    ["Palangka Raya", 900, 450],
]
HEADER: list[Cell] = ["Kabupaten/Kota", "Potensi", "Peserta Aktif"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table with a name that only its office knows."""
    return workbook(tmp_path / "rekap.xlsx", ["Keadaan per 31 Maret 2025"], HEADER, *ROWS)


def recipe_for(path: Path) -> Recipe:
    answers = Answers().having(About.NAME, "sampit raya", "62.02")
    return Recipe("Rekap", examine(read_grid(path)).shape, answers)


def rows(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[str]:
    run_command(["table", "--format", "json", "--province", "62", *map(str, arguments)])
    return [row["code"] for row in json.loads(capsys.readouterr().out)["rows"]]


def findings(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[Any]]:
    code = run_command(["check", "--format", "json", *map(str, arguments)])
    return code, json.loads(capsys.readouterr().out)


def test_without_a_recipe_an_unknown_name_stays_out(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    assert "62.02" not in rows(capsys, path)


def test_a_recipe_of_this_computer_is_used_by_its_name(
    capsys: pytest.CaptureFixture[str], path: Path, own_home: Path
) -> None:
    RecipeStore(own_folder()).remember((recipe_for(path),), {})

    assert "62.02" not in rows(capsys, path)
    assert "62.02" in rows(capsys, path, "--recipe", "Rekap")


def test_an_exported_recipe_is_used_from_its_file(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path
) -> None:
    write_recipes(Remembered((recipe_for(path),)), tmp_path / "resep.json")

    assert "62.02" in rows(capsys, path, "--recipe", tmp_path / "resep.json")


def test_the_names_of_an_exported_file_are_known_without_any_recipe(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path
) -> None:
    write_recipes(Remembered((), {"sampit raya": "62.02"}), tmp_path / "sebutan.json")

    assert "62.02" in rows(capsys, path, "--recipe", tmp_path / "sebutan.json")


def test_a_form_that_differs_from_the_wanted_recipe_is_a_finding(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path
) -> None:
    wider = workbook(
        tmp_path / "lain.xlsx",
        ["Keadaan per 31 Maret 2025"],
        [*HEADER, "Target"],
        *([*row, 700] for row in ROWS),
    )
    write_recipes(Remembered((recipe_for(path),)), tmp_path / "resep.json")

    _, found = findings(capsys, wider, "--recipe", tmp_path / "resep.json")

    (told,) = [problem for problem in found if problem["code"] == "recipe_new"]
    assert '"target"' in told["text"]


@pytest.mark.parametrize("has_some", [False, True])
def test_a_recipe_that_is_not_there_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], path: Path, has_some: bool
) -> None:
    if has_some:
        RecipeStore(own_folder()).remember((recipe_for(path),), {})

    assert run_command(["check", str(path), "--recipe", "Tidak ada"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert ("Rekap" in said) == has_some


@pytest.mark.parametrize("text", ["", "{}", "\0\0", "bukan resep"])
def test_a_file_that_holds_no_recipe_is_one_sentence(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path, text: str
) -> None:
    (tmp_path / "resep.json").write_text(text, encoding="utf-8")

    assert run_command(["check", str(path), "--recipe", str(tmp_path / "resep.json")]) == 3
    assert "resep.json bukan berkas resep Cakupan" in capsys.readouterr().err


def test_options_go_before_the_recipe(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = workbook(tmp_path / "rekap.xlsx", HEADER, *ROWS)
    write_recipes(Remembered((recipe_for(path),)), tmp_path / "resep.json")
    arguments = ["--recipe", str(tmp_path / "resep.json"), "--position", "2025-03", "--province", "62"]

    run_command(["table", "--format", "json", str(path), *arguments])

    assert json.loads(capsys.readouterr().out)["as_of"] == "2025-03-31"


def test_codes_that_may_be_either_are_read_as_the_option_says(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    # From 6206 on the two lists differ: 6206 is Katingan in the one and Sukamara in the other.
    lines: list[list[Cell]] = [[code, 10_000, 400 + code] for code in range(6201, 6214)]
    path = workbook(tmp_path / "kode.xlsx", ["Keadaan per 31 Maret 2025"], ["Kode", *HEADER[1:]], *lines)

    ours = table_of(capsys, path, "kemendagri")
    theirs = table_of(capsys, path, "bps")

    assert len(ours) == len(theirs) == 13
    assert (ours["62.06"], theirs["62.08"]) == (6606, 6606)
    assert "62.06" not in table_of(capsys, path, "")


def table_of(capsys: pytest.CaptureFixture[str], path: Path, codes: str) -> dict[str, int]:
    chosen = ["--codes", codes] if codes else []
    run_command(["table", "--format", "json", "--province", "62", str(path), *chosen])
    return {
        row["code"]: row["active"] for row in json.loads(capsys.readouterr().out)["rows"] if row["active"]
    }


def test_two_files_with_two_values_for_one_place_are_named_by_check(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    title = ["Keadaan per 31 Maret 2025"]
    one = workbook(tmp_path / "satu.xlsx", title, HEADER, *ROWS[:2])
    changed: list[Cell] = ["Katingan", 800, 501]
    two = workbook(tmp_path / "dua.xlsx", title, HEADER, ROWS[0], changed)

    code, found = findings(capsys, one, two)

    (told,) = [problem for problem in found if problem["code"] == "contradiction"]
    (same,) = [problem for problem in found if problem["code"] == "same_figure_twice"]
    assert code == 1
    assert told["severity"] == "error"
    assert "satu.xlsx Rekap!C4" in told["text"]
    assert "dua.xlsx Rekap!C4" in told["text"]
    assert same["severity"] == "info"
    assert same["text"].startswith("3 angka di dua.xlsx sama persis dengan angka di satu.xlsx")


def test_the_same_file_twice_is_said_by_check(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    copy = path.with_name("salinan.xlsx")
    copy.write_bytes(path.read_bytes())

    _, found = findings(capsys, path, copy)

    assert [problem["file"] for problem in found if problem["code"] == "file_read_before"] == ["salinan.xlsx"]
    assert not [problem for problem in found if problem["code"] in {"contradiction", "same_figure_twice"}]


def test_commands_and_window_keep_recipes_in_the_same_folder(own_home: Path) -> None:
    assert own_folder() == data_folder()
