from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import dialogs, theme
from gui.charts.series_list import CodeRole, ValueRole
from gui.pages.tren import TrenPage
from gui.session import Session
from model.book import Book
from tests.builders.books import book, counted
from tests.builders.figures import QUARTERS, book_of, province_figure


def shown(session: Session, qtbot: QtBot, opened: Book | None) -> TrenPage:
    if opened:
        session.show_book(opened, name="Kalteng 2025.xlsx")
    made = TrenPage(session)
    qtbot.addWidget(made)
    made.resize(1264, 790)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> TrenPage:
    """The trends of Kalimantan Tengah over nine quarters."""
    return shown(session, qtbot, book_of(province_figure()))


def listed(page: TrenPage, role: int = CodeRole) -> list[object]:
    model = page.panel.model
    return [model.index(row).data(role) for row in range(model.rowCount())]


def row_of(page: TrenPage, code: str) -> QModelIndex:
    return page.panel.model.index(listed(page).index(code))


def click_row(page: TrenPage, code: str) -> None:
    at = page.panel.list.visualRect(row_of(page, code)).center()
    QTest.mouseClick(
        page.panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )


def test_at_first_the_province_is_focused_and_the_list_reads_the_newest_position(page: TrenPage) -> None:
    assert page.chart.focus == ("62",)
    assert page.panel.when.text() == "per 31 Mar 2025"
    assert page.panel.count.text() == "1 difokuskan"
    assert page.subtitle.text() == "cakupan 14 kabupaten/kota, persen"
    assert row_of(page, "62.05").data(ValueRole) == "81,1"


def test_the_list_switches_the_focus_of_the_chart(page: TrenPage) -> None:
    click_row(page, "62.03")
    both = page.chart.focus
    click_row(page, "62")

    assert both == ("62", "62.03")
    assert page.chart.focus == ("62.03",)
    assert page.panel.count.text() == "1 difokuskan"


def test_the_space_bar_focuses_a_region(page: TrenPage) -> None:
    page.panel.list.setCurrentIndex(row_of(page, "62.03"))

    QTest.keyClick(page.panel.list, Qt.Key.Key_Space)

    assert page.chart.focus == ("62", "62.03")


def test_the_focus_can_be_cleared(page: TrenPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.panel.clear, Qt.MouseButton.LeftButton)

    assert page.chart.focus == ()
    assert page.panel.count.text() == "0 difokuskan"
    assert not page.panel.clear.isEnabled()


def test_the_list_reads_the_values_under_the_crosshair(page: TrenPage) -> None:
    frame, days = page.chart.scene.frame, page.chart.view.lines.days

    QTest.mouseMove(page.chart, QPoint(int(frame.x(float(days[5]))), 300))

    assert page.panel.when.text() == "per 30 Jun 2024"
    assert row_of(page, "62.05").data(ValueRole) == "72,7"


def test_the_list_stands_at_the_position_of_the_context(page: TrenPage, session: Session) -> None:
    session.set_context(as_of=QUARTERS[3])

    assert page.panel.when.text() == "per 31 Des 2023"


def test_the_region_of_the_context_is_focused(page: TrenPage, session: Session) -> None:
    session.set_context(region="62.03")

    assert page.chart.focus == ("62.03",)


def test_the_focus_survives_a_change_of_unit(page: TrenPage) -> None:
    page.chart.set_focus(("62.05", "62.03"))

    page.unit.set_value("people")

    assert page.chart.focus == ("62.05", "62.03")
    assert page.chart.view.figure.unit == "people"
    assert page.subtitle.text() == "peserta aktif 14 kabupaten/kota, orang"
    assert row_of(page, "62.05").data(ValueRole) == "811"
    assert page.chart.view.breaks == ()


def test_the_target_follows_the_first_region_in_focus(page: TrenPage) -> None:
    page.unit.set_value("people")
    province = page.chart.view.targets[0].value

    page.chart.set_focus(())
    page.chart.set_focus(("62.03",))

    assert province == 9245
    assert [line.value for line in page.chart.view.targets] == [661]


def test_targets_and_breaks_are_switched_by_their_boxes(page: TrenPage) -> None:
    page.targets.click()
    page.breaks.click()

    assert page.chart.view.targets == ()
    assert page.chart.view.breaks == ()
    assert page.chart.view.as_figure.series[0].breaks != ()


def test_the_note_says_that_no_line_crosses_a_break_and_what_is_hollow(page: TrenPage) -> None:
    page.chart.set_focus(("62.03",))
    focused = page.note.text()
    page.chart.set_focus(())

    assert focused == "Garis tidak disambung melewati putus deret. Tanda berongga: rekaan untuk contoh."
    assert page.note.text() == (
        "Garis tidak disambung melewati putus deret. Sebagian angka adalah rekaan untuk contoh."
    )


