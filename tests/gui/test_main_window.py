from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.app import Program
from gui.context_bar import ContextField
from gui.pages import PAGES
from gui.pages.page import EmptyState
from gui.palette import Palette
from gui.settings import Settings
from gui.theme import DARK, LIGHT
from model.pedigree import FigureRef
from model.periods import Period
from model.progress import Report
from tests.builders.books import DECEMBER, MARCH
from tests.builders.windows import Open, button, choose, field, press, published_book


@pytest.mark.parametrize("page", [page.id for page in PAGES])
def test_every_page_opens_by_its_entry_with_and_without_a_book(opened: Open, page: str) -> None:
    for with_book in (False, True):
        window = opened(with_book=with_book)
        QTest.mouseClick(window.navigation.item(page), Qt.MouseButton.LeftButton)

        assert window.session.page == page
        assert window.page is not None
        assert window.page.isVisible()


def test_the_keys_of_the_pages_turn_to_them(opened: Open) -> None:
    window = opened()
    for place, page in enumerate(PAGES, start=1):
        press(window, Qt.Key(Qt.Key.Key_0 + place), ctrl=True)

        assert window.session.page == page.id
        assert window.navigation.item(page.id).isChecked()


def test_a_page_is_made_once(opened: Open) -> None:
    window = opened()
    window.session.show_page("tren")
    first = window.page
    window.session.show_page("cakupan")
    window.session.show_page("tren")

    assert window.page is first


def test_until_the_libraries_are_loaded_a_page_is_a_promise(opened: Open) -> None:
    window = opened(ready=False)
    window.session.show_page("tren")

    assert isinstance(window.page, EmptyState)

    window.set_ready()

    assert type(window.page).__name__ == "TrenPage"


def test_an_import_shows_no_context_of_another_book(opened: Open) -> None:
    window = opened()
    window.session.show_page("ringkasan")
    assert field(window, "contextPosition").isVisible()
    place = window.context_bar.geometry()

    window.session.show_page("impor")
    assert not any(one.isVisible() for one in window.context_bar.findChildren(ContextField))
    assert window.context_bar.geometry() == place

    window.session.show_page("ringkasan")
    assert field(window, "contextPosition").isVisible()


def test_an_import_has_the_whole_room_and_the_panel_comes_back_after_it(opened: Open) -> None:
    window = opened()
    window.session.show_page("ringkasan")
    window.commands.trigger("panel")
    assert window.panel is not None
    assert window.panel.isVisible()

    window.session.show_page("impor")
    assert not window.panel.isVisible()
    assert window.area.stack.width() == window.area.width()
    press(window, Qt.Key.Key_F4)
    assert not window.panel.isVisible()

    window.session.show_page("ringkasan")
    assert window.panel.isVisible()
    assert window.commands["panel"].isChecked()


def test_the_context_bar_shows_and_changes_the_context(opened: Open) -> None:
    window = opened()
    session = window.session

    assert field(window, "contextPosition").currentText() == "31 Maret 2025"
    assert field(window, "contextRegion").currentText() == "Kalimantan Tengah"
    assert field(window, "contextTargetSet").currentText() == "tersirat, 66,03 %"

    choose(field(window, "contextPosition"), "31 Desember 2024")
    choose(field(window, "contextRegion"), "Kapuas")
    choose(field(window, "contextSegment"), "Penerima Upah (PU)")
    choose(field(window, "contextTargetSet"), "Tanpa target")

    assert session.context.as_of == DECEMBER
    assert (session.context.region, session.context.segment) == ("62.03", "PU")
    assert session.context.target_set == ""

    choose(field(window, "contextPosition"), "31 Maret 2025")

    assert session.context.as_of is None  # the newest, also of a book that grows


def test_only_segments_with_figures_are_offered(opened: Open) -> None:
    segments = field(opened(), "contextSegment")

    assert [segments.itemText(row) for row in range(segments.count())] == [
        "Semua segmen",
        "Penerima Upah (PU)",
    ]


def test_keys_step_through_the_positions_and_stop_at_the_ends(opened: Open) -> None:
    window = opened()
    seen: list[Period | None] = []
    for key in [Qt.Key.Key_Left] * 4 + [Qt.Key.Key_Right] * 4:
        press(window, key, alt=True)
        seen.append(window.session.context.as_of)

    assert seen[0] == DECEMBER
    assert seen[1] == seen[2] == seen[3]
    assert seen[-1] is None


def test_a_selected_figure_opens_the_panel_and_escape_closes_it(opened: Open) -> None:
    window = opened()
    window.session.select_figure(FigureRef("coverage", "62", "", MARCH, "tersirat"))

    assert window.panel is not None
    assert window.panel.isVisible()
    assert button(window, "button_panel").isChecked()

    window.navigation.item("ringkasan").setFocus()
    QTest.keyClick(window.navigation.item("ringkasan"), Qt.Key.Key_Escape)

    assert not window.panel.isVisible()
    assert not button(window, "button_panel").isChecked()


def test_the_panel_stands_beside_the_page_and_over_it_where_there_is_no_room(opened: Open) -> None:
    window = opened(width=1400)
    window.handlers.toggle_panel()

    assert window.area.stack.width() == window.area.width() - theme.px(320)

    window.resize(900, 700)

    assert window.area.lies_over
    assert window.area.stack.width() == window.area.width()


