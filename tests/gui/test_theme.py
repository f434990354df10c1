import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QFileInfo
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.logging import _QtMessageCapture
from pytestqt.qtbot import QtBot

from gui import icons, theme
from gui.theme import DARK, LIGHT, Theme
from resources import FOLDER

THEMES = pytest.mark.parametrize("shown", [LIGHT, DARK], ids=lambda shown: shown.name)


@pytest.fixture(autouse=True)
def as_it_was(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, LIGHT)


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shown = QColor(colour)
    red, green, blue = (linear(part) for part in (shown.redF(), shown.greenF(), shown.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_of_contrast_knows_its_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#0F766E", "#0F766E") == 1


@THEMES
@pytest.mark.parametrize("ground", ["surface", "ground", "sunken"])
@pytest.mark.parametrize("ink", ["ink", "ink2", "muted", "accent", "on", "watch", "behind"])
def test_text_can_be_read_on_every_ground(shown: Theme, ground: str, ink: str) -> None:
    assert contrast(getattr(shown, ink), getattr(shown, ground)) >= 4.5


@THEMES
def test_text_can_be_read_on_what_is_selected_and_on_the_accent(shown: Theme) -> None:
    assert contrast(shown.accent, shown.tint) >= 4.5
    assert contrast(shown.ink, shown.tint) >= 7
    assert contrast(shown.text_on_accent, shown.accent) >= 4.5
    assert contrast(shown.behind, shown.behind_tint) >= 4.5


@THEMES
def test_focused_lines_can_be_told_from_the_ground(shown: Theme) -> None:
    assert all(contrast(colour, shown.surface) >= 3 for colour in shown.series)


@THEMES
def test_every_colour_is_written_in_full(shown: Theme) -> None:
    values = [value for name, value in shown._asdict().items() if name not in {"name", "series"}]

    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in [*values, *shown.series])


@THEMES
def test_the_style_sheet_has_every_colour_and_picture_it_names(shown: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, shown)
    sheet = theme.style_sheet(shown, 1.0)
    pictures = re.findall(r"url\((.+?)\)", sheet)

    assert "@" not in sheet
    assert len(pictures) >= 6
    assert [picture for picture in pictures if not QFile.exists(picture)] == []


def test_the_style_holds_in_a_folder_of_any_name(
    qtbot: QtBot,
    qapp: QApplication,
    qtlog: _QtMessageCapture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = tmp_path / "Kantor (é), 10px 'baru'"
    shutil.copytree(FOLDER / "icons" / "controls", elsewhere / "icons" / "controls")
    shutil.copyfile(FOLDER / "style.qss", elsewhere / "style.qss")
    monkeypatch.setattr(theme, "FOLDER", elsewhere)
    shown = QPushButton()
    qtbot.addWidget(shown)
    shown.show()

    theme.apply(qapp, LIGHT)
    found = QFileInfo("controls:tick-light.svg").absoluteFilePath()
    monkeypatch.undo()
    theme.apply(qapp, LIGHT)

    assert found == f"{elsewhere}/icons/controls/tick-light.svg"
    assert [record.message for record in qtlog.records if "stylesheet" in record.message] == []


def test_lengths_follow_the_zoom_but_hairlines_stay() -> None:
    small, large = theme.style_sheet(LIGHT, 1.0), theme.style_sheet(LIGHT, 2.0)

    assert small.count(" 1px ") == large.count(" 1px ")
    assert "min-height: 30px" in small
    assert "min-height: 60px" in large


def test_type_and_lengths_follow_the_zoom(qapp: QApplication) -> None:
    theme.apply(qapp, LIGHT, 1.5)

    assert theme.current() is LIGHT
    assert theme.font(16).pixelSize() == 24
    assert (theme.px(8), theme.px(0), theme.px(0.1)) == (12, 0, 1)


def test_the_bundled_type_is_used_with_digits_of_one_width(qapp: QApplication) -> None:
    theme.apply(qapp, DARK)
    font = theme.font(13, QFont.Weight.DemiBold)

    assert theme.current() is DARK
    assert QFontInfo(font).family() == "Inter"
    assert font.featureValue(QFont.Tag("tnum")) == 1


def test_every_field_of_a_theme_says_a_colour() -> None:
    assert set(Theme._fields) >= {"ground", "surface", "ink", "accent", "data_bar"}


@pytest.mark.parametrize("name", sorted(path.stem for path in (FOLDER / "icons").glob("*.svg")))
def test_every_icon_draws_something(qtbot: QtBot, name: str) -> None:
    image = icons.pixmap(name, "#FF0000", 16, 2.0).toImage()

    assert image.size().width() == 32
    assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))


def test_an_icon_takes_the_colour_it_is_given_and_fades_when_disabled(qtbot: QtBot) -> None:
    def strongest(mode: QIcon.Mode) -> int:
        image: QImage = icons.icon("square", "#FF0000").pixmap(32, 32, mode).toImage()
        return max(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))

    assert strongest(QIcon.Mode.Normal) > 200
    assert strongest(QIcon.Mode.Disabled) < 140


def test_an_unknown_icon_is_a_fault_and_not_a_blank() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