def test_searching_leaves_the_focus_alone(page: TrenPage) -> None:
    QTest.keyClicks(page.panel.search, "barito")

    assert listed(page) == ["62.05", "62.04", "62.13"]
    assert page.chart.focus == ("62",)


def test_the_picture_goes_to_the_clipboard(page: TrenPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page._session.notice):
        QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)

    image = QGuiApplication.clipboard().image()

    assert image.width() > page.chart.width() * 2
    assert image.height() > page.chart.height() * 2 + theme.px(60)  # the title above, the note below


def test_a_seventh_region_is_not_focused_and_the_page_says_why(page: TrenPage, qtbot: QtBot) -> None:
    codes = ("62", "62.01", "62.02", "62.03", "62.04", "62.05")
    page.chart.set_focus(codes)

    with qtbot.waitSignal(page._session.notice) as said:
        click_row(page, "62.06")

    assert page.chart.focus == codes
    assert said.args == ["info", "Paling banyak 6 wilayah disorot bersamaan. Lepas satu dulu."]


def test_ctrl_c_on_the_chart_copies_its_picture(page: TrenPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()

    QTest.keyClick(page.chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert not QGuiApplication.clipboard().image().isNull()


def test_the_data_goes_to_the_clipboard_whatever_the_unit(page: TrenPage, qtbot: QtBot) -> None:
    page.unit.set_value("people")

    QTest.mouseClick(page.data_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()

    assert len(lines) == 1 + 15 * 9
    assert lines[-15].split("\t")[:7] == [
        "2025-03-31", "62", "Kalimantan Tengah", "Semua segmen", "14000", "6905", "49,3214",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF"), ("csv", b"\xef\xbb\xbfPosisi;")],
)
def test_the_chart_is_saved_as_a_file_of_each_kind(
    page: TrenPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, begins: bytes
) -> None:
    asked: list[str] = []

    def answer(parent: QWidget, title: str, proposed: str, kinds: str) -> Path:
        asked.append(proposed)
        return tmp_path / f"tren.{ending}"

    monkeypatch.setattr(dialogs, "save_file", answer)
    action = page.findChild(QAction, f"save_{ending}")
    assert action is not None

    with qtbot.waitSignal(page._session.notice, timeout=10_000) as notice:
        action.trigger()

    assert notice.args == ["info", f"tren.{ending} tersimpan."]
    assert (tmp_path / f"tren.{ending}").read_bytes().startswith(begins)
    assert asked == [f"Tren Kalimantan Tengah Mar 2025.{ending}"]


def test_a_saved_picture_shows_the_focus_of_the_screen(
    page: TrenPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "save_file", lambda *_: tmp_path / "tren.svg")
    page.chart.set_focus(("62.03",))

    with qtbot.waitSignal(page._session.notice, timeout=10_000):
        page.save_as("svg")

    assert "Kapuas" in (tmp_path / "tren.svg").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_one_sentence(
    page: TrenPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "save_file", lambda *_: tmp_path / "tidak ada" / "tren.csv")

    with qtbot.waitSignal(page._session.notice, timeout=10_000) as notice:
        page.save_as("csv")

    assert notice.args is not None
    assert notice.args[0] == "error"


def test_nothing_is_written_when_the_person_thinks_better_of_it(
    page: TrenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "save_file", lambda *_: None)

    with qtbot.assertNotEmitted(page._session.notice, wait=100):
        page.save_as("png")


def test_without_a_book_the_page_says_so_and_offers_nothing(session: Session, qtbot: QtBot) -> None:
    page = shown(session, qtbot, None)

    assert page.empty.isVisible()
    assert not page.chart.isVisible()
    assert not any(button.isEnabled() for button in (page.copy_button, page.data_button, page.save_button))


def test_a_book_with_a_single_position_of_a_single_region_is_shown(session: Session, qtbot: QtBot) -> None:
    page = shown(session, qtbot, book(counted("62.03", active=40, eligible=100)))

    assert page.chart.isVisible()
    assert listed(page) == ["62.03"]
    assert page.chart.focus == ("62.03",)
    assert not page.panel.clear.isEnabled()


def test_another_book_replaces_the_figure_also_while_the_page_is_hidden(
    page: TrenPage, session: Session, qtbot: QtBot
) -> None:
    page.hide()
    session.show_book(book(counted("62.04", active=40, eligible=100)), name="Lain.xlsx")
    before = listed(page)
    page.show()
    qtbot.waitExposed(page)

    assert len(before) == 15
    assert listed(page) == ["62.04"]
