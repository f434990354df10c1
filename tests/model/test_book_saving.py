import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from model.errors import UnusableFileError
from model.excel.book_file import is_coverage_book, read_book, write_book
from model.excel.book_migrations import format_version, migrated
from model.excel.book_schema import FORMAT_VERSION
from model.excel.grid import Grid, Sheet
from tests.builders.any_book import small_book
from tests.builders.workbooks import data_grid, data_row, grid, with_version


def test_a_newer_book_opens_for_reading_only(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "9.0")

    read = read_book(with_version(tmp_path / "buku.xlsx", FORMAT_VERSION + 1))

    assert "hanya untuk dibaca" in read.read_only
    assert [problem.code for problem in read.problems] == ["book_newer"]
    assert len(read.observations) == 1


def test_a_version_that_cannot_be_read_is_said_and_the_book_read(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    read = read_book(with_version(tmp_path / "buku.xlsx", "satu"))

    assert [problem.code for problem in read.problems] == ["book_version_unreadable"]
    assert (len(read.observations), read.read_only) == (1, "")


def test_an_older_book_is_brought_forward_step_by_step() -> None:
    def renamed(old: str, new: str, book: Grid) -> Grid:
        sheets = tuple(
            Sheet(
                sheet.name, tuple(tuple(new if cell == old else cell for cell in row) for row in sheet.rows)
            )
            for sheet in book.sheets
        )
        return replace(book, sheets=sheets)

    steps = {
        1: lambda book: renamed("Jumlah orang", "Banyaknya", book),
        2: lambda book: renamed("Banyaknya", "Nilai", book),
    }
    header = ("Posisi", "Kode", "Ukuran", "Jumlah orang")
    oldest = data_grid((date(2025, 3, 31), "62", "Potensi", 1_009_250), header=header)

    found = read_book(migrated(oldest, 1, steps, current=3)).observations

    assert found["value"].tolist() == [1_009_250]
    assert migrated(oldest, 3, steps, current=3) is oldest
    assert migrated(oldest, 4, steps, current=3) is oldest


def test_a_workbook_without_our_sheets_is_no_book() -> None:
    office_table = grid({"Rekap": [("Kabupaten", "Potensi"), ("Kapuas", 10)]})

    assert not is_coverage_book(office_table)
    with pytest.raises(UnusableFileError, match=r"buku\.xlsx bukan buku cakupan") as caught:
        read_book(office_table)
    assert caught.value.code == "not_a_book"


def test_a_sheet_data_with_our_columns_is_enough_to_be_a_book() -> None:
    assert is_coverage_book(data_grid(data_row(kode="62.03")))
    assert format_version(data_grid(data_row(kode="62.03"))) is None


def test_the_version_alone_is_enough_to_be_a_book() -> None:
    book = grid({"Tentang": [("Butir", "Isi"), ("Versi format", "1")]})

    assert is_coverage_book(book)
    assert [problem.code for problem in read_book(book).problems] == ["book_no_data"]


def test_a_failed_replace_leaves_the_old_book_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"lama")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UnusableFileError, match=r"buku\.xlsx tidak dapat ditulis") as caught:
        write_book(small_book(), path, "0.1.0")

    assert caught.value.code == "not_writable"
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_book_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"lama")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnusableFileError):
        write_book(small_book(), path, "0.1.0")

    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_one_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError, match="tidak dapat ditulis"):
        write_book(small_book(), tmp_path / "tidak" / "ada" / "buku.xlsx", "0.1.0")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="no folder is read-only to root")
def test_a_read_only_folder_keeps_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"lama")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(UnusableFileError):
            write_book(small_book(), path, "0.1.0")
    finally:
        tmp_path.chmod(0o755)

    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]
