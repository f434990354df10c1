from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.pages.beranda import ProvinceQuestion, RecentBooks
from gui.settings import Recent, Settings
from gui.widgets.recent_card import RecentCard
from model.book import Office
from model.excel.answers import About
from tests.builders.readers import Form, PaperReader, open_question
from tests.builders.windows import Open, button, field


def test_without_a_book_one_sees_where_to_start(opened: Open) -> None:
    window = opened(with_book=False)

    assert window.page is not None
    assert window.page.objectName() == "beranda"
    assert button(window, "berandaOpen").isVisible()
    assert not field(window, "contextPosition").isEnabled()
    assert not field(window, "contextPosition").isVisible()
    assert window.windowTitle() == "Cakupan"


def dropped(path: Path, *, shift: bool = False) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier,
    )
    event.__dict__["data"] = data  # the event does not keep it
    return event


def test_a_file_dropped_anywhere_is_opened(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(with_book=False)
    with qtbot.waitSignal(window.session.notice, timeout=20_000) as notice:
        window.dropEvent(dropped(tmp_path / "tidak-ada.xlsx"))

    assert notice.args is not None
    assert "tidak-ada.xlsx" in notice.args[1]


def test_a_file_dropped_with_shift_is_added_to_the_open_book(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = opened()
    taken: list[list[Path]] = []
    monkeypatch.setattr(window.session, "import_files", taken.append)
    window.dropEvent(dropped(tmp_path / "april.xlsx", shift=True))

    assert taken == [[tmp_path / "april.xlsx"]]


def test_an_import_with_answers_is_not_given_up_without_asking(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda parent, title, *rest: asked.append(title))
    window = opened(ready=False)
    imports = window.session.imports
    question = open_question(About.SCALE, "potensi")
    imports.use(PaperReader({"a.xlsx": Form(question)}))
    window.session.open_files(["a.xlsx"])
    qtbot.waitUntil(lambda: imports.is_active and not imports.is_busy)
    imports.answer(0, About.SCALE, "potensi", "1")
    window.handlers.open_paths([tmp_path / "b.xlsx"])

    assert asked == ["Impor belum selesai"]
    assert imports.has_answers


def test_a_book_of_several_files_is_one_card_that_opens_all(
    opened: Open, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.remember(Recent("/a/januari.xlsx", 0.4, more=("/a/februari.xlsx",)))
    window = opened(with_book=False)
    taken: list[list[Path]] = []
    monkeypatch.setattr(window.session, "open_files", taken.append)
    recents = window.findChild(RecentBooks)
    assert recents is not None
    (card,) = recents.cards
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)

    assert card.accessibleName() == "januari.xlsx +1, 40,0 %"
    assert card.toolTip() == "/a/januari.xlsx\n/a/februari.xlsx"
    assert taken == [[Path("/a/januari.xlsx"), Path("/a/februari.xlsx")]]


def test_opening_asks_for_files_beside_the_last_one(
    opened: Open, qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folders: list[str] = []

    def ask(parent: QWidget, folder: str) -> tuple[Path, ...]:
        folders.append(folder)
        return ()

    monkeypatch.setattr(dialogs, "open_files", ask)
    settings.remember(Recent(str(tmp_path / "a.xlsx")))
    opened(with_book=False).commands["open"].trigger()

    assert folders == [str(tmp_path)]


def test_changes_that_were_not_saved_are_asked_about_before_they_are_lost(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: answers.pop(0))
    window = opened()
    window.session.with_office(Office(province="62", place="Kuala Kapuas"))

    assert not window.close()
    assert window.close()


def test_the_first_start_asks_for_the_province_and_never_again(opened: Open, settings: Settings) -> None:
    window = opened(with_book=False)
    question = window.findChild(ProvinceQuestion)

    assert question is not None
    assert question.isVisible()

    question.choice.setCurrentIndex(question.choice.findData("62"))
    question.choice.activated.emit(question.choice.currentIndex())

    assert settings.province == "62"
    assert not question.isVisible()
    again = opened(with_book=False).findChild(ProvinceQuestion)
    assert again is not None
    assert not again.isVisible()


def test_recent_books_show_their_figure_and_open_by_a_click(
    opened: Open, qtbot: QtBot, settings: Settings
) -> None:
    settings.remember(Recent("/tidak/ada/lama.xlsx", None))
    settings.remember(Recent("/tidak/ada/Kalteng.xlsx", 0.4617, "2025-03-31", "62"))
    window = opened(with_book=False)
    recents = window.findChild(RecentBooks)
    assert recents is not None
    newest, older = recents.cards

    assert newest.accessibleName() == "Kalteng.xlsx, 46,2 %, Kalimantan Tengah, per 31 Maret 2025"
    assert older.accessibleName() == "lama.xlsx"

    with qtbot.waitSignal(window.session.notice, timeout=20_000):
        QTest.mouseClick(newest, Qt.MouseButton.LeftButton)
    QTest.keyClick(older, Qt.Key.Key_Delete)

    assert [card.recent.path for card in recents.cards] == ["/tidak/ada/Kalteng.xlsx"]
    assert all(isinstance(card, RecentCard) for card in recents.cards)
