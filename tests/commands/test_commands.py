"""The command line as a script drives it: its JSON, its exit codes, its sentences."""

import json
from pathlib import Path
from typing import Any

import pytest

from gui.commands import run_command
from model.excel.book_file import write_book
from model.observations import Observation
from tests.builders.books import PUBLISHED, book, counted, every_regency, target_of


@pytest.fixture
def province_book(tmp_path: Path) -> Path:
    """A coverage book with the published province and every regency at March 2025."""
    return saved(tmp_path / "buku.xlsx", *PUBLISHED, every_regency(active=33_281, eligible=72_089))


def saved(path: Path, *rows: list[Observation]) -> Path:
    write_book(book(*rows, target_sets=(target_of(0.6603),)), path, "1.0")
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, Any]:
    code = run_command([str(argument) for argument in arguments])
    return code, json.loads(capsys.readouterr().out)


def test_the_table_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = saved(tmp_path / "buku.xlsx", *PUBLISHED, counted("62.03", active=73_884, eligible=164_619))

    code, table = answer(capsys, "table", path, "--format", "json")

    assert code == 0
    assert list(table) == ["as_of", "by", "rows", "total", "breaks", "problems"]
    assert table["as_of"] == "2025-03-31"
    assert table["by"] == ["region"]
    assert [row["code"] for row in table["rows"]] == ["62.03"]
    assert list(table["rows"][0]) == [
        "code", "name", "segment", "eligible", "active", "coverage", "unprotected",
        "target", "shortfall", "attainment", "rank", "reported_coverage",
    ]  # fmt: skip
    assert table["rows"][0]["segment"] is None
    assert table["total"]["eligible"] == 1_009_250
    assert table["total"]["shortfall"] == 200_468
    assert table["breaks"][1] == {
        "as_of": "2025-03-31",
        "code": "62",
        "from": "Basis 2024",
        "to": "Basis 2025",
    }


def test_an_error_among_the_findings_ends_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = saved(tmp_path / "buku.xlsx", counted(active=935_079, eligible=1_873_899, reported=0.5088))

    code, table = answer(capsys, "table", path, "--format", "json")

    assert code == 1
    assert table["problems"]["error"] == 1


@pytest.mark.parametrize(("at", "as_of"), [("2024", "2024-12-31"), ("2023-12", "2023-12-31")])
def test_at_names_a_position(
    capsys: pytest.CaptureFixture[str], province_book: Path, at: str, as_of: str
) -> None:
    _, table = answer(capsys, "table", province_book, "--at", at, "--format", "json")

    assert table["as_of"] == as_of


def test_a_position_that_is_not_there_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], province_book: Path
) -> None:
    assert run_command(["table", str(province_book), "--at", "2019"]) == 2
    assert "31 Maret 2025" in capsys.readouterr().err


def test_the_table_as_text_names_both_gaps(capsys: pytest.CaptureFixture[str], province_book: Path) -> None:
    run_command(["table", str(province_book)])

    shown = capsys.readouterr().out
    assert "Belum terlindungi" in shown
    assert "Kekurangan thd. target" in shown
    assert "Kotawaringin Barat" in shown


def test_the_table_as_csv_has_a_line_for_each_row_and_the_total(
    capsys: pytest.CaptureFixture[str], province_book: Path
) -> None:
    run_command(["table", str(province_book), "--format", "csv"])

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("as_of,code,name,segment,eligible,active,coverage")
    assert len(lines) == 1 + 14 + 1


def test_the_trend_as_json(capsys: pytest.CaptureFixture[str], province_book: Path) -> None:
    _, trend = answer(capsys, "trend", province_book, "--region", "62")

    (series,) = trend["series"]
    assert [point["as_of"] for point in series["points"]] == ["2023-12-31", "2024-12-31", "2025-03-31"]
    assert series["points"][0] == {
        "as_of": "2023-12-31",
        "eligible": 910_996,
        "active": 384_661,
        "coverage": pytest.approx(0.42224, abs=5e-6),
        "vintage": "Basis 2023",
    }
    assert trend["targets"][0]["coverage"] == 0.6603
    assert len(trend["breaks"]) == 2


@pytest.mark.parametrize(("name", "magic"), [("g.svg", b"<svg"), ("g.png", b"\x89PNG"), ("g.pdf", b"%PDF")])
def test_the_trend_as_a_chart(province_book: Path, tmp_path: Path, name: str, magic: bytes) -> None:
    run_command(["trend", str(province_book), "--region", "62", "-o", str(tmp_path / name)])

    assert magic in (tmp_path / name).read_bytes()[:300]


