"""The panel that says where a figure comes from."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.pedigree_sections import CellLink, Parts
from model.observations import Nature
from model.pedigree import FigureRef
from tests.builders.books import MARCH, book, counted, every_regency
from tests.builders.pedigree_panels import Shown, published, shown_panel, texts
from tests.builders.source_files import FILE, SOURCE


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return partial(shown_panel, qtbot)


def links(panel: QWidget) -> list[str]:
    return [link.text() for link in panel.findChildren(CellLink)]


def test_a_coverage_shows_formula_inputs_and_the_value_before_rounding(shown: Shown) -> None:
    panel, _ = shown(published())

    said = texts(panel)

    assert "Cakupan · Kalimantan Tengah · per 31 Maret 2025" in said
    assert "46,1670 % sebelum dibulatkan" in said
    assert "Peserta aktif ÷ Potensi × 100" in said
    assert "465.940 ÷ 1.009.250 × 100" in said
    assert links(panel)[:3] == ["Rekap!D21", "Rekap!C21", "Rekap!E21"]


@pytest.mark.parametrize(("reported", "verdict"), [(0.462, "Cocok"), (0.471, "Tidak cocok")])
def test_the_reported_figure_is_held_against_the_recomputed_one(
    shown: Shown, reported: float, verdict: str
) -> None:
    panel, _ = shown(published(reported=reported))

    assert verdict in texts(panel)


def test_a_source_that_reports_no_percentage_is_said_so(shown: Shown) -> None:
    panel, _ = shown(published(reported=None))

    assert "Sumber tidak memuat persentasenya." in texts(panel)
    assert not {"Cocok", "Tidak cocok"} & set(texts(panel))


def test_the_source_is_named_with_sheet_and_moment(shown: Shown) -> None:
    panel, _ = shown(published())

    assert FILE in texts(panel)
    assert "Lembar Rekap, dibaca 2 April 2025 10.14" in texts(panel)


def test_a_sum_lists_its_parts_when_unfolded(shown: Shown) -> None:
    panel, _ = shown(replace(book(every_regency()), sources=(SOURCE,)), "active")
    parts = panel.findChild(Parts)
    assert isinstance(parts, Parts)
    assert parts.toggle.text() == "jumlah dari 14 sel"
    assert not links(panel)

    QTest.keyClick(parts.toggle, Qt.Key.Key_Space)

    assert len(links(panel)) == 14
    assert "Kotawaringin Barat" in texts(panel)


def test_a_derived_input_carries_its_sign_and_says_how_it_was_derived(shown: Shown) -> None:
    rows = [
        replace(found, nature=Nature.DERIVED, note="466.286 ÷ 45,44 %")
        if str(found.measure) == "eligible"
        else found
        for found in counted(active=466_286, eligible=1_026_158)
    ]
    panel, _ = shown(book(rows))

    assert "±1.026.158" in texts(panel)
    assert "466.286 ÷ 45,44 %" in texts(panel)


def test_the_position_before_stands_beside_it(shown: Shown) -> None:
    panel, _ = shown(published())

    assert "Pembanding: 31 Desember 2024" in texts(panel)
    assert "45,44 %" in texts(panel)


def test_a_target_leads_to_its_own_formula(shown: Shown) -> None:
    panel, session = shown(published(), "shortfall", targets="tersirat")
    way = panel.findChild(QWidget, "target_formula")
    assert isinstance(way, QWidget)

    QTest.mouseClick(way, Qt.MouseButton.LeftButton)

    assert session.figure_ref is not None
    assert session.figure_ref.name == "target"
    assert "66,03 % × 1.009.250" in texts(panel)


def test_from_the_formula_of_an_input_one_goes_back_by_the_keyboard_alone(shown: Shown, qtbot: QtBot) -> None:
    panel, session = shown(published(), "shortfall", targets="tersirat")
    panel.activateWindow()
    way = panel.findChild(QWidget, "target_formula")
    assert isinstance(way, QWidget)
    way.setFocus()

    QTest.keyClick(way, Qt.Key.Key_Space)
    back = panel.window().focusWidget()
    assert isinstance(back, QPushButton)
    assert back.text().startswith("Kembali ke Kekurangan")
    QTest.keyClick(back, Qt.Key.Key_Space)

    assert session.figure_ref is not None
    assert session.figure_ref.name == "shortfall"
    assert panel.window().focusWidget().objectName() == "target_formula"


def test_a_difference_is_told_in_percentage_points(shown: Shown) -> None:
    panel, _ = shown(published(reported=0.471), "difference")

    assert "+0,9330 poin persen sebelum dibulatkan" in texts(panel)
    assert "47,1 % − 465.940 ÷ 1.009.250 × 100" in texts(panel)


def test_a_share_has_the_decimals_of_the_table(shown: Shown) -> None:
    panel, _ = shown(published())

    assert "46,17" in texts(panel)


def test_the_fingerprint_of_a_file_has_a_name_in_words(shown: Shown) -> None:
    panel, _ = shown(replace(published(), sources=(replace(SOURCE, sha256="5a5b" * 16),)))

    assert "Sidik berkas (SHA-256) 5a5b5a5b…" in texts(panel)


def test_an_unknown_figure_says_that_its_inputs_are_incomplete(shown: Shown) -> None:
    panel, _ = shown(published(eligible=None))

    assert "Angka ini belum diketahui karena masukannya tidak lengkap." in texts(panel)


def test_a_sum_of_some_regions_points_to_the_regions(shown: Shown) -> None:
    panel, _ = shown(book(counted("62.01", active=1, eligible=2)), region="")

    assert texts(panel)[-1].startswith("Angka ini jumlah wilayah yang ada di buku.")


def test_closing_leaves_the_figure_selected(shown: Shown, qtbot: QtBot) -> None:
    panel, session = shown(published())

    with qtbot.waitSignal(panel.closed):
        QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)

    assert session.figure_ref is not None


def test_escape_closes_it_too(shown: Shown, qtbot: QtBot) -> None:
    panel, session = shown(published())

    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.source.copy_button, Qt.Key.Key_Escape)

    assert session.figure_ref is not None


def test_a_pinned_panel_keeps_its_figure_until_it_is_let_go(shown: Shown) -> None:
    panel, session = shown(published())
    QTest.mouseClick(panel.pin, Qt.MouseButton.LeftButton)

    session.select_figure(FigureRef("active", "62", "", MARCH))
    assert "46,1670 % sebelum dibulatkan" in texts(panel)

    QTest.mouseClick(panel.pin, Qt.MouseButton.LeftButton)
    assert "Jumlah peserta aktif menurut sumber" in texts(panel)


def test_another_book_takes_the_pin_away(shown: Shown) -> None:
    panel, session = shown(published())
    panel.pin.setChecked(True)

    session.show_book(book(counted(active=1, eligible=2)), name="Lain.xlsx")

    assert not panel.is_pinned
    assert "Pilih sebuah angka untuk melihat dari mana asalnya." in texts(panel)


def test_copying_gives_figure_formula_inputs_and_source_as_text(shown: Shown) -> None:
    panel, _ = shown(published())

    QTest.mouseClick(panel.source.copy_button, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text().splitlines() == [
        "Cakupan · Kalimantan Tengah · per 31 Maret 2025",
        "46,17 %",
        "46,1670 % sebelum dibulatkan",
        "Rumus: Peserta aktif ÷ Potensi × 100",
        "465.940 ÷ 1.009.250 × 100",
        "Peserta aktif: 465.940 (Rekap!D21)",
        "Potensi: 1.009.250 (Rekap!C21)",
        "Cakupan dilaporkan: 46,2 % (Rekap!E21)",
        f"Sumber: {FILE}; Lembar Rekap, dibaca 2 April 2025 10.14",
    ]


def test_every_control_has_a_name_for_screen_readers(shown: Shown) -> None:
    panel, _ = shown(published())

    controls = [
        widget for widget in panel.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert len(controls) >= 6
    assert all(control.accessibleName() for control in controls)


def test_nothing_sticks_out_at_the_side(shown: Shown) -> None:
    long_sheet = [
        replace(found, sheet="Rekapitulasi Kepesertaan Triwulan I 2025")
        for found in counted(active=465_940, eligible=1_009_250, reported=0.462)
    ]
    panel, _ = shown(replace(book(long_sheet), sources=(SOURCE,)))

    for link in panel.findChildren(CellLink):
        assert link.mapTo(panel, link.rect().topRight()).x() < panel.width()
