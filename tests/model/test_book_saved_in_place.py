from dataclasses import replace
from pathlib import Path

import pytest

from model.atomic_write import write_atomically
from model.book import Book
from model.errors import UnusableFileError
from model.excel.book_file import read_book, write_book
from model.excel.book_saving import kept_path, save_book
from model.excel.book_splice import spliced
from model.excel.grid import Grid
from model.excel.reader import read_grid
from model.excel.workbook_parts import Package
from tests.builders.any_book import small_book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")
    return tmp_path / "buku.xlsx"


def opened(path: Path) -> tuple[Book, str]:
    grid = read_grid(path)
    return read_book(grid), grid.sha256


def with_value(book: Book, value: float) -> Book:
    frame = book.observations.copy()
    frame.loc[0, "value"] = value
    return replace(book, observations=frame)


def test_a_saved_edit_is_there_and_the_version_before_is_kept(path: Path) -> None:
    book, known = opened(path)
    before = path.read_bytes()

    now = save_book(with_value(book, 80_000), path, "0.1.0", known=known)

    read, found = opened(path)
    assert read.observations["value"].tolist() == [80_000]
    assert found == now
    assert kept_path(path).read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["buku.xlsx", "buku.xlsx.cadangan"]


def test_two_saves_after_each_other_know_what_they_wrote(path: Path) -> None:
    book, known = opened(path)
    now = save_book(with_value(book, 1), path, "0.1.0", known=known)
    save_book(with_value(book, 2), path, "0.1.0", known=now)

    assert opened(path)[0].observations["value"].tolist() == [2]
    assert read_book(read_grid(kept_path(path))).observations["value"].tolist() == [1]


def test_nothing_to_save_writes_nothing(path: Path) -> None:
    book, known = opened(path)
    before = path.stat()

    assert save_book(book, path, "0.1.0", known=known) == known
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert not kept_path(path).exists()


def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(path: Path) -> None:
    book, known = opened(path)
    save_book(with_value(book, 1), path, "0.1.0", known=known)

    with pytest.raises(UnusableFileError) as raised:
        save_book(with_value(book, 2), path, "0.1.0", known=known)

    assert raised.value.code == "changed_on_disk"
    assert opened(path)[0].observations["value"].tolist() == [1]


def test_a_workbook_that_is_no_book_is_never_written(tmp_path: Path) -> None:
    source = tmp_path / "rekap.csv"
    source.write_text("Kabupaten;Aktif\nKapuas;5\n", encoding="utf-8")

    with pytest.raises(UnusableFileError) as raised:
        save_book(small_book(), source, "0.1.0", known=read_grid(source).sha256)

    assert raised.value.code == "no_own_book"
    assert source.read_text(encoding="utf-8") == "Kabupaten;Aktif\nKapuas;5\n"


def test_what_does_not_read_back_is_not_put_in_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, known = opened(path)
    before = path.read_bytes()
    torn = spliced(before, read_grid(path), with_value(book, 4), "0.1.0")

    def tears(content: bytes, grid: Grid, wanted: Book, version: str) -> bytes:
        return torn if content == before else spliced(content, grid, wanted, version)

    monkeypatch.setattr("model.excel.book_saving.spliced", tears)

    with pytest.raises(UnusableFileError) as raised:
        save_book(with_value(book, 3), path, "0.1.0", known=known)

    assert raised.value.code == "not_verified"
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["buku.xlsx"]


@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_a_step_that_fails_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = path.read_bytes()

    def fails(self: Path, *rest: object) -> None:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, step, fails)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["buku.xlsx"]


def test_a_book_whose_parts_another_program_spells_otherwise_is_saved_all_the_same(path: Path) -> None:
    package = Package.of(path.read_bytes(), path.name)
    links = package.parts["xl/_rels/workbook.xml.rels"]
    package.parts["xl/_rels/workbook.xml.rels"] = links.replace(b"/xl/worksheets/", b"/XL/Worksheets/")
    path.write_bytes(package.content())
    book, known = opened(path)

    save_book(with_value(book, 80_000), path, "0.1.0", known=known)

    assert opened(path)[0].observations["value"].tolist() == [80_000]
    assert b"/XL/Worksheets/" in Package.of(path.read_bytes(), path.name).parts["xl/_rels/workbook.xml.rels"]