def test_check_lists_the_findings_with_their_cells(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = saved(tmp_path / "buku.xlsx", counted(active=77_074, eligible=51_086))

    code, findings = answer(capsys, "check", path, "--format", "json")

    assert code == 0
    (found,) = [finding for finding in findings if finding["code"] == "over_100"]
    assert list(found) == ["severity", "code", "file", "sheet", "cell", "text"]
    assert found["severity"] == "warning"
    assert found["cell"]


def test_print_writes_a_pdf_in_the_wanted_paper(province_book: Path, tmp_path: Path) -> None:
    from model.report.pages import page_sizes

    code = run_command(["print", str(province_book), "-o", str(tmp_path / "l.pdf"), "--paper", "a4"])

    assert code in (0, 1)
    width, height = page_sizes((tmp_path / "l.pdf").read_bytes())[0]
    assert (round(width), round(height)) == (595, 842)


def test_new_and_sample_write_books_that_open(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run_command(["new", str(tmp_path / "baru.xlsx"), "--province", "62"]) == 0
    assert run_command(["sample", str(tmp_path / "contoh.xlsx")]) == 0
    capsys.readouterr()

    _, table = answer(capsys, "table", tmp_path / "contoh.xlsx", "--format", "json")

    assert len(table["rows"]) == 14
    assert table["total"]["active"] == 465_940
    assert table["total"]["eligible"] == 1_009_250


def test_a_new_book_never_replaces_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "ada.xlsx").write_bytes(b"data orang")

    assert run_command(["new", str(tmp_path / "ada.xlsx")]) == 3
    assert (tmp_path / "ada.xlsx").read_bytes() == b"data orang"
    assert "tidak ditimpa" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["62.71", "99"])
def test_the_province_of_a_new_book_is_a_province(code: str, tmp_path: Path) -> None:
    assert run_command(["new", str(tmp_path / "baru.xlsx"), "--province", code]) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"halo, ini bukan buku kerja", b"PK\x03\x04terpotong"])
def test_a_file_that_cannot_be_used_is_one_sentence_and_3(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(content)

    assert run_command(["table", str(tmp_path / "rusak.xlsx")]) == 3
    said = capsys.readouterr().err
    assert "rusak.xlsx" in said
    assert len(said.strip().splitlines()) == 1
    assert "Traceback" not in said


def test_a_missing_file_is_3(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run_command(["check", str(tmp_path / "tidak-ada.xlsx")]) == 3
    assert "tidak-ada.xlsx" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["table"], ["table", "x.xlsx", "--by", "umur"], ["table", "x.xlsx", "--at", "kapan"], ["terbang"]],
)
def test_wrong_usage_is_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run_command(arguments) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("written", ["62.03", "6203", "Kapuas", "Kab. Kapuas"])
def test_a_region_is_found_however_it_is_written(
    capsys: pytest.CaptureFixture[str], province_book: Path, written: str
) -> None:
    _, trend = answer(capsys, "trend", province_book, "--region", written)

    assert [series["code"] for series in trend["series"]] == ["62.03"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["trend", "--region", "6206"], "62.06 Katingan"),
        (["trend", "--region", "99.99"], "99.99"),
        (["table", "--segment", "XX"], "PU, BPU, JAKON, PMI"),
        (["table", "--province", "61"], "Kalimantan Barat"),
        (["table", "--targets", "Rakortek"], "tersirat"),
    ],
)
def test_what_the_book_does_not_hold_is_said_with_what_it_does(
    capsys: pytest.CaptureFixture[str], province_book: Path, arguments: list[str], said: str
) -> None:
    command, *options = arguments

    assert run_command([command, str(province_book), *options]) == 2
    assert said in capsys.readouterr().err


def test_a_trend_without_a_base_has_counts_and_no_coverage(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = saved(tmp_path / "buku.xlsx", counted(active=5), counted("62.01", active=5))

    _, trend = answer(capsys, "trend", path)

    assert [point["coverage"] for series in trend["series"] for point in series["points"]] == [None, None]


def test_targets_of_the_file_itself_are_in_the_text_as_well(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "Rekap 31 Maret 2025.csv"
    lines = ["Kabupaten/Kota;Potensi;Peserta aktif;Target", "Kapuas;1000;400;600", "Katingan;500;300;290"]
    path.write_text("\n".join(lines), encoding="utf-8")

    run_command(["table", str(path)])

    shown = capsys.readouterr().out
    assert "Kekurangan thd. target" in shown
    assert "lebih 10" in shown


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for command in (["new"], ["sample"]):
        assert run_command([*command, str(tmp_path / "tidak" / "buku.xlsx")]) == 3
        said = capsys.readouterr().err
        assert "buku.xlsx" in said
        assert "tmp" not in said.replace(str(tmp_path), "")


def test_wrong_usage_is_said_in_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["table"]) == 2

    said = capsys.readouterr().err
    assert "BERKAS" in said
    assert "required" not in said
