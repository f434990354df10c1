"""Tables as text: whatever their encoding, their separators and the name they go by."""

from pathlib import Path

import pytest

from model.errors import UnusableFileError
from model.excel import text_file
from model.excel.grid import Sheet
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.excel.text_file import decoded, encoding_of
from model.measures import Measure
from tests.builders.office import figures

TABLE = "Kab/Kota;Aktif\nKapuas;5\nSeruyan é;6\n"


def read(folder: Path, content: str | bytes, name: str = "rekap.csv") -> Sheet:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (only,) = read_grid(path).sheets
    return only


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
@pytest.mark.parametrize("name", ["rekap.csv", "rekap.txt", "rekap.xls"])
def test_every_usual_encoding_under_every_usual_name(tmp_path: Path, encoding: str, name: str) -> None:
    sheet = read(tmp_path, TABLE.encode(encoding), name)

    assert sheet.rows == (("Kab/Kota", "Aktif"), ("Kapuas", "5"), ("Seruyan é", "6"))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_usual_separator_whatever_the_file_is_called(tmp_path: Path, delimiter: str) -> None:
    assert read(tmp_path, TABLE.replace(";", delimiter)).rows[1] == ("Kapuas", "5")


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "sep=;\r", "sep= ;"])
def test_a_line_that_announces_the_separator_is_an_empty_row(tmp_path: Path, first: str) -> None:
    sheet = read(tmp_path, f"{first}\nKab/Kota;Cakupan, %\nKapuas;46,2\nSeruyan;40,1\n")

    assert sheet.rows[0] == (None, None)
    assert sheet.rows[2] == ("Kapuas", "46,2")


def test_quotes_hold_separators_lines_and_quotes(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'Kab;"Aktif;\nPU";Ket\r\nKapuas;"1.170";"kata ""baru"""\r\n')

    assert sheet.rows == (("Kab", "Aktif;\nPU", "Ket"), ("Kapuas", "1.170", 'kata "baru"'))


def test_spaces_between_a_separator_and_a_quote_mean_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, 'Kab, Aktif\nKapuas, "1,170"\n').rows == (("Kab", "Aktif"), ("Kapuas", "1,170"))
    assert read(tmp_path, "Kab;Aktif\n  Kec. Selat;5\n").rows[1] == ("  Kec. Selat", "5")


def test_what_a_portal_wrote_as_a_formula_so_that_it_stays_text_is_that_text(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'Kode;Kab;Aktif\n="62.03";Kapuas;"=""1170"""\n')

    assert sheet.rows[1] == ("62.03", "Kapuas", "1170")


def test_marks_around_a_text_are_none_of_its_cells(tmp_path: Path) -> None:
    sheet = read(tmp_path, b"\xef\xbb\xbf\xef\xbb\xbfKab;Aktif\nKapuas;5\n\x1a")

    assert sheet.rows == (("Kab", "Aktif"), ("Kapuas", "5"))


@pytest.mark.parametrize(
    "text",
    [
        "Kab/Kota,2024,2025\nKapuas,5,6\n",
        'Kab/Kota,Aktif\nKapuas,"1,170"\nSeruyan,5\n',
        "Kab/Kota,Aktif,\nKapuas,1170,5\n",
        "Kab/Kota,Aktif\nKapuas,5,lihat catatan\n",
        "Kab/Kota,Aktif\n,2024,2025\nKapuas,5,6\n",
        "Kab/Kota,Aktif\n" + "Kapuas,5\n" * 5 + "Sumber: BPS, Sakernas Agustus, 2025\n",
        "Rekap Kalteng,2025\nKab/Kota,PU,BPU\nKapuas,5,6\n",
    ],
)
def test_commas_that_part_columns_only_tear_nothing(tmp_path: Path, text: str) -> None:
    assert any(row[0] == "Kapuas" for row in read(tmp_path, text).rows)


@pytest.mark.parametrize("name", ["rekap.dat", "rekap", "rekap.fods"])
def test_a_file_of_another_kind_is_to_be_saved_as_a_workbook_first(tmp_path: Path, name: str) -> None:
    flat = '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><table:table/>'
    with pytest.raises(UnusableFileError) as caught:
        read(tmp_path, flat if name.endswith("fods") else TABLE, name)

    assert caught.value.code == "unknown_kind"
    assert ".xlsx" in str(caught.value)


def test_rows_of_different_length_are_made_equal(tmp_path: Path) -> None:
    assert read(tmp_path, "Judul\n\nKab;Aktif;Ket\nKapuas;5\n").rows == (
        ("Judul", None, None), (None, None, None), ("Kab", "Aktif", "Ket"), ("Kapuas", "5", None),
    )  # fmt: skip


def test_an_error_that_excel_wrote_out_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "UCJ Maret 2025.csv"
    path.write_text("Kab/Kota;Aktif\nKapuas;#REF!\nSeruyan;6\n")
    book = read_file(path)

    assert read_grid(path).sheets[0].errors == {(1, 1): "#REF!"}
    assert figures(book, Measure.ACTIVE) == {"62.03": None, "62.07": 6}
    assert [problem.place for problem in book.problems if problem.code == "error_cell"] == [
        "UCJ Maret 2025!B2"
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'Kab;Aktif\n"' + b"x" * 2_000_000, "unreadable_text"),
        (b"Kab;Aktif\nKapuas;5\0\n", "damaged"),
        (b'Kab;Aktif\n"Kapuas;5\nSeruyan;6\nKatingan;7\n', "unreadable_text"),
        (b"Kab/Kota,Aktif\nKapuas,1,170\nSeruyan,2,345\n", "torn_numbers"),
        (b"Kab/Kota,Cakupan (%)\nKapuas,46,2\nSeruyan,45\n", "torn_numbers"),
        (b"Kab" + b";" * 20_000 + b"\nKapuas;5\n", "too_large"),
        (b";" * 10_000 + b"\n" + b"a;1\n" * 20_000, "far_cell"),
    ],
)
def test_a_text_of_no_use_is_said_to_be(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        read(tmp_path, content)

    assert caught.value.code == code


@pytest.mark.parametrize("cut", range(4))
def test_a_beginning_cut_within_a_letter_is_still_utf_8(cut: int) -> None:
    content = ("é" * 20 + "€").encode()

    assert encoding_of(content[: len(content) - cut]) == "utf-8"
    assert decoded(content) == "é" * 20 + "€"


def test_empty_rows_at_the_end_are_none(tmp_path: Path) -> None:
    assert len(read(tmp_path, TABLE + "\n" * 1000 + ";\n" * 10).rows) == 3


def test_more_rows_than_a_table_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_file, "MOST_ROWS", 2)
    with pytest.raises(UnusableFileError) as caught:
        read(tmp_path, TABLE)

    assert caught.value.code == "too_large"
