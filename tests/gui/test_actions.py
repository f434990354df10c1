from collections import Counter
from inspect import signature
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.actions import ACTIONS, Action, action
from gui.handlers import Handlers
from gui.menu import Commands
from gui.pages import PAGES
from gui.palette import Entry, Palette, matching
from gui.session import Session
from gui.settings import in_memory
from gui.titles import MENUS
from resources import FOLDER
from tests.builders.books import PUBLISHED, book

EACH = pytest.mark.parametrize("entry", ACTIONS, ids=lambda entry: entry.id)


@pytest.fixture
def commands(qtbot: QtBot, tmp_path: Path) -> Commands:
    window = QWidget()
    qtbot.addWidget(window)
    session = Session(in_memory(str(tmp_path / "s.ini")), window)
    return Commands(session, Handlers(session, window), window)


def entries(*texts: str) -> list[Entry]:
    return [Entry(text, "", "x", lambda: None) for text in texts]


def test_ids_and_shortcuts_are_given_once() -> None:
    ids = Counter(entry.id for entry in ACTIONS)
    keys = Counter(entry.shortcut for entry in ACTIONS if entry.shortcut)

    assert [name for name, count in ids.items() if count > 1] == []
    assert [name for name, count in keys.items() if count > 1] == []


@EACH
def test_every_action_has_a_handler_that_takes_its_arguments(entry: Action) -> None:
    handler = getattr(Handlers, entry.callback)

    signature(handler).bind(None, *entry.arguments)


@EACH
def test_every_shortcut_is_one_that_qt_understands(entry: Action) -> None:
    sequence = QKeySequence(entry.shortcut)

    assert sequence.isEmpty() == (not entry.shortcut)
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == entry.shortcut


@EACH
def test_every_action_stands_in_a_menu_and_its_icon_exists(entry: Action) -> None:
    assert entry.menu in MENUS
    assert not entry.icon or (FOLDER / "icons" / f"{entry.icon}.svg").is_file()


def test_groups_stand_together() -> None:
    for menu in MENUS:
        groups = [entry.group for entry in ACTIONS if entry.menu == menu]
        runs = [group for place, group in enumerate(groups) if place == 0 or groups[place - 1] != group]

        assert len(runs) == len(set(runs)), menu


def test_each_page_has_the_number_of_its_place() -> None:
    shortcuts = [action(f"page_{page.id}").shortcut for page in PAGES]

    assert shortcuts == [f"Ctrl+{place}" for place in range(1, len(PAGES) + 1)]


def test_a_tooltip_names_the_keys(qtbot: QtBot) -> None:
    assert action("open").tooltip.endswith("(Ctrl+O)")
    assert "…" not in action("new").tooltip


def test_without_a_book_only_what_needs_none_is_enabled(commands: Commands) -> None:
    for entry in ACTIONS:
        assert commands[entry.id].isEnabled() == (entry.needs == ""), entry.id


def test_a_book_enables_what_needs_one(commands: Commands) -> None:
    commands._session.show_book(book(*PUBLISHED))

    assert all(commands[entry.id].isEnabled() for entry in ACTIONS if entry.needs == "book")
    assert not commands["cancel"].isEnabled()


def test_of_each_choice_one_is_checked(commands: Commands) -> None:
    for choice in {entry.choice for entry in ACTIONS if entry.choice}:
        checked = [entry.id for entry in ACTIONS if entry.choice == choice and commands[entry.id].isChecked()]

        assert len(checked) == 1, choice


def test_the_palette_offers_every_enabled_action_and_the_regions(commands: Commands) -> None:
    before = {entry.text for entry in commands.palette_entries()}
    commands._session.show_book(book(*PUBLISHED))
    after = {entry.text for entry in commands.palette_entries()}

    assert {"Buka…", "Warna: Gelap"} <= before
    assert {"Kalimantan Tengah", "Kapuas", "Palangka Raya"} <= after - before


def test_choosing_a_region_in_the_palette_makes_it_the_context(commands: Commands) -> None:
    commands._session.show_book(book(*PUBLISHED))
    next(entry for entry in commands.palette_entries() if entry.text == "Kapuas").run()

    assert commands._session.context.region == "62.03"


def test_every_typed_word_must_occur_and_beginnings_come_first() -> None:
    found = matching(entries("Posisi berikutnya", "Kotawaringin Barat", "Barito Utara", "Ubah"), "bar")

    assert [entry.text for entry in found] == ["Barito Utara", "Kotawaringin Barat"]
    assert [entry.text for entry in matching(entries("Kotawaringin Barat"), "timur kota")] == []
    assert len(matching(entries("Satu", "Dua"), " ")) == 2


def test_enter_does_what_is_chosen_and_closes_the_palette(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    offered = [
        Entry("Satu", "", "x", lambda: done.append("1")),
        Entry("Dua", "", "x", lambda: done.append("2")),
    ]
    palette = Palette(offered, parent)
    palette.show()
    QTest.keyClicks(palette.line, "dua")
    with qtbot.waitSignal(palette.destroyed):
        QTest.keyClick(palette.line, Qt.Key.Key_Return)

    assert done == ["2"]


def test_the_palette_says_when_nothing_matches(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    palette = Palette(entries("Satu"), parent)
    palette.line.setText("xyz")

    assert palette.nothing.isVisibleTo(palette)
    assert palette.list.count() == 0


def test_the_list_of_keys_has_every_shortcut_and_those_of_the_import(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, str]] = []

    def show(parent: QWidget | None, title: str, headline: str, facts: list[tuple[str, str]]) -> None:
        shown.extend(facts)

    monkeypatch.setattr(dialogs, "show_facts", show)
    commands.trigger("shortcuts")

    assert {entry.keys for entry in ACTIONS if entry.shortcut} < {keys for keys, _ in shown}
    assert [keys for keys, _ in shown[-4:]] == ["Ctrl+Enter", "Alt+J", "Alt+H, Alt+T", "Ctrl+PgDn, Ctrl+PgUp"]
