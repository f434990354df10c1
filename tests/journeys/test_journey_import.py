"""Office tables that the program cannot know all about: asked once, remembered, never guessed."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.imports import Verdict
from gui.pages.impor import ImporPage
from gui.widgets.decision_fields import CalmCombo
from model.region_names import MatchStatus, match_region
from model.regions import regencies
from tests.builders.locked_books import locked_xlsx
from tests.journeys.person import PATIENCE, Person

pytestmark = pytest.mark.journey

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
STRANGE = "Pulpis Raya"
NAMES = [region.name if region.code != "62.11" else STRANGE for region in regencies("62")]


def rekap(path: Path, month: str = "", *, names: list[str] | None = None, base: int = 1000) -> Path:
    """An office's table: a title, a header, 14 regencies; without a *month* nobody can know its position."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Rekap"
    sheet.append(["REKAP KEPESERTAAN PROVINSI KALIMANTAN TENGAH"])
    sheet.append([f"Keadaan {month} 2025" if month else "Keadaan terakhir"])
    sheet.append(["No", "Kabupaten/Kota", "Potensi", "Peserta Aktif"])
    for number, name in enumerate(names or NAMES, 1):
        sheet.append([number, name, base + 10 * number, base // 2 + number])
    workbook.save(path)
    return path


def importing(person: Person) -> ImporPage:
    """The page of the import, which is in view."""
    page = person.window.page
    assert isinstance(page, ImporPage)
    return page


def dropped(person: Person, *paths: Path) -> ImporPage:
    """Drop files on the window and wait for the page that asks."""
    person.drop(*paths)
    person.wait()
    assert person.session.page == "impor"
    return importing(person)


def type_position(person: Person, text: str) -> None:
    line = person.see(QLineEdit, "periodLine")
    line.setFocus()
    QTest.keyClicks(line, text)
    person.press(Qt.Key.Key_Return)


def choose_region(person: Person, text: str) -> None:
    """Open the list of the first name that is not known and choose with the keyboard."""
    combo = next(one for one in importing(person).talk.findChildren(CalmCombo) if one.currentIndex() < 0)
    combo.setFocus()
    person.press(Qt.Key.Key_Down)
    combo.view().setCurrentIndex(combo.model().index(combo.findText(text), 0))
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    person.wait()


def positions(person: Person) -> list[str]:
    return [period.iso for period in person.session.positions]


def regions_of(person: Person) -> set[str]:
    assert person.session.book is not None
    return set(person.session.book.observations["region"])


def test_from_a_file_to_a_book_with_two_questions_answered(person: Person, tmp_path: Path) -> None:
    assert match_region(STRANGE, "62").status is not MatchStatus.MATCH
    page = dropped(person, rekap(tmp_path / "Rekap terbaru.xlsx"))
    assert not page.footer.accept.isEnabled()

    type_position(person, "Maret 2025")
    choose_region(person, "Kab. Pulang Pisau")
    assert page.preview.said.text().startswith("28 angka, 14 wilayah, 1 posisi")
    person.click("importAccept")

    assert positions(person) == ["2025-03-31"]
    assert {"62.11", "62.01"} <= regions_of(person)
    assert person.session.page == "ringkasan"
    assert not person.window.navigation.item("impor").isVisible()


def test_one_can_look_elsewhere_and_come_back(person: Person, tmp_path: Path) -> None:
    person.click("berandaSample")
    page = dropped(person, rekap(tmp_path / "Rekap terbaru.xlsx"))
    type_position(person, "Maret 2025")

    person.turn_to("data")
    assert person.turn_to("impor") is page

    assert [card.findChild(QLineEdit).text() for card in page.talk.questions[:1]] == ["31 Maret 2025"]  # type: ignore[union-attr]
    choose_region(person, "Kab. Pulang Pisau")
    assert page.footer.accept.isEnabled()


def test_the_same_form_next_month_asks_nothing(person: Person, tmp_path: Path) -> None:
    dropped(person, rekap(tmp_path / "Rekap Maret.xlsx", "31 Maret"))
    choose_region(person, "Kab. Pulang Pisau")
    person.click("importAccept")

    person.drop(rekap(tmp_path / "Rekap April.xlsx", "30 April"))
    person.wait()

    assert person.session.page != "impor"
    assert positions(person) == ["2025-04-30"]
    assert "62.11" in regions_of(person)


def test_a_folder_of_twelve_months_is_one_book(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    folder.mkdir()
    for number, month in enumerate(MONTHS, 1):
        rekap(folder / f"{number:02} {month}.xlsx", month, base=1000 + number)

    page = dropped(person, folder)
    assert page.files.files.rowCount() == 12
    assert {page.files.files.verdict(row) for row in range(12)} == {"1 pertanyaan"}
    choose_region(person, "Kab. Pulang Pisau")
    assert {file.verdict for file in person.session.imports.files} == {Verdict.UNDERSTOOD}
    person.click("importAccept")

    assert len(positions(person)) == 12
    assert positions(person)[0] == "2025-01-31"


def test_giving_up_leaves_everything_as_it_was(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.click("berandaSample")
    person.turn_to("cakupan")
    book = person.session.book
    page = dropped(person, rekap(tmp_path / "Rekap.xlsx"))

    person.press(Qt.Key.Key_Escape)

    assert page is not person.window.page
    assert (person.session.book, person.session.page) == (book, "cakupan")
    assert not person.session.imports.is_active


def test_a_wrong_password_is_said_and_the_right_one_opens(
    person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    plain = rekap(tmp_path / "asli.xlsx", "31 Maret", names=[region.name for region in regencies("62")])
    path = tmp_path / "Rekap terkunci.xlsx"
    path.write_bytes(locked_xlsx(plain.read_bytes(), "rahasia"))
    page = dropped(person, path)

    QTest.keyClicks(person.see(QLineEdit, "passwordLine"), "salah")
    person.press(Qt.Key.Key_Return)
    assert page.bodies.password.wrong.isVisible()

    page.bodies.password.line.selectAll()
    QTest.keyClicks(page.bodies.password.line, "rahasia")
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.session.imports.files[0].result is not None, timeout=PATIENCE)
    person.wait()
    assert page.bodies.password.line.text() == ""
    person.click("importAccept")

    assert positions(person) == ["2025-03-31"]


PORTAL = """<html><head><meta charset="utf-8"></head><body><table>
<tr><td colspan="4">Rekap Peserta Provinsi Kalimantan Tengah Keadaan 31 Maret 2025</td></tr>
<tr><td><table border="1"><tr><th>Kabupaten/Kota</th></tr>{names}</table></td>
<td><table border="1"><tr><th>Potensi</th><th>Peserta Aktif</th></tr>{figures}</table></td></tr>
</table></body></html>"""


def test_a_page_of_a_portal_that_is_called_xls(person: Person, tmp_path: Path) -> None:
    names = "".join(f"<tr><td>{region.name}</td></tr>" for region in regencies("62"))
    figures = "".join(f"<tr><td>{1000 + number}</td><td>{400 + number}</td></tr>" for number in range(14))
    path = tmp_path / "unduhan.xls"
    path.write_text(PORTAL.format(names=names, figures=figures), encoding="utf-8")

    person.drop(path)
    person.wait()

    assert positions(person) == ["2025-03-31"]
    assert len(regions_of(person)) == 14


def test_answers_are_asked_about_before_they_are_lost(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(*arguments: object, **options: object) -> bool:
        asked.append("ya")
        return False

    monkeypatch.setattr(dialogs, "confirm", refuse)
    dropped(person, rekap(tmp_path / "Rekap.xlsx"))
    type_position(person, "Maret 2025")

    person.click("importCancel")

    assert asked == ["ya"]
    assert person.session.page == "impor"
