import zipfile
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from model.book import Book, Office
from model.excel.book_file import empty_book, read_book, write_book
from model.excel.book_schema import OFFICE_ITEMS, OWN_SOURCE, SHEETS
from model.excel.reader import read_grid
from model.measures import Measure
from model.observations import Observation, table
from model.periods import at_day, quarter, year
from model.regions import regions
from tests.builders.any_book import books, saved, small_book

SAVED = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SAVED
@given(book=books())
def test_a_book_comes_back_as_it_was_written(tmp_path: Path, book: Book) -> None:
    read = saved(book, tmp_path)

    assert read.problems == ()
    pd.testing.assert_frame_equal(read.observations, book.observations)
    assert tuple(source for source in read.sources if source.id != OWN_SOURCE) == book.sources
    assert read.target_sets == book.target_sets
    assert [found.targets for found in read.target_sets] == [found.targets for found in book.target_sets]
    assert read.claims == book.claims
    assert read.office == book.office
    assert read.notes == book.notes
    assert read.recipes == book.recipes
    assert read.aliases == book.aliases
    assert read.read_only == ""


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "#N/A",
        "a\nb",
        "  _x0041_ ",
        "0062",
        "TRUE",
        "2025-03-31",
        "'teks",
        "-",
        "a\x00b\x0bc\ufffe",
        "\r\n",
    ],
)
def test_text_stays_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    row = Observation("62", "", year(2024), Measure.ACTIVE, 1.0, source=OWN_SOURCE, note=text)
    expected = "".join(sign for sign in text if sign >= " " or sign == "\n").replace("\ufffe", "").strip()

    read = saved(Book(observations=table([row])), tmp_path)

    assert read.observations["note"].tolist() == [expected]


def test_every_region_of_the_country_survives_also_where_two_share_a_name(tmp_path: Path) -> None:
    rows = [Observation(code, "", year(2024), Measure.ACTIVE, 1.0) for code in regions()]

    read = saved(Book(observations=table(rows)), tmp_path)

    assert read.observations["region"].tolist() == list(regions())
    assert read.problems == ()


def test_precision_of_a_position_survives(tmp_path: Path) -> None:
    given = [year(2024), quarter(2025, 1), at_day(date(2025, 3, 14)), at_day(date(2025, 3, 31))]
    rows = [Observation("62", "", as_of, Measure.ACTIVE, 1.0) for as_of in given]

    read = saved(Book(observations=table(rows)), tmp_path)

    assert read.observations["precision"].tolist() == ["year", "quarter", "day", "month"]


def test_a_figure_typed_into_the_book_knows_file_hash_and_cell(tmp_path: Path) -> None:
    read = saved(small_book(), tmp_path)
    row = read.observations.iloc[0]
    source = read.source(row["source"])

    assert source is not None
    assert (source.file, len(source.sha256)) == ("buku.xlsx", 64)
    assert (row["sheet"], row["cell"]) == ("Data", "F2")


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "a.xlsx", "0.1.0")
    write_book(small_book(), tmp_path / "b.xlsx", "0.1.0")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_every_owned_sheet_is_an_excel_table_with_a_fixed_header(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    workbook = load_workbook(tmp_path / "buku.xlsx")

    assert workbook.sheetnames == [schema.title for schema in SHEETS]
    for schema in SHEETS:
        sheet = workbook[schema.title]
        table_ = sheet.tables[schema.table]
        headers = [cell.value for cell in sheet[1]]
        assert headers == [column.header for column in schema.columns]
        assert table_.autoFilter is not None
        assert table_.column_names == headers
        assert sheet.freeze_panes == "A2"


def test_cells_are_typed_and_formatted_as_what_they_are(tmp_path: Path) -> None:
    rows = [
        Observation("62", "", at_day(date(2025, 3, 31)), Measure.ACTIVE, 465_940.0),
        Observation("62", "", year(2024), Measure.REPORTED_COVERAGE, 0.4544),
        Observation("62.10", "", year(2024), Measure.ACTIVE, 1.5),
    ]
    write_book(Book(observations=table(rows)), tmp_path / "buku.xlsx", "0.1.0")

    sheet = load_workbook(tmp_path / "buku.xlsx")["Data"]

    assert (sheet["A2"].is_date, sheet["A2"].value) == (True, datetime(2025, 3, 31))
    assert (sheet["F2"].value, sheet["F2"].number_format) == (465_940, "#,##0")
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("2024", "s")
    assert (sheet["F3"].value, sheet["F3"].number_format) == (0.4544, "0.00%")
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("62.10", "s")
    assert sheet["F4"].number_format.startswith("#,##0.0")


def test_segment_measure_and_kind_are_offered_as_choices(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    rules = load_workbook(tmp_path / "buku.xlsx")["Data"].data_validations.dataValidation
    offered = {str(rule.sqref): rule.formula1 for rule in rules}

    assert offered["D2:D1048576"] == '"PU,BPU,JAKON,PMI"'
    assert "Peserta aktif" in offered["E2:E1048576"]
    assert all(len(formula) <= 257 for formula in offered.values())


def test_an_empty_book_explains_every_sheet_and_column(tmp_path: Path) -> None:
    write_book(empty_book(Office(province="62")), tmp_path / "kosong.xlsx", "0.1.0")

    grid_read = read_grid(tmp_path / "kosong.xlsx")
    read = read_book(grid_read)
    about = next(sheet for sheet in grid_read.sheets if sheet.name == "Tentang")
    explained = {row[0]: row[1] for row in about.rows}

    assert len(read.observations) == 0
    assert (read.problems, read.province) == ((), "62")
    for schema in SHEETS:
        assert explained[f"Lembar {schema.title}"]
        assert all(explained[f"{schema.title}: {column.header}"] for column in schema.columns)


def test_an_empty_book_without_an_office_is_a_book_too(tmp_path: Path) -> None:
    read = saved(Book(), tmp_path)

    assert (read.office, read.problems) == (Office(), ())


def test_the_zip_carries_no_time_of_writing(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    with zipfile.ZipFile(tmp_path / "buku.xlsx") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_every_setting_of_the_office_has_a_row_and_a_meaning(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    office = next(sheet for sheet in read_grid(tmp_path / "buku.xlsx").sheets if sheet.name == "Kantor")
    labels = {row[0] for row in office.rows}

    assert {label for label, _ in OFFICE_ITEMS.values()} <= labels
    assert all(meaning for _, meaning in OFFICE_ITEMS.values())
