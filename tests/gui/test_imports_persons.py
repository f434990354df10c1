"""A list of persons is imported, counted, remembered: nothing of anybody is kept anywhere."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.import_work import OwnReader
from gui.recipe_store import write_recipes
from gui.recipes_dialog import RecipesDialog
from gui.session import Session
from model.excel.answers import About
from model.excel.book_file import write_book
from tests.builders.importing import settled
from tests.builders.leaks import SECRETS, Secrets, office_file
from tests.builders.person_files import two_lists
from tests.builders.persons import person

ANSWERS = {About.PERSONS: "count", About.NAME: "62.03", About.POSITION: "2025-03", About.COLUMN: "active"}


def answer_everything(qtbot: QtBot, session: Session) -> int:
    """Answer whatever is asked, names that nobody knows among it, and return how much that was."""
    for count in range(40):
        result = session.imports.files[0].result
        assert result is not None
        lists = [one for one in result.decisions if one.about is About.PERSONS and one.value != "count"]
        asked = [*lists, *result.questions]
        if not asked:
            return count
        value = ANSWERS.get(asked[0].about) or (asked[0].options or ("leave",))[0]
        session.imports.answer(0, asked[0].about, asked[0].key, value)
        settled(qtbot, session)
    raise AssertionError("asked without end")


def test_nothing_of_a_person_is_kept_in_store_book_or_export(
    qtbot: QtBot, session: Session, own_home: Path, tmp_path: Path
) -> None:
    session.imports.use(OwnReader())
    session.open_files([office_file(tmp_path)])
    settled(qtbot, session)
    count = answer_everything(qtbot, session)
    session.imports.accept("Daftar peserta")
    settled(qtbot, session)

    assert count > 2
    assert session.book is not None
    assert [recipe.name for recipe in session.book.recipes] == ["Daftar peserta"]
    assert any(about is About.PERSONS for about, _ in session.book.recipes[0].answers.given)

    write_book(session.book, own_home / "buku.xlsx", "1.0")
    write_recipes(session.recipes.load(), own_home / "ekspor.json")
    kept = {path.name: path.read_bytes() for path in own_home.rglob("*") if path.is_file()}

    assert {"buku.xlsx", "ekspor.json", "resep.json"} <= set(kept)
    assert {name: found for name, content in kept.items() if (found := SECRETS.found_in_bytes(content))} == {}
    assert SECRETS.found_in(session.book.recipes) == []
    assert SECRETS.found_in(session.recipes.load()) == []


def test_the_dialog_of_recipes_shows_nobody(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.imports.use(OwnReader())
    session.open_files([office_file(tmp_path)])
    settled(qtbot, session)
    answer_everything(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    dialog = RecipesDialog(session)
    qtbot.addWidget(dialog)
    items = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    texts = [item.text(column) for item in items if item for column in range(4)]

    assert texts
    assert SECRETS.found_in(texts) == []


def test_who_is_on_two_lists_of_an_import_counts_once_and_taking_one_away_counts_anew(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    session.open_files(two_lists(tmp_path))
    settled(qtbot, session)
    session.imports.answer(0, About.PERSONS, "bnba", "count")
    settled(qtbot, session)

    assert counts(session) == [18]
    said = [problem.text() for problem in session.imports.problems if problem.code == "persons_on_earlier"]
    assert len(said) == 1
    assert "Satu.xlsx (2)" in said[0]
    session.imports.set_taken(1, False)
    settled(qtbot, session)
    assert counts(session) == [10]
    session.imports.set_taken(1, True)
    session.imports.answer(0, About.COLUMN, "status", "left_out")
    settled(qtbot, session)
    assert counts(session) == [18]
    session.imports.accept()
    settled(qtbot, session)
    assert session.book is not None
    assert Secrets([person(number) for number in range(18)]).found_in(session.book) == []
    session.close()


def counts(session: Session) -> list[float]:
    """The figures of what accepting would show."""
    assert session.imports.preview is not None
    return [float(value) for value in session.imports.preview.observations["value"]]
