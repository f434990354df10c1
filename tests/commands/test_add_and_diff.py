"""``cakupan add`` and ``cakupan diff`` as a script drives them."""

import io
import json
import random
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from gui.commands import run_command
from model.excel.book_file import read_book, write_book
from model.excel.book_saving import kept_path
from model.excel.reader import read_grid
from tests.builders.books import MARCH, book, counted
from tests.builders.broken_files import xlsx
from tests.builders.hostile_files import TABLE, rows_xml
from tests.builders.locked_books import locked_xlsx
from tests.builders.own_workbooks import FOREIGN, with_everything


def saved(path: Path, active: float) -> Path:
    write_book(book(counted("62.03", active=active, eligible=164_619, as_of=MARCH)), path, "1.0")
    return path


def rekap(path: Path, name: str = "Kapuas", active: int = 80_000) -> Path:
    lines = ["Rekap 30 Juni 2025", "Kabupaten/Kota;Potensi;Peserta aktif", f"{name};165000;{active}"]
    path.write_text("\n".join([*lines, "Katingan;60000;24000", "Seruyan;63000;39000"]), encoding="utf-8")
    return path


def test_files_are_added_to_a_book_and_everything_else_in_it_stays(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "buku.xlsx"
    before = with_everything(book(counted("62.03", active=73_884, eligible=164_619, as_of=MARCH)), path)

    code = run_command(["add", str(path), str(rekap(tmp_path / "juni.csv"))])

    assert (code, capsys.readouterr().out) == (0, "6 angka ditambahkan ke buku.xlsx.\n")
    again = read_book(read_grid(path))
    assert len(again.observations) == 8
    assert "juni.csv" in [source.file for source in again.sources]
    assert kept_path(path).read_bytes() == before
    with zipfile.ZipFile(path) as packed:
        assert {name: packed.read(name) for name in FOREIGN} == FOREIGN


def test_the_same_file_a_second_time_adds_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path, file = saved(tmp_path / "buku.xlsx", 73_884), rekap(tmp_path / "juni.csv")
    run_command(["add", str(path), str(file)])
    capsys.readouterr()

    run_command(["add", str(path), str(file)])

    assert capsys.readouterr().out == "0 angka ditambahkan ke buku.xlsx.\n"


def test_a_file_with_a_question_leaves_the_book_as_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = saved(tmp_path / "buku.xlsx", 73_884)
    before = path.read_bytes()

    code = run_command(["add", str(path), str(rekap(tmp_path / "juni.csv", "Pulpis Raya"))])

    assert code == 3
    assert "masih menyisakan pertanyaan" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_book_of_another_province_takes_nothing_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = saved(tmp_path / "buku.xlsx", 73_884)
    before = path.read_bytes()

    code = run_command(["add", str(path), str(rekap(tmp_path / "juni.csv")), "--province", "61"])

    assert code == 2
    assert "Kalimantan Barat" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_one_password_opens_every_file_of_a_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, locked = saved(tmp_path / "buku.xlsx", 73_884), tmp_path / "Rekap 30 Juni 2025.xlsx"
    noise = {"xl/media/a.bin": random.Random(1).randbytes(9000)}
    locked.write_bytes(locked_xlsx(xlsx(rows_xml(TABLE), extra=noise), "rahasia"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("rahasia\n"))

    code = run_command(["add", str(path), str(locked), "--password"])

    assert code in {0, 1}
    assert "angka ditambahkan ke buku.xlsx" in capsys.readouterr().out


def test_only_a_coverage_book_takes_figures_in(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, other = rekap(tmp_path / "a.csv"), rekap(tmp_path / "b.csv")

    assert run_command(["add", str(source), str(other)]) == 3
    assert "a.csv bukan buku cakupan" in capsys.readouterr().err


def test_the_differences_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    old, new = saved(tmp_path / "lama.xlsx", 73_884), saved(tmp_path / "baru.xlsx", 74_000)
    run_command(["add", str(new), str(rekap(tmp_path / "juni.csv"))])
    capsys.readouterr()

    code = run_command(["diff", str(old), str(new), "--format", "json"])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert list(found) == ["restated", "changed", "added", "removed"]
    assert found["restated"] == [
        {
            "as_of": "2025-03-31", "code": "62.03", "segment": None, "measure": "active",
            "old": 73_884, "new": 74_000, "old_vintage": None, "new_vintage": None,
        }
    ]  # fmt: skip
    assert (len(found["added"]), found["removed"]) == (6, [])


def test_the_differences_as_sentences(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    old, new = saved(tmp_path / "lama.xlsx", 73_884), saved(tmp_path / "baru.xlsx", 74_000)

    run_command(["diff", str(old), str(new)])
    assert capsys.readouterr().out == (
        "Angka posisi terbaru yang diubah (1):\n"
        "  Peserta aktif Kapuas per 31 Maret 2025: 73.884 menjadi 74.000\n"
    )

    run_command(["diff", str(old), str(old)])
    assert capsys.readouterr().out == "Tidak ada perbedaan angka.\n"


def test_two_books_are_compared_and_neither_one_nor_three(tmp_path: Path) -> None:
    path = saved(tmp_path / "buku.xlsx", 1)

    assert run_command(["diff", str(path)]) == 2
    assert run_command(["diff", str(path), str(path), str(path)]) == 2


def test_what_the_book_remembers_answers_and_a_contradiction_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "buku.xlsx"
    known = book(counted("62.03", active=73_884, eligible=164_619, as_of=MARCH))
    write_book(replace(known, aliases={"pulpis raya": "62.11"}), path, "1.0")

    run_command(["add", str(path), str(rekap(tmp_path / "juni.csv", "Pulpis Raya"))])
    assert capsys.readouterr() == ("6 angka ditambahkan ke buku.xlsx.\n", "")
    code = run_command(["add", str(path), str(rekap(tmp_path / "juli.csv", "Pulpis Raya", active=81_000))])

    said = capsys.readouterr()
    assert code == 1
    assert said.out == "1 angka ditambahkan ke buku.xlsx.\n"
    assert "tercatat dua kali dengan angka berbeda: 80.000" in said.err
    assert len(said.err.splitlines()) == 1


def test_errors_of_the_books_that_are_compared_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    old, new = saved(tmp_path / "lama.xlsx", 73_884), rekap(tmp_path / "baru.csv", "Pulpis Raya")

    code = run_command(["diff", str(old), str(new)])

    assert code == 1
    assert "Pulpis Raya" in capsys.readouterr().err
