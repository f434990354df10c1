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
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
@pytest.mark.parametrize("name", ["rekap.csv", "rekap.txt", "rekap.xls"])
def test_every_usual_encoding_under_every_usual_name(tmp_path: Path, encoding: str, name: str) -> None:
    sheet = read(tmp_path, TABLE.encode(encoding), name)

    assert sheet.rows == (("Kab/Kota", "Aktif"), ("Kapuas", "5"), ("Seruyan é", "6"))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_usual_separator_whatever_the_file_is_called(tmp_path: Path, delimiter: str) -> None:
    assert read(tmp_path, TABLE.replace(";", delimiter)).rows[1] == ("Kapuas", "5")


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "sep=;\r"])
def test_a_line_that_announces_the_separator_is_an_empty_row(tmp_path: Path, first: str) -> None:
    sheet = read(tmp_path, f"{first}\nKab/Kota;Cakupan, %\nKapuas;46,2\nSeruyan;40,1\n")

    assert sheet.rows[0] == (None, None)
    assert sheet.rows[2] == ("Kapuas", "46,2")


def test_quotes_hold_separators_lines_and_quotes(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'Kab;"Aktif;\nPU";Ket\r\nKapuas;"1.170";"kata ""baru"""\r\n')

    assert sheet.rows == (("Kab", "Aktif;\nPU", "Ket"), ("Kapuas", "1.170", 'kata "baru"'))


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
        (b"Kab;Aktif\nKapuas;5\0\n", "not_a_workbook"),
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
