"""Files of people: good ones, wrong ones, long ones. The window stays as it was where a file is of no use."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from resources import FOLDER
from tests.bench.workbooks import long_book, small_table
from tests.journeys.person import LEFT, PATIENCE, Person

pytestmark = pytest.mark.journey


def truncated(path: Path) -> None:
    whole = next((FOLDER / "sample").glob("*.xlsx")).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def text_renamed(path: Path) -> None:
    path.write_text("Rapat koordinasi\nHari Senin, pukul 09.00\n", encoding="utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def without_regions(path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Daftar hadir"], ["Nama", "Tanda tangan"], ["Budi", ""], ["Siti", ""]):
        sheet.append(row)
    workbook.save(path)


def not_a_workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("surat.txt", "bukan buku kerja")


@pytest.mark.parametrize("spoil", [truncated, text_renamed, empty, without_regions, not_a_workbook])
def test_a_file_of_no_use_gets_one_sentence_and_the_window_stays(
    spoil: Callable[[Path], None], person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    person.click("berandaSample")
    person.turn_to("cakupan")
    book, title = person.session.book, person.window.windowTitle()
    path = tmp_path / "Rekap UCJ Maret 2025.xlsx"
    spoil(path)

    person.drop(path)
    qtbot.waitUntil(lambda: bool(person.notice()), timeout=PATIENCE)
    person.wait()

    assert person.notice().endswith(".")
    assert "Traceback" not in person.notice()
    assert person.session.book is book
    assert (person.session.page, person.window.windowTitle()) == ("cakupan", title)


def undated_table(path: Path) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Kabupaten/Kota", "Potensi", "Peserta Aktif"])
    for row in (["Kapuas", 1000, 400], ["Katingan", 800, 500], ["Palangka Raya", 900, 450]):
        sheet.append(row)
    workbook.save(path)
    return path


def test_an_office_table_is_opened_after_its_position_was_answered(person: Person, tmp_path: Path) -> None:
    person.drop(undated_table(tmp_path / "rekap.xlsx"))
    person.wait()

    assert person.session.page == "impor"

    line = person.see(QLineEdit, "periodLine")
    line.setFocus()
    QTest.keyClicks(line, "Maret 2025")
    person.press(Qt.Key.Key_Return)
    person.click("importAccept")

    assert person.session.book is not None
    assert [period.iso for period in person.session.positions] == ["2025-03-31"]


def test_a_question_that_is_not_answered_leaves_everything_as_it_was(person: Person, tmp_path: Path) -> None:
    person.drop(undated_table(tmp_path / "rekap.xlsx"))
    person.wait()
    person.press(Qt.Key.Key_Escape)

    assert person.session.book is None
    assert person.session.page == "beranda"


def test_files_opened_together_are_one_card_that_opens_them_again(person: Person, tmp_path: Path) -> None:
    paths = [
        small_table(tmp_path / "Rekap setahun.xlsx", months=12),
        small_table(tmp_path / "Rekap dua tahun.xlsx", months=24),
    ]
    person.drop(*paths)
    person.wait()
    person.turn_to("beranda")
    person.click("berandaSample")
    person.turn_to("beranda")
    person.click("recentCard")

    assert person.session.name == "Rekap setahun.xlsx +1"
    assert len(person.session.positions) == 24


def test_a_table_with_months_across_is_opened_from_the_recent_list_again(
    person: Person, tmp_path: Path
) -> None:
    path = small_table(tmp_path / "Rekap bulanan.xlsx", months=12)
    person.drop(path)
    person.wait()

    assert person.session.name == "Rekap bulanan.xlsx"
    assert len(person.session.positions) == 12
    assert person.session.settings is not None
    assert [recent.path for recent in person.session.settings.recent] == [str(path)]

    person.turn_to("beranda")
    person.click("berandaSample")
    person.turn_to("beranda")
    person.click("recentCard")

    assert person.session.name == "Rekap bulanan.xlsx"


def test_reading_a_long_file_can_be_cancelled(person: Person, qtbot: QtBot, tmp_path: Path) -> None:
    person.click("berandaSample")
    book = person.session.book
    path = long_book(tmp_path / "panjang.xlsx", 400_000)

    person.drop(path)
    cancel = person.window.findChild(QAbstractButton, "statusCancel")
    assert isinstance(cancel, QAbstractButton)
    qtbot.waitUntil(cancel.isVisible, timeout=PATIENCE)
    QTest.mouseClick(cancel, LEFT)
    person.wait()

    assert person.session.book is book
    assert not cancel.isVisible()
    assert "panjang" not in person.window.windowTitle()
