"""Files that cannot be used: one plain sentence each, before anything dangerous opens them."""

import hashlib
import os
import struct
import sys
from pathlib import Path

import pytest

from model import wording
from model.errors import UnusableFileError
from model.excel import extent, guard
from model.excel.archive import UNPACKED_LIMIT
from model.excel.guard import FileKind
from tests.builders.broken_files import (
    SHEET_HEAD,
    SHEET_TAIL,
    biff,
    cell,
    compound,
    ods,
    with_declared_size,
    xlsx,
)

LONE = cell("A1")


def refused(path: Path, content: bytes | None = None) -> UnusableFileError:
    """The error that says why a file is of no use."""
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnusableFileError) as caught:
        guard.check(path)
    error = caught.value
    assert str(error) == wording.say(f"unusable.{error.code}", "id", **error.facts)
    assert path.name in wording.say(f"unusable.{error.code}", "en", **error.facts)
    return error


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kosong.xlsx", b"", "empty"),
        ("nol.xlsx", bytes(500), "empty"),
        ("terpotong.xlsx", xlsx(LONE)[:700], "truncated"),
        ("terpotong.xls", compound("Workbook", content=biff((0, 0)))[:1500], "truncated"),
        ("sandi.xlsx", compound("EncryptedPackage", "EncryptionInfo"), "lock_unknown"),
        ("sandi.ods", ods(manifest="<manifest:encryption-data/>"), "password_ods"),
        ("hak.xlsx", compound("EncryptedPackage"), "rights_managed"),
        ("catatan.xlsx", b"Ini hanya catatan.\nBukan tabel.\n", "not_a_workbook"),
        ("tabel.xlsx", b"Kabupaten;Aktif\nKapuas;5\nSeruyan;6\n", "not_a_workbook"),
        ("surat.xlsx", b"%PDF-1.7\n", "not_a_workbook_but"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n", "not_a_workbook_but"),
        ("program.xlsx", b"MZ\x90\x00", "not_a_workbook_but"),
        ("surat.xls", compound("WordDocument"), "not_a_workbook_but"),
        ("acak.xlsx", bytes(range(256)) * 4, "not_a_workbook"),
        ("gambar.xls", b"<svg><rect/></svg>", "not_a_workbook"),
        ("putaran.xls", compound("Workbook", content=biff((0, 0)), loop=True), "truncated"),
        ("~$rekap.xlsx", b"x" * 165, "lock_file"),
    ],
)
def test_a_file_of_no_use_gets_its_sentence(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    error = refused(tmp_path / name, content)

    assert error.code == code
    assert name in str(error)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<html><body><table><tr><td>1</td></tr></table></body></html>", FileKind.HTML),
        (b"\xef\xbb\xbf\n  <!DOCTYPE html><html></html>", FileKind.HTML),
        (b"<b>Rekap</b><!-- x --><table><tr><td>1</table>", FileKind.HTML),
        (b"Notice: undefined\n<table><tr><td>1</table>", FileKind.HTML),
        ("<html><table>".encode("utf-16"), FileKind.HTML),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<table>", FileKind.WEB_ARCHIVE),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            FileKind.SPREADSHEET_ML,
        ),
        ("Kab\tAktif\nKapuas\t5\n".encode("utf-16"), FileKind.TEXT),
        ("Kab\tAktif\nKapuas\t5\n".encode("utf-16-le"), FileKind.TEXT),
    ],
)
def test_what_portals_and_old_programs_name_xls_is_told_by_its_content(
    tmp_path: Path, content: bytes, kind: FileKind
) -> None:
    path = tmp_path / "ekspor.xls"
    path.write_bytes(content)

    assert guard.check(path) is kind


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "tidak ada.xlsx").code == "missing"
    assert refused(tmp_path).code == "folder"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "rekap.xlsx"
    path.write_bytes(xlsx(LONE))
    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert refused(path).code == "no_permission"
    (tmp_path / "~$rekap.xlsx").write_bytes(b"")

    assert refused(path).code == "locked"
    assert "tutup dulu di Excel" in str(refused(path))


@pytest.mark.parametrize(
    "address",
    ["XFE1", "ZZZZ1", "AAAAAAAAAA1", "XFD1048576", "xfd1048576", "CZZ99999", "A1048576", "ZZZZZZ99999999999"],
)
def test_a_lone_cell_far_out_is_found_before_the_reading_library_sees_it(
    tmp_path: Path, address: str
) -> None:
    wide = cell("ALL1") if address == "A1048576" else ""
    error = refused(tmp_path / "jauh.xlsx", xlsx(LONE + wide + cell(address)))

    assert error.code == "far_cell"


def test_a_reference_is_found_however_it_is_written(tmp_path: Path) -> None:
    odd = "<row r='1'><c\n r = 'XFD1048576'><v>1</v></c></row>"
    across = f"<row r='1'><c s='{'0' * 1_048_000}' r='XFD1048576'><v>1</v></c></row>"

    assert refused(tmp_path / "a.xlsx", xlsx(LONE + odd)).code == "far_cell"
    assert refused(tmp_path / "b.xlsx", xlsx(LONE + across)).code == "far_cell"


def test_a_mere_format_far_out_is_no_reason_to_refuse(tmp_path: Path) -> None:
    path = tmp_path / "format.xlsx"
    path.write_bytes(xlsx(LONE + '<row r="1048576"><c r="XFD1048576" s="1"/></row>'))

    assert guard.check(path) is FileKind.XLSX


