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
from tests.builders.leaks import SECRETS, office_file

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
