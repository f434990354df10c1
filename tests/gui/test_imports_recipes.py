"""What was answered once: found again by the form, the book's first, and nothing of anybody in it."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.recipe_store import NAME, RecipeStore
from gui.session import Session
from gui.settings import safe_settings
from model.excel.answers import About, Answers
from model.excel.decisions import Standing
from model.recipe_text import Remembered
from model.recipes import Recipe
from tests.builders.books import DECEMBER, PUBLISHED, book
from tests.builders.importing import KOTIM, POSITION, UNIT, active, opened, settled
from tests.builders.readers import SHAPE, Form, PaperReader, Reads


def recipe(given: dict[tuple[About, str], str], shape: tuple[str, ...] = SHAPE) -> Recipe:
    return Recipe("Rekap", shape, Answers(given=given))


def test_next_months_file_of_the_same_form_asks_nothing(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(maret=Form(KOTIM, UNIT), april=Form(KOTIM, UNIT, active=500))
    opened(qtbot, session, "maret")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    session.imports.answer(0, About.SCALE, "potensi", "1000")
    settled(qtbot, session)
    session.imports.accept("Rekap Disnaker")
    settled(qtbot, session)
    opened(qtbot, session, "april")

    assert active(session) == [500]
    assert session.book is not None
    assert [source.recipe for source in session.book.sources] == ["Rekap Disnaker"]
    assert [recipe.name for recipe in session.book.recipes] == ["Rekap Disnaker"]


def test_what_a_recipe_settled_says_so_and_what_a_person_settled_says_that(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(april=Form(KOTIM, UNIT, POSITION, as_of=None))
    given = {(About.NAME, "kotim"): "62.02", (About.SCALE, "potensi"): "1000"}
    session.recipes.remember((recipe(given),), {})
    opened(qtbot, session, "april")
    session.imports.answer(0, About.SCALE, "potensi", "1")
    settled(qtbot, session)
    (file,) = session.imports.files

    assert file.result is not None
    assert [(one.about, one.standing) for one in file.result.decisions] == [
        (About.NAME, Standing.RECIPE),
        (About.SCALE, Standing.ANSWERED),
        (About.POSITION, Standing.OPEN),
    ]
    assert file.match is not None
    assert file.match.recipe.name == "Rekap"


def test_an_answer_of_a_recipe_can_be_taken_back(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(april=Form(UNIT, POSITION, as_of=None))
    session.recipes.remember((recipe({(About.SCALE, "potensi"): "1000"}),), {})
    opened(qtbot, session, "april")
    session.imports.withdraw(0, About.SCALE, "potensi")
    settled(qtbot, session)
    (file,) = session.imports.files

    assert file.result is not None
    assert [one.about for one in file.result.questions] == [About.SCALE, About.POSITION]


def test_a_form_that_differs_says_in_what_and_the_recipe_holds_for_the_rest(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(mei=Form(UNIT, shape=(*SHAPE, "target")))
    session.recipes.remember((recipe({(About.SCALE, "potensi"): "1000"}),), {})
    opened(qtbot, session, "mei")

    (problem,) = [problem for problem in session.problems if problem.code == "recipe_new"]
    assert '"target"' in problem.text()
    assert active(session) == [400]
    assert [found.name for found in session.recipes.load().recipes] == ["Rekap (2)", "Rekap"]


def test_the_recipe_of_the_book_goes_before_the_users_own(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(april=Form(UNIT, as_of=DECEMBER))
    session.recipes.remember((recipe({(About.SCALE, "potensi"): "1000"}),), {})
    theirs = replace(recipe({(About.SCALE, "potensi"): "1"}), name="Resep buku")
    session.show_book(replace(book(*PUBLISHED), recipes=(theirs,)), name="Buku")
    session.import_files(["april.xlsx"])
    settled(qtbot, session)

    assert session.book is not None
    assert session.book.sources[-1].recipe == "Resep buku"


def test_a_name_answered_once_is_known_in_files_of_every_form(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=Form(KOTIM), klaim=Form(KOTIM, shape=("[klaim]", "daerah", "peserta")))
    opened(qtbot, session, "rekap")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    opened(qtbot, session, "klaim")

    assert session.name == "klaim.xlsx"
    assert session.recipes.load().aliases == {"kotim": "62.02"}


def test_one_answer_holds_for_all_files_of_the_form_but_a_position_for_one(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(
        januari=Form(UNIT, POSITION, as_of=None),
        februari=Form(UNIT, POSITION, as_of=None),
        lain=Form(UNIT, shape=("[lain]", "potensi")),
    )
    opened(qtbot, session, "januari", "februari", "lain")
    session.imports.answer(0, About.SCALE, "potensi", "1000")
    session.imports.answer(0, About.POSITION, "", "2025-01")
    settled(qtbot, session)

    asked = [[one.about for one in file.result.questions] for file in session.imports.files if file.result]
    assert asked == [[], [About.POSITION], [About.SCALE]]


def test_a_changed_answer_changes_in_the_other_files_of_the_form(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(a=Form(UNIT), b=Form(UNIT))
    opened(qtbot, session, "a", "b")
    session.imports.answer(0, About.SCALE, "potensi", "1000")
    session.imports.answer(1, About.SCALE, "potensi", "1")
    settled(qtbot, session)

    values = [file.result.decisions[0].value for file in session.imports.files if file.result]
    assert values == ["1", "1"]


def test_where_the_store_cannot_be_written_the_book_opens_all_the_same(
    qtbot: QtBot, session: Session, reads: Reads, tmp_path: Path
) -> None:
    reads(rekap=Form(KOTIM))
    (tmp_path / "data").write_text("bukan folder", encoding="utf-8")
    session._recipes = RecipeStore(tmp_path / "data")
    opened(qtbot, session, "rekap")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    with qtbot.waitSignal(session.notice) as notice:
        session.imports.accept()
    settled(qtbot, session)

    assert active(session) == [400]
    assert notice.args is not None
    assert "tidak dapat disimpan untuk lain kali" in notice.args[1]


def test_no_position_no_figure_and_nothing_of_the_file_itself_is_remembered(
    qtbot: QtBot, session: Session, reads: Reads, own_home: Path
) -> None:
    reads(rekap_maret_2025=Form(UNIT, POSITION, as_of=None, active=123_457))
    opened(qtbot, session, "rekap_maret_2025")
    session.imports.answer(0, About.SCALE, "potensi", "1000")
    session.imports.answer(0, About.POSITION, "", "2025-03")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    (path,) = own_home.rglob(NAME)
    text = path.read_text(encoding="utf-8")

    assert "123457" not in text
    assert "2025-03" not in text.replace('"made_on": "2025-03', "")
    assert "position" not in text


def test_a_book_among_the_files_lends_its_recipes(qtbot: QtBot, session: Session, reads: Reads) -> None:
    theirs = recipe({(About.SCALE, "potensi"): "1"})
    reads(buku=replace(book(*PUBLISHED), recipes=(theirs,)), april=Form(UNIT, as_of=DECEMBER))
    opened(qtbot, session, "buku", "april")

    assert session.name == "buku.xlsx +1"
    assert not session.imports.is_active


def test_in_the_safe_mode_nothing_is_remembered_on_disk(qtbot: QtBot, own_home: Path) -> None:
    session = Session(safe_settings())
    session.imports.use(PaperReader({"rekap.xlsx": Form(KOTIM)}))
    opened(qtbot, session, "rekap")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    session.close()

    assert list(own_home.rglob(NAME)) == []
    assert session.recipes.load() != Remembered()


def test_there_is_something_to_remember_once_a_lasting_answer_was_given(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(april=Form(UNIT, POSITION, as_of=None))
    opened(qtbot, session, "april")
    can = {"at first": session.imports.can_remember}
    for about, key, value in ((About.POSITION, "", "2025-04-30"), (About.SCALE, "potensi", "1000")):
        session.imports.answer(0, about, key, value)
        settled(qtbot, session)
        can[str(about)] = session.imports.can_remember
    session.imports.set_taken(0, False)
    can["left out"] = session.imports.can_remember

    assert can == {"at first": False, str(About.POSITION): False, str(About.SCALE): True, "left out": False}