def test_far_cells_of_the_other_formats(tmp_path: Path) -> None:
    gap = '<table:table-row table:number-rows-repeated="{}"><table:table-cell/></table:table-row>'
    far = gap.format(1_000_000) + (
        '<table:table-row><table:table-cell table:number-columns-repeated="16000"/>'
        '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    )
    harmless = '<table:table-row><table:table-cell office:value="1"/></table:table-row>' + gap.format(
        1_048_575
    )
    path = tmp_path / "rekap.ods"
    path.write_bytes(ods(harmless))

    assert guard.check(path) is FileKind.ODS
    assert refused(tmp_path / "jauh.ods", ods(far)).code == "far_cell"
    assert (
        refused(tmp_path / "jauh.xls", compound("Workbook", content=biff((0, 0), (65535, 65535)))).code
        == "far_cell"
    )


def test_a_sheet_in_another_encoding_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    sheet = (SHEET_HEAD + LONE + SHEET_TAIL).encode("utf-16")

    assert refused(tmp_path / "lebar.xlsx", xlsx(extra={"xl/worksheets/sheet2.xml": sheet})).code == "damaged"


@pytest.mark.parametrize(("address", "is_far"), [("XFD5", True), ("AMK5", True), ("IV5", False)])
def test_a_lone_cell_at_the_far_end_of_a_row_is_far_however_small_the_sheet(
    tmp_path: Path, address: str, is_far: bool
) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(xlsx(cell("B2") + cell(address)))
    if is_far:
        assert refused(path).code == "far_cell"
    else:
        assert guard.check(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps pipes elsewhere")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rekap.xlsx")

    assert refused(tmp_path / "rekap.xlsx").code == "not_a_file"


def test_a_part_that_swells_beyond_reason_is_refused(tmp_path: Path) -> None:
    swollen = xlsx(extra={"xl/sharedStrings.xml": b"<sst>" + b" " * (65 * 1024**2)})

    assert refused(tmp_path / "bom.xlsx", swollen).code == "bomb"


def test_more_than_two_gigabytes_is_refused_by_the_list_alone(tmp_path: Path) -> None:
    content = xlsx(LONE, extra={"xl/media/a.bin": os.urandom(1000)})
    huge = with_declared_size(content, "xl/media/a.bin", UNPACKED_LIMIT + 1)

    assert refused(tmp_path / "besar.xlsx", huge).code == "bomb"


def test_a_list_that_lies_about_a_size_is_caught_while_unpacking(tmp_path: Path) -> None:
    content = xlsx(extra={"xl/sharedStrings.xml": b" " * 5_000_000})
    modest = with_declared_size(content, "xl/sharedStrings.xml", 100)
    boastful = with_declared_size(content, "xl/sharedStrings.xml", 5_000_001)

    assert refused(tmp_path / "kecil.xlsx", modest).code == "bomb"
    assert refused(tmp_path / "besar.xlsx", boastful).code == "damaged"


def test_a_document_type_definition_is_refused(tmp_path: Path) -> None:
    sheet = (
        SHEET_HEAD.replace("<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')
        + "</sheetData></worksheet>"
    )

    assert refused(tmp_path / "dtd.xlsx", xlsx(sheet=sheet)).code == "dtd"


def test_a_part_with_damaged_bytes_is_refused(tmp_path: Path) -> None:
    content = bytearray(xlsx("".join(cell(f"A{row}", row) for row in range(1, 500))))
    place = content.find(b"xl/worksheets/sheet1.xml") + 200
    content[place] ^= 0xFF

    assert refused(tmp_path / "rusak.xlsx", bytes(content)).code in {"damaged", "truncated"}


def test_good_files_are_told_by_their_content_and_hashed(tmp_path: Path) -> None:
    content = xlsx(LONE)
    named_wrongly = tmp_path / "rekap.xls"
    named_wrongly.write_bytes(content)
    checked = guard.load(named_wrongly)

    assert checked.kind is FileKind.XLSX
    assert checked.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", ["tabel.csv", "tabel.tsv", "tabel.txt", "ekspor.xls"])
def test_delimited_text_is_a_table(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"Kabupaten;Aktif\nKapuas;5\nSeruyan;6\n")

    assert guard.check(path) is FileKind.TEXT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions")
def test_checking_never_changes_a_file(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(xlsx(LONE))
    path.chmod(0o444)
    before = path.stat().st_mtime_ns

    guard.check(path)

    assert path.stat().st_mtime_ns == before
    assert path.read_bytes() == xlsx(LONE)


def test_far_cells_of_binary_sheets() -> None:
    def record(kind: int, data: bytes) -> bytes:
        return bytes([kind, len(data)]) + data

    row = struct.pack("<I", 1_048_575) + bytes(10)
    blank, number = record(1, struct.pack("<II", 9000, 0)), record(5, struct.pack("<IId", 16_383, 0, 1.0))
    near = extent.of_binary(record(0, bytes(14)) + record(2, struct.pack("<III", 4, 0, 0)))
    far = extent.of_binary(record(0, row) + blank + number)

    assert (near.rows, near.columns, near.is_sparse) == (1, 5, False)
    assert far.corner == "XFD1048576"
    assert far.is_sparse


def test_cells_without_references_are_counted_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "tanpa-alamat.xlsx"
    path.write_bytes(xlsx("<row><c><v>1</v></c><c><v>2</v></c></row>" * 700_000))

    assert guard.load(path).cells == 1_400_000
