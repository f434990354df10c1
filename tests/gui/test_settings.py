from pathlib import Path

import pytest

from gui.settings import MOST_RECENT, Recent, Settings, in_memory


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "settings.ini")


def test_every_setting_has_a_default(path: str) -> None:
    settings = in_memory(path)

    assert (settings.language, settings.theme) == ("id", "system")
    assert (settings.zoom, settings.province, settings.recent, settings.geometry) == (1.0, "", (), b"")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "en"),
        ("theme", "dark"),
        ("zoom", 1.25),
        ("province", "62"),
        ("geometry", b"\x01\x00\xff"),
        ("recent", (Recent("/a/b.xlsx", 0.4617, "2025-03-31", "62"), Recent("/c.xlsx"))),
    ],
)
def test_a_value_is_the_same_after_the_next_start(path: str, name: str, value: object) -> None:
    first = in_memory(path)
    setattr(first, name, value)
    first.store.sync()

    assert getattr(in_memory(path), name) == value


@pytest.mark.parametrize(
    ("name", "damaged"),
    [
        ("language", "kw"),
        ("theme", ""),
        ("zoom", "much"),
        ("zoom", 40),
        ("province", "Kalimantan"),
        ("recent", "[{"),
        ("recent", '[{"file": "x"}]'),
        ("recent", '[{"path": 3}]'),
        ("recent", '[{"path": "x", "coverage": "much"}]'),
        ("geometry", "nonsense"),
    ],
)
def test_a_damaged_value_counts_as_the_default(path: str, name: str, damaged: object) -> None:
    settings = in_memory(path)
    settings.store.setValue(name, damaged)
    settings.store.sync()
    default = Settings.__dict__[name].default

    assert getattr(in_memory(path), name) == default


def test_a_book_is_listed_once_with_the_newest_figure_first(path: str) -> None:
    settings = in_memory(path)
    settings.remember(Recent("a.xlsx", 0.40))
    settings.remember(Recent("b.xlsx", 0.50))
    settings.remember(Recent("a.xlsx", 0.46))

    assert settings.recent == (Recent("a.xlsx", 0.46), Recent("b.xlsx", 0.50))


def test_the_list_of_recent_books_has_an_end(path: str) -> None:
    settings = in_memory(path)
    for number in range(MOST_RECENT + 5):
        settings.remember(Recent(f"{number}.xlsx"))

    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0].path == f"{MOST_RECENT + 4}.xlsx"


def test_a_book_can_be_taken_off_the_list(path: str) -> None:
    settings = in_memory(path)
    settings.remember(Recent("a.xlsx"))
    settings.remember(Recent("b.xlsx"))
    settings.forget(Recent("b.xlsx", 0.5))

    assert [entry.path for entry in settings.recent] == ["a.xlsx"]


def test_several_files_of_one_book_are_one_entry_beside_each_of_them(path: str) -> None:
    settings = in_memory(path)
    settings.remember(Recent("a.xlsx"))
    settings.remember(Recent("a.xlsx", 0.46, more=("b.xlsx", "c.xlsx")))
    settings.store.sync()

    assert [entry.paths for entry in in_memory(path).recent] == [("a.xlsx", "b.xlsx", "c.xlsx"), ("a.xlsx",)]


def test_recent_books_of_an_older_version_are_still_listed(path: str) -> None:
    settings = in_memory(path)
    settings.store.setValue("recent", '[{"path": "a.xlsx", "coverage": 0.46, "as_of": "", "region": "62"}]')

    assert settings.recent == (Recent("a.xlsx", 0.46, region="62"),)


def test_recent_books_hold_numbers_and_paths_only(path: str) -> None:
    assert set(Recent._fields) == {"path", "coverage", "as_of", "region", "more"}
