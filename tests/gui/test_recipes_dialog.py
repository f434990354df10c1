"""The dialog of the recipes, used as a person would."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.recipe_store import read_recipes, write_recipes
from gui.recipes_dialog import RecipesDialog
from gui.session import Session
from model.book import Source
from model.excel.answers import About, Answers
from model.recipe_text import Remembered
from model.recipes import Recipe
from tests.builders.books import PUBLISHED, book

REKAP = Recipe("Rekap", ("[rekap]", "potensi"), Answers(given={(About.SCALE, "potensi"): "1000"}))
KLAIM = Recipe("Klaim", ("[klaim]", "jumlah"))


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Callable[[], RecipesDialog]:
    """Return what opens the dialog."""

    def make() -> RecipesDialog:
        dialog = RecipesDialog(session)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def lines(dialog: RecipesDialog) -> list[list[str]]:
    items = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items if item]


def choose(dialog: RecipesDialog, place: int) -> None:
    item = dialog.list.topLevelItem(place)
    assert item is not None
    dialog.list.setCurrentItem(item)


def test_everything_that_is_remembered_is_listed_with_its_place(
    session: Session, shown: Callable[[], RecipesDialog]
) -> None:
    session.recipes.remember((REKAP, Recipe("Lain", ("[lain]", "nama"))), {"kotim": "62.02"})
    theirs = replace(book(*PUBLISHED), recipes=(KLAIM, replace(REKAP, name="Nama lama")))
    session.show_book(replace(theirs, aliases={"kapuas hulu": "62.03"}), name="Buku")

    assert lines(shown()) == [
        ["Rekap", "1 tabel, 1 kolom, 1 jawaban", "", "komputer ini dan buku yang terbuka"],
        ["Lain", "1 tabel, 1 kolom, 0 jawaban", "", "komputer ini"],
        ["Klaim", "1 tabel, 1 kolom, 0 jawaban", "", "buku yang terbuka"],
        ["kapuas hulu", "sebutan untuk Kapuas", "", "buku yang terbuka"],
        ["kotim", "sebutan untuk Kotawaringin Timur", "", "komputer ini"],
    ]


def test_without_anything_it_says_how_recipes_are_made(shown: Callable[[], RecipesDialog]) -> None:
    dialog = shown()

    assert dialog.said.text().startswith("Belum ada resep.")
    assert not dialog.rename_button.isEnabled()
    assert not dialog.export_button.isEnabled()


def test_a_recipe_is_renamed(
    session: Session, shown: Callable[[], RecipesDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.recipes.remember((REKAP,), {})
    monkeypatch.setattr(dialogs, "ask_text", lambda *arguments: "Rekap Disnaker")
    dialog = shown()
    choose(dialog, 0)
    dialog.rename_button.click()

    assert lines(dialog)[0][0] == "Rekap Disnaker"
    assert dialog.said.text() == "Rekap sekarang bernama Rekap Disnaker."


def test_a_name_that_is_taken_is_refused(
    session: Session, shown: Callable[[], RecipesDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.recipes.remember((REKAP, KLAIM), {})
    monkeypatch.setattr(dialogs, "ask_text", lambda *arguments: "Klaim")
    dialog = shown()
    choose(dialog, 0)
    dialog.rename_button.click()

    assert dialog.said.text() == "Nama Klaim sudah dipakai resep lain."
    assert [line[0] for line in lines(dialog)] == ["Rekap", "Klaim"]


@pytest.mark.parametrize("agrees", [True, False])
@pytest.mark.parametrize("place", [0, 1])
def test_what_is_chosen_is_removed_when_the_person_agrees(
    session: Session,
    shown: Callable[[], RecipesDialog],
    monkeypatch: pytest.MonkeyPatch,
    place: int,
    agrees: bool,
) -> None:
    session.recipes.remember((REKAP,), {"kotim": "62.02"})
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: agrees)
    dialog = shown()
    choose(dialog, place)
    dialog.remove_button.click()

    assert len(lines(dialog)) == (1 if agrees else 2)


def test_a_recipe_of_the_book_is_exported(
    session: Session, shown: Callable[[], RecipesDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session.show_book(replace(book(*PUBLISHED), recipes=(KLAIM,)), name="Buku")
    monkeypatch.setattr(dialogs, "save_recipes", lambda *arguments: tmp_path / "resep.json")
    dialog = shown()
    choose(dialog, 0)
    dialog.export_button.click()

    assert read_recipes(tmp_path / "resep.json") == Remembered((KLAIM,))
    assert dialog.said.text() == "resep.json ditulis."


@pytest.mark.parametrize("is_own", [True, False])
def test_a_recipe_of_the_open_book_is_removed_wherever_it_is_and_does_not_come_back(
    session: Session, shown: Callable[[], RecipesDialog], monkeypatch: pytest.MonkeyPatch, is_own: bool
) -> None:
    said: list[str] = []

    def agrees(parent: object, title: str, sentence: str, yes: str) -> bool:
        said.append(sentence)
        return True

    session.recipes.remember((REKAP,) if is_own else (), {"kotim": "62.02"} if is_own else {})
    theirs = replace(book(*PUBLISHED), recipes=(replace(REKAP, name="Lama"),), aliases={"kotim": "62.02"})
    session.show_book(theirs, name="Buku")
    monkeypatch.setattr(dialogs, "confirm", agrees)
    monkeypatch.setattr(dialogs, "ask_text", lambda *arguments: "Baru")
    dialog = shown()
    choose(dialog, 0)
    dialog.rename_button.click()

    assert session.book is not None
    assert [recipe.name for recipe in session.book.recipes] == ["Baru"]
    for _ in range(2):
        choose(dialog, 0)
        dialog.remove_button.click()

    assert lines(dialog) == []
    assert (session.book.recipes, dict(session.book.aliases)) == ((), {})
    assert session.recipes.load() == Remembered()
    assert session.is_edited
    place = "komputer ini dan buku yang terbuka" if is_own else "buku yang terbuka"
    assert (
        said[0]
        == f"Baru akan dihapus dari {place} dan tidak dipakai lagi. Angka yang sudah diimpor tetap ada."
    )


def test_the_sources_of_the_book_name_a_recipe_as_it_is_called_now(
    session: Session, shown: Callable[[], RecipesDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = (Source("rekap", "rekap.xlsx", recipe="Rekap"), Source("lain", "lain.xlsx", recipe="Lain"))
    session.show_book(replace(book(*PUBLISHED), recipes=(REKAP,), sources=sources), name="Buku")
    monkeypatch.setattr(dialogs, "ask_text", lambda *arguments: "Baru")
    dialog = shown()
    choose(dialog, 0)
    dialog.rename_button.click()

    assert session.book is not None
    assert [source.recipe for source in session.book.sources] == ["Baru", "Lain"]


def test_of_two_recipes_with_one_name_the_chosen_one_is_exported(
    session: Session, shown: Callable[[], RecipesDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session.recipes.remember((REKAP,), {})
    of_book = replace(KLAIM, name="Rekap")
    session.show_book(replace(book(*PUBLISHED), recipes=(of_book,)), name="Buku")
    monkeypatch.setattr(dialogs, "save_recipes", lambda *arguments: tmp_path / "resep.json")
    dialog = shown()
    choose(dialog, 1)
    dialog.export_button.click()

    assert read_recipes(tmp_path / "resep.json") == Remembered((of_book,))


def test_recipes_of_a_colleague_are_taken_over(
    shown: Callable[[], RecipesDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_recipes(Remembered((REKAP, KLAIM)), tmp_path / "resep.json")
    monkeypatch.setattr(dialogs, "open_recipes", lambda *arguments: tmp_path / "resep.json")
    dialog = shown()
    dialog.take_over_button.click()

    assert [line[0] for line in lines(dialog)] == ["Rekap", "Klaim"]
    assert dialog.said.text() == "2 resep diambil dari resep.json."

    dialog.take_over_button.click()

    assert dialog.said.text() == "Semua resep dalam resep.json sudah ada di sini."


def test_a_file_without_recipes_changes_nothing(
    session: Session, shown: Callable[[], RecipesDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session.recipes.remember((REKAP,), {})
    (tmp_path / "surat.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(dialogs, "open_recipes", lambda *arguments: tmp_path / "surat.json")
    dialog = shown()
    dialog.take_over_button.click()

    assert "bukan berkas resep" in dialog.said.text()
    assert [line[0] for line in lines(dialog)] == ["Rekap"]


def test_a_damaged_store_is_told(
    session: Session, shown: Callable[[], RecipesDialog], own_home: Path
) -> None:
    session.recipes.remember((REKAP,), {})
    (path,) = own_home.rglob("resep.json")
    path.write_bytes(b"\0\0\0")

    assert "rusak dan disisihkan sebagai resep.json.rusak-" in shown().said.text()