def test_the_status_bar_counts_what_was_found(opened: Open) -> None:
    window = opened()
    texts = [button(window, name) for name in ("statusErrors", "statusWarnings")]
    counts = [
        sum(str(p.severity) == level for p in window.session.problems) for level in ("error", "warning")
    ]

    for shown, count in zip(texts, counts, strict=True):
        assert shown.isVisible() == (count > 0)
        assert not count or shown.text().startswith(str(count))
    assert window.status.file.text() == "Kalteng.xlsx"
    assert not window.status.chip.isVisible()


def test_work_of_more_than_a_moment_is_shown_and_can_be_cancelled(opened: Open, qtbot: QtBot) -> None:
    window = opened()

    def work(report: Report) -> None:
        while True:
            report(3, 10)

    task = window.session.run(work, print, label="Membaca besar.xlsx")

    assert not window.status.cancel.isVisible()

    qtbot.waitUntil(window.status.cancel.isVisible)
    qtbot.waitUntil(lambda: window.status.progress.value() == 300)

    assert window.status.work.text() == "Membaca besar.xlsx…"

    with qtbot.waitSignal(task.cancelled):
        QTest.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)

    assert not window.status.cancel.isVisible()


def test_a_notice_moves_nothing_under_the_mouse(opened: Open) -> None:
    window = opened()
    before = window.area.geometry()
    window.session.notice.emit("error", "Berkas itu kosong.")
    QTest.qWait(20)

    assert window.notices.isVisible()
    assert window.area.geometry() == before
    assert window.notices.geometry().topLeft() == before.topLeft()


def test_a_book_that_opens_takes_an_older_complaint_away(opened: Open) -> None:
    window = opened()
    window.session.notice.emit("error", "Berkas itu kosong.")
    window.session.show_book(published_book(), name="Lain.xlsx")

    assert not window.notices.isVisible()


def test_a_notice_is_said_in_the_window_and_closed_by_hand(opened: Open) -> None:
    window = opened()
    window.session.notice.emit("error", "Berkas itu kosong.")

    assert window.notices.isVisible()
    assert window.notices.sentence.text() == "Berkas itu kosong."
    assert window.notices.accessibleName() == "Berkas itu kosong."

    QTest.mouseClick(window.notices.close_button, Qt.MouseButton.LeftButton)

    assert not window.notices.isVisible()


def test_f6_walks_through_the_parts_of_the_window(opened: Open) -> None:
    window = opened()
    window.navigation.item("ringkasan").setFocus()
    parts = []
    for _ in range(3):
        press(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        parts.append(
            next(
                part.objectName() or "page"
                for part in (window.navigation, window.context_bar, window.area.stack, window.status)
                if focus is not None and part.isAncestorOf(focus)
            )
        )

    assert parts[:2] == ["contextBar", "page"]
    assert parts[2] in {"statusBar", "navigation"}


def test_the_palette_opens_by_its_keys_and_by_its_box(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    press(window, Qt.Key.Key_K, ctrl=True)
    palette = window.findChild(Palette)

    assert palette is not None

    QTest.keyClicks(palette.line, "tren")
    with qtbot.waitSignal(palette.destroyed):
        QTest.keyClick(palette.line, Qt.Key.Key_Return)

    assert window.session.page == "tren"

    QTest.mouseClick(window.search_box, Qt.MouseButton.LeftButton)
    again = window.findChild(Palette)

    assert again is not None
    with qtbot.waitSignal(again.destroyed):
        again.close()


def test_copy_from_the_menu_goes_to_the_widget_with_the_focus(opened: Open, qtbot: QtBot) -> None:
    window = opened(with_book=False)
    line = QLineEdit("46,2 %", window)
    line.show()
    line.setFocus()
    line.selectAll()
    window.commands["copy"].trigger()
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "46,2 %")


def test_every_control_has_a_name_for_screen_readers(opened: Open) -> None:
    window = opened()
    parts = (window.navigation, window.context_bar, window.status, window.notices, window.search_box)
    unnamed = [
        f"{type(widget).__name__} {widget.objectName()}"
        for part in parts
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.accessibleName()
    ]

    assert unnamed == []


def test_the_window_is_no_controller(opened: Open) -> None:
    source = Path(__file__).parents[2] / "gui" / "main_window.py"

    assert len(source.read_text(encoding="utf-8").splitlines()) < 300


def test_a_change_of_theme_language_or_zoom_builds_the_window_anew_on_the_same_session(
    qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    settings.theme = "light"
    program = Program(qapp, settings)
    program._is_warm = True
    program.session.show_book(published_book(), name="Kalteng.xlsx")
    first = program.window
    first.show()
    try:
        with qtbot.waitSignal(first.destroyed):
            program.session.set_appearance(theme="dark", zoom=1.5)

        assert program.window is not first
        assert theme.current() is DARK
        assert theme.px(10) == 15
        assert program.window.session.page == "ringkasan"
        assert program.window.status.file.text() == "Kalteng.xlsx"
    finally:
        program.dismantle()
        program.deleteLater()
        theme.apply(qapp, LIGHT)
