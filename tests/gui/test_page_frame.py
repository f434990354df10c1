"""The header of a page in too little room."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.pages.page import Button, PageFrame


def header(qtbot: QtBot, width: int) -> tuple[QWidget, PageFrame]:
    around = QWidget()
    qtbot.addWidget(around)
    page = PageFrame("Tren", around, subtitle="tiga belas wilayah")
    for text in ("Satu tombol panjang", "Tombol kedua yang panjang"):
        page.controls.addWidget(Button(text, name=text))
    around.resize(1000, 300)
    page.resize(width, 300)
    with qtbot.waitExposed(around):
        around.show()
    return around, page


@pytest.mark.parametrize(("width", "beside"), [(900, True), (420, False)])
def test_controls_go_to_a_second_line_where_the_first_is_too_short(
    qtbot: QtBot, width: int, *, beside: bool
) -> None:
    _around, page = header(qtbot, width)
    button = page.findChild(Button, "Satu tombol panjang")

    assert button is not None
    assert (button.y() < page.title.geometry().bottom()) is beside
    assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize(("room", "is_seen"), [(300, True), (40, False)])
def test_a_subtitle_is_shown_in_a_readable_part_or_not_at_all(
    qtbot: QtBot, room: int, *, is_seen: bool
) -> None:
    _around, page = header(qtbot, 900)
    page.set_subtitle("per 31 Maret 2025, dibandingkan dengan 31 Desember 2024")
    others = 48 + page.title.sizeHint().width() + page.controls.sizeHint().width() + 24
    page.resize(others + room, 300)
    picture = page.subtitle.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}

    assert (len(colours) > 1) is is_seen
