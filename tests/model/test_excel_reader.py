"""From a file to cells with addresses, and from a file to a book."""

import datetime
import hashlib
from pathlib import Path

import openpyxl
import pytest

from model.errors import UnusableFileError
from model.excel.grid import Cell, Merge
from model.excel.read import read_file, read_tables
from model.excel.reader import read_grid
from model.measures import Measure
from model.progress import Cancelled
from tests.builders.broken_files import ods, xlsx
from tests.builders.office import TITLE, Line, body, codes, figures, grid, positions, read, sheet, workbook

LINES: list[Line] = [[TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([1000, 2000], [400, 900])]


def test_addresses_hold_where_the_sheet_begins_late(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page["C3"] = "kiri"
    page["D5"] = 1.5
    page["D6"] = datetime.date(2025, 3, 31)
    page["E5"] = True
    page.merge_cells("C3:D3")
    made.save(path)
    read_back = read_grid(path)

    (only,) = read_back.sheets
    assert only.cell(2, 2) == "kiri"
    assert only.cell(4, 3) == 1.5
    assert only.cell(5, 3) == datetime.date(2025, 3, 31)
    assert only.cell(4, 4) is True
    assert only.cell(0, 0) is None
    assert {len(row) for row in only.rows} == {5}
    assert only.merges == (Merge(2, 2, 2, 3),)
    assert read_back.file == "rekap.xlsx"
    assert read_back.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_hidden_sheets_are_told_apart(tmp_path: Path) -> None:
    path = workbook(tmp_path / "rekap.xlsx", *LINES, sheets=["Rekap", "Salinan"])
    made = openpyxl.load_workbook(path)
    made["Salinan"].sheet_state = "hidden"
    made.save(path)
    made.close()

    assert [found.visible for found in read_grid(path).sheets] == [True, False]
    assert "sheet_hidden" in codes(read_file(path))


def test_an_error_cell_is_not_a_number(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(xlsx('<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1"><v>5</v></c></row>'))
    (only,) = read_grid(path).sheets

    assert only.rows == ((None, 5.0),)


def test_open_document_sheets_are_read(tmp_path: Path) -> None:
    path = tmp_path / "rekap.ods"
    path.write_bytes(
        ods(
            "<table:table-row><table:table-cell/><table:table-cell"
            ' office:value-type="string"><text:p>Kapuas</text:p></table:table-cell>'
            '<table:table-cell office:value-type="float" office:value="5"/></table:table-row>'
        )
    )
    (only,) = read_grid(path).sheets

    assert only.rows[0][1:3] == ("Kapuas", 5.0)


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ";"), ("utf-8", ","), ("cp1252", ";"), ("utf-16", "\t")]
)
def test_delimited_text_of_every_usual_kind(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = [
        "Keadaan per 31 Maret 2025 – résumé",
        "Kab/Kota;Potensi;Aktif",
        "Kapuas;1.170;46",
        "Seruyan;1132;9",
    ]
    path = tmp_path / "rekap.csv"
    path.write_bytes("\r\n".join(lines).replace(";", delimiter).encode(encoding))
    book = read_file(path)

    assert read_grid(path).sheets[0].name == "rekap"
    assert figures(book, Measure.ELIGIBLE) == {"62.03": 1170, "62.07": 1132}
    assert positions(book) == ["2025-03-31"]


def test_a_decimal_comma_does_not_split_a_semicolon_file(tmp_path: Path) -> None:
    path = tmp_path / "UCJ Maret 2025.csv"
    path.write_text("sep=;\nKab/Kota;Cakupan (%)\nKapuas;46,2\nSeruyan;40,1\n", encoding="utf-8")
    book = read_file(path)

    assert figures(book, Measure.REPORTED_COVERAGE) == {"62.03": 0.462, "62.07": 0.401}
    assert set(book.observations["cell"]) == {"B3", "B4"}


def test_every_figure_knows_its_file_and_its_sha(tmp_path: Path) -> None:
    path = workbook(tmp_path / "Rekap Maret.xlsx", *LINES)
    book = read_file(path)

    (source,) = book.sources
    assert source.file == "Rekap Maret.xlsx"
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.read_at is None
    assert set(book.observations["source"]) == {source.id}
    assert figures(book, Measure.ACTIVE) == {"62.01": 400, "62.02": 900}


def test_a_sheet_a_month_takes_the_position_from_the_sheets_name(tmp_path: Path) -> None:
    lines: list[Line] = [["Rekap Tahun 2025"], [], ["No", "Kab/Kota", "Aktif"], *body([1, 2])]
    path = workbook(tmp_path / "rekap.xlsx", *lines, sheets=["Jan", "Februari", "Mar"])

    assert positions(read_file(path)) == ["2025-01-31", "2025-02-28", "2025-03-31"]


def test_a_title_that_contradicts_the_sheets_name_is_said() -> None:
    lines: list[Line] = [["Keadaan Januari 2025"], [], ["No", "Kab/Kota", "Aktif"], *body([1, 2])]
    book = read_tables(grid(sheet(*lines, name="Februari 2025")))

    assert "position_contradicted" in codes(book)


def test_reading_stops_when_the_report_says_so(tmp_path: Path) -> None:
    path = workbook(tmp_path / "rekap.xlsx", *LINES)
    for stop_at in range(3):
        calls: list[int] = []

        def report(done: int, total: int, calls: list[int] = calls, stop_at: int = stop_at) -> None:
            assert 0 <= done <= total
            calls.append(done)
            if len(calls) > stop_at:
                raise Cancelled

        with pytest.raises(Cancelled):
            read_file(path, report=report)


def test_progress_never_goes_back(tmp_path: Path) -> None:
    shares: list[float] = []
    path = workbook(tmp_path / "rekap.xlsx", *LINES, sheets=["Jan 2025", "Feb 2025"])

    read_file(path, report=lambda done, total: shares.append(done / total))

    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize("header", ["NIK", "NIK/No. KTP", "Nama Ibu Kandung", "Nama Lengkap", "Tgl. Lahir"])
def test_a_list_of_persons_is_not_read_and_not_quoted(header: str) -> None:
    secret = "Siti Contoh"
    with pytest.raises(UnusableFileError) as caught:
        read(["Kab/Kota", header, "Aktif"], ["Kapuas", secret, 1], ["Seruyan", secret, 2])

    assert caught.value.code == "personal_data"
    assert secret not in str(caught.value)


@pytest.mark.parametrize("number", ["6203010101700001", 6203010101700001.0, "62 0301 010170 0001"])
def test_sixteen_digit_columns_are_persons_whatever_their_header(number: Cell) -> None:
    person: Line = [number, "Kapuas", 1]
    persons = sheet(["Kode", "Kab/Kota", "Aktif"], *([person] * 4), name="BNBA")
    book = read_tables(grid(sheet(*LINES), persons))

    assert "personal_data" in codes(book)
    assert set(book.observations["sheet"]) == {"Rekap"}
    assert not any("6203" in problem.text().replace(" ", "") for problem in book.problems)


def test_a_file_without_regions_says_so(tmp_path: Path) -> None:
    path = workbook(tmp_path / "gaji.xlsx", ["Nama barang", "Harga"], ["Pensil", 2000], ["Buku", 5000])
    with pytest.raises(UnusableFileError, match="tidak ditemukan tabel") as caught:
        read_file(path)

    assert caught.value.code == "nothing_recognised"


def test_an_empty_sheet_beside_a_table_is_nothing_to_mention(tmp_path: Path) -> None:
    path = workbook(tmp_path / "rekap.xlsx", *LINES)
    made = openpyxl.load_workbook(path)
    made.create_sheet("Sheet2")
    made.create_sheet("Catatan").append(["Harap dibaca"])
    made.save(path)
    made.close()

    assert [
        (problem.code, problem.sheet) for problem in read_file(path).problems if problem.sheet != "Rekap"
    ] == [("sheet_not_recognised", "Catatan")]
