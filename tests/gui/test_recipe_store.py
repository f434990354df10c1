"""The user's own store of recipes: whole or not at all, and sound after any damage."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from gui import file_lock, recipe_store
from gui.recipe_store import NAME, RecipeStore, read_recipes, write_recipes
from model.disk_errors import disk_sentence
from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.recipe_text import Remembered, text_of
from model.recipes import Recipe

REKAP = Recipe("Rekap", ("[rekap]", "potensi"), Answers(given={(About.SCALE, "potensi"): "1000"}))
KLAIM = Recipe("Klaim", ("[klaim]", "jumlah"), made_on=date(2025, 3, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "Cakupan"


def names(store: RecipeStore) -> list[str]:
    return [recipe.name for recipe in store.load().recipes]


def test_what_was_remembered_is_there_at_the_next_start(folder: Path) -> None:
    RecipeStore(folder).remember((REKAP,), {"kotim": "62.02"})

    assert RecipeStore(folder).load() == Remembered((REKAP,), {"kotim": "62.02"})


def test_the_recipe_used_last_stands_first_and_each_form_once(folder: Path) -> None:
    store = RecipeStore(folder)
    store.remember((REKAP,), {})
    store.remember((KLAIM,), {})
    store.remember((REKAP,), {})

    assert names(store) == ["Rekap", "Klaim"]


def test_two_programs_share_one_store(folder: Path) -> None:
    one, other = RecipeStore(folder), RecipeStore(folder)
    one.remember((REKAP,), {"kotim": "62.02"})
    other.remember((KLAIM,), {"kobar": "62.01"})

    assert names(one) == ["Klaim", "Rekap"]
    assert one.load().aliases == {"kotim": "62.02", "kobar": "62.01"}


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"{", b"\xff\xfe\x00", b"[]", b'{"kind": "lain"}'])
def test_a_damaged_store_is_put_aside_and_begun_anew(folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(content)
    store = RecipeStore(folder)

    assert store.load() == Remembered()
    assert (folder / store.set_aside).read_bytes() == content

    store.remember((REKAP,), {})

    assert names(RecipeStore(folder)) == ["Rekap"]


def test_a_second_damaged_store_of_one_day_is_kept_as_well(folder: Path) -> None:
    folder.mkdir(parents=True)
    for content in (b"{", b"[["):
        (folder / NAME).write_bytes(content)
        RecipeStore(folder).load()

    assert sorted(path.read_bytes() for path in folder.iterdir()) == [b"[[", b"{"]


def test_the_store_of_a_newer_version_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    newer = text_of(Remembered((REKAP,))).replace('"version": 1', '"version": 9')
    (folder / NAME).write_text(newer, encoding="utf-8")
    store = RecipeStore(folder)

    assert store.load() == Remembered()
    with pytest.raises(UnusableFileError, match="versi Cakupan yang lebih baru"):
        store.remember((KLAIM,), {})
    assert (folder / NAME).read_text(encoding="utf-8") == newer


def unreadable(path: Path, *given: object, **named: object) -> str:
    raise PermissionError(13, "held by another program", str(path))


def test_a_store_that_cannot_be_read_just_now_is_not_written_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = RecipeStore(folder)
    store.remember((REKAP,), {"kotim": "62.02"})
    monkeypatch.setattr(Path, "read_text", unreadable)
    assert store.load() == Remembered()
    with pytest.raises(PermissionError):
        store.remember((KLAIM,), {})
    with pytest.raises(PermissionError):
        store.remove(REKAP.shape)
    monkeypatch.undo()

    assert store.load() == Remembered((REKAP,), {"kotim": "62.02"})


def test_a_damaged_store_that_cannot_be_put_aside_is_not_written_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(b"{")
    monkeypatch.setattr(Path, "rename", unreadable)
    store = RecipeStore(folder)
    assert store.load() == Remembered()
    with pytest.raises(PermissionError):
        store.remember((REKAP,), {})

    assert (folder / NAME).read_bytes() == b"{"


def test_a_store_too_large_to_be_ours_is_put_aside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = RecipeStore(folder)
    store.remember((REKAP,), {})
    large = (folder / NAME).read_bytes()
    monkeypatch.setattr(recipe_store, "_MOST_BYTES", 10)
    assert store.load() == Remembered()

    assert (folder / store.set_aside).read_bytes() == large


def test_a_failure_while_writing_leaves_the_store_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = RecipeStore(folder)
    store.remember((REKAP,), {})
    monkeypatch.setattr("os.fsync", lambda handle: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(OSError, match="full"):
        store.remember((KLAIM,), {})
    monkeypatch.undo()

    assert names(store) == ["Rekap"]
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_a_recipe_is_renamed_unless_the_name_is_taken_or_empty(folder: Path) -> None:
    store = RecipeStore(folder)
    store.remember((REKAP, KLAIM), {})

    assert store.rename("Rekap", " Rekap Disnaker ")
    assert not store.rename("Klaim", "Rekap Disnaker")
    assert not store.rename("Klaim", "  ")
    assert not store.rename("Tidak ada", "Baru")
    assert names(store) == ["Rekap Disnaker", "Klaim"]


def test_recipes_and_names_can_be_forgotten(folder: Path) -> None:
    store = RecipeStore(folder)
    store.remember((REKAP, KLAIM), {"kotim": "62.02", "kobar": "62.01"})
    store.remove(REKAP.shape)
    store.forget_alias("kotim")

    assert store.load() == Remembered((KLAIM,), {"kobar": "62.01"})


def test_exported_recipes_are_taken_over_by_another_user(folder: Path, tmp_path: Path) -> None:
    write_recipes(Remembered((REKAP, KLAIM), {"kotim": "62.02"}), tmp_path / "resep.json")
    other = RecipeStore(folder)
    other.remember((Recipe("Rekap", ("[lain]",)),), {"kotim": "62.01"})

    assert other.add(read_recipes(tmp_path / "resep.json")) == 2
    assert names(other) == ["Rekap", "Rekap (2)", "Klaim"]
    assert other.load().aliases == {"kotim": "62.01"}
    assert other.add(read_recipes(tmp_path / "resep.json")) == 0


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"<html>", b"{}"])
def test_a_file_that_holds_no_recipes_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "resep.json").write_bytes(content)

    with pytest.raises(UnusableFileError, match=r"resep\.json bukan berkas resep Cakupan"):
        read_recipes(tmp_path / "resep.json")


def test_a_file_too_large_for_recipes_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recipe_store, "_MOST_BYTES", 10)
    (tmp_path / "resep.json").write_text(text_of(Remembered((REKAP,))), encoding="utf-8")

    with pytest.raises(UnusableFileError, match="bukan berkas resep"):
        read_recipes(tmp_path / "resep.json")


def test_without_a_folder_everything_lasts_as_long_as_the_program() -> None:
    store = RecipeStore()
    store.remember((REKAP,), {})

    assert names(store) == ["Rekap"]
    assert names(RecipeStore()) == []


def test_two_windows_that_write_at_once_lose_nothing(folder: Path) -> None:
    def many(number: int) -> None:
        store = RecipeStore(folder)
        for place in range(15):
            name = f"{number} {place}"
            store.remember((replace(KLAIM, name=name, shape=(f"[{name}]", "jumlah")),), {name: "62.02"})

    writers = [Thread(target=many, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    known = RecipeStore(folder).load()

    assert len({recipe.name for recipe in known.recipes}) == len(known.recipes) == len(known.aliases) == 60
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_a_store_that_another_window_holds_for_long_is_not_written_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = RecipeStore(folder)
    store.remember((REKAP,), {})
    monkeypatch.setattr(file_lock, "_PATIENCE", 0.05)
    with file_lock.alone(folder / NAME), pytest.raises(TimeoutError) as caught:
        store.remember((KLAIM,), {})

    assert NAME in disk_sentence(caught.value)
    assert ".lock" not in disk_sentence(caught.value)
    assert names(store) == ["Rekap"]
    store.remember((KLAIM,), {})
    assert names(store) == ["Klaim", "Rekap"]
