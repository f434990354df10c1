"""Nothing of a person leaves the reading of a list: every text and every byte is searched."""

import pickle
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from model.book import merged
from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.book_file import write_book
from model.excel.examine import examine
from model.excel.importing import Import, Role
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.quality import find_problems
from model.recipes import Recipe, lasting
from tests.builders.leaks import FILE, ROWS, SECRETS, office_file
from tests.builders.persons import HEADER, name, nik


def imports(path: Path) -> list[Import]:
    """What the file comes to: asked, left, counted, and counted with everything answered."""
    grid = read_grid(path)
    asked = examine(grid, Answers("62"))
    given = [Answers("62")]
    for value in ("leave", "count"):
        answers = Answers("62")
        for decision in asked.decisions:
            if decision.about is About.PERSONS:
                answers = answers.having(About.PERSONS, decision.key, value)
        given.append(answers)
    for decision in examine(grid, given[-1]).questions:
        value = {"name": "62.03", "position": "2025-03", "column": "active"}.get(str(decision.about), "")
        given.append(given[-1].having(decision.about, decision.key, value))
    return [examine(grid, answers) for answers in given]


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    path = office_file(tmp_path)

    assert len(SECRETS.found_in_bytes(path.read_bytes())) > 50
    assert len(SECRETS.found_in(read_grid(path))) > 50
    assert SECRETS.found_in(float(nik(1)))
    assert SECRETS.found_in_bytes(pickle.dumps({"a": float(nik(1))}))
    assert SECRETS.found_in([ValueError(name(3))])


def test_an_import_holds_nothing_of_any_person(tmp_path: Path) -> None:
    found = imports(office_file(tmp_path))

    assert len(found) > 3
    assert found[-1].book.observations["sheet"].nunique() > 1
    for one in found:
        assert SECRETS.found_in(one) == []
        assert SECRETS.found_in_bytes(pickle.dumps(one)) == []
        for problem in (*one.book.problems, *find_problems(one.book)):
            assert (
                SECRETS.found_in(
                    [problem.text(language) + problem.hint(language) for language in ("id", "en")]
                )
                == []
            )


def test_a_book_that_took_a_list_in_holds_nothing_of_any_person(tmp_path: Path) -> None:
    found = imports(office_file(tmp_path))[-1]
    recipe = Recipe("BNBA", found.shape, lasting(found.answers))
    book = replace(merged((found.book, found.book)), recipes=(recipe,))
    write_book(book, tmp_path / "buku.xlsx", "1.0")

    assert read_file(tmp_path / "buku.xlsx").observations["value"].sum() > 0
    assert SECRETS.found_in_bytes((tmp_path / "buku.xlsx").read_bytes()) == []


def test_a_refusal_holds_nothing_of_any_person(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    listed = workbook.active
    assert listed is not None
    for row in (HEADER, *ROWS):
        listed.append(list(row))
    path = tmp_path / FILE
    workbook.save(path)
    with pytest.raises(UnusableFileError) as caught:
        read_file(path)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(UnusableFileError) as damaged:
        read_file(path)

    assert caught.value.code == "personal_data"
    assert SECRETS.found_in([caught.value, damaged.value]) == []


def test_a_list_is_drawn_with_its_persons_masked(tmp_path: Path) -> None:
    found = imports(office_file(tmp_path))[0]
    drawn = next(sheet for sheet in found.sheets if sheet.name == "…")
    row = drawn.rows[3]

    assert drawn.rows[2] == HEADER
    assert row[1] == f"{nik(0)[:6]}******{nik(0)[-4:]}"
    assert row[2] == " ".join(f"{word[0]}••••" for word in name(0).split() if word[0].isalpha())
    assert row[3:6] == ("•••",) * 3
    assert row[6:] == ("Kab. Kapuas", "PU", "Aktif")
    assert {area.role for area in drawn.roles if area.left == 2 and area.top > 2} == {Role.PERSON}
    assert drawn.height == len(ROWS) + 3


def test_a_summary_is_drawn_without_whom_to_call(tmp_path: Path) -> None:
    rekap = imports(office_file(tmp_path))[0].sheets[0]

    assert rekap.name == "Rekap"
    assert [cell for row in rekap.rows[2:5] for cell in row[1:3]] == [
        "Kab. Kotawaringin Barat",
        100,
        "Kab. Kotawaringin Timur",
        101,
        "Kab. Kapuas",
        102,
    ]
    assert all("•" in str(row[3]) and row[4] == "•••" for row in rekap.rows[2:16])
    assert "******" in str(rekap.rows[0][0])
