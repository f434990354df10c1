"""Sheets of LibreOffice and binary workbooks: places, merges and everything else as in any other format."""

from datetime import date
from pathlib import Path

import pytest

from model.excel import ods_kinds
from model.excel.grid import Merge, Sheet
from model.excel.reader import read_grid
from tests.builders.broken_files import ods
from tests.builders.drawn_pages import Page
from tests.builders.file_formats import WRITERS

EMPTY = "<table:table-cell/>"
REST = (
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row>'
)


TWICE = ' table:number-rows-repeated="2"'


def text(words: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{words}</text:p></table:table-cell>'


def value(number: float, more: str = "", kind: str = "float") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{number}"{more}>'
        f"<text:p>{number}</text:p></table:table-cell>"
    )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def read(folder: Path, table: str) -> Sheet:
    path = folder / "rekap.ods"
    path.write_bytes(ods(table))
    (sheet,) = read_grid(path).sheets
    return sheet


@pytest.mark.parametrize("ending", [".xlsx", ".ods", ".xls", ".xlsb"])
def test_merged_blocks_are_told_in_every_format(tmp_path: Path, ending: str) -> None:
    merges = [Merge(0, 0, 1, 0), Merge(0, 1, 0, 2)]
    page = Page("Rekap", [["Kab/Kota", "Aktif", None], [None, "PU", "BPU"], ["Kapuas", 4, 1]], merges)
    (sheet,) = read_grid(WRITERS[ending](tmp_path / f"rekap{ending}", page)).sheets

    assert sorted(sheet.merges, key=lambda merge: merge.left) == merges
    assert sheet.rows == (("Kab/Kota", "Aktif", None), (None, "PU", "BPU"), ("Kapuas", 4, 1))


def test_repeated_rows_and_columns_stand_where_they_are_shown(tmp_path: Path) -> None:
    table = (
        row(text("J", ' table:number-columns-spanned="2"'), "<table:covered-table-cell/>", value(9))
        + row(text("Kapuas"), value(7, ' table:number-columns-repeated="2"'))
        + row(
            text("Seruyan"), value(0.5, kind="percentage"), value(1), more=' table:number-rows-repeated="2"'
        )
        + row('<table:table-cell table:number-columns-repeated="2"/>', value(3))
    )
    sheet = read(tmp_path, table + REST)

    assert sheet.rows == (
        ("J", None, 9.0), ("Kapuas", 7.0, 7.0), *[("Seruyan", 0.5, 1.0)] * 2, (None, None, 3.0),
    )  # fmt: skip
    assert sheet.percents == {(2, 1), (3, 1)}
    assert sheet.merges == (Merge(0, 0, 0, 1),)


def test_rows_in_groups_and_headers_count_like_any(tmp_path: Path) -> None:
    hidden = ' table:visibility="collapse"'
    table = (
        f"<table:table-header-rows>{row(text('Kab'), text('Aktif'))}</table:table-header-rows>"
        f"<table:table-row-group>{row(text('Kapuas'), value(5))}<table:table-row-group>"
        f"{row(text('Seruyan'), value(6), more=hidden)}</table:table-row-group></table:table-row-group>"
    )
    sheet = read(tmp_path, table)

    assert sheet.rows == (("Kab", "Aktif"), ("Kapuas", 5.0), ("Seruyan", 6.0))
    assert sheet.hidden_rows == {2}


def test_notes_and_links_are_no_part_of_a_cell(tmp_path: Path) -> None:
    noted = value(5).replace("<text:p>", "<office:annotation><text:p>9</text:p></office:annotation><text:p>")
    day = (
        '<table:table-cell office:value-type="date" office:date-value="2025-03-31"><text:p>31/03/25</text:p>'
    )
    sheet = read(tmp_path, row(noted, text("<text:span>Ka</text:span>puas"), day + "</table:table-cell>"))

    assert sheet.rows == ((5.0, "Kapuas", date(2025, 3, 31)),)


def test_what_a_sheet_remembers_of_other_workbooks_is_not_read(tmp_path: Path) -> None:
    other = "</table:table><table:table table:name=\"'file:///lama.ods'#Rekap\">" + row(
        text("Kapuas"), value(7)
    )

    assert read(tmp_path, row(text("Kapuas"), value(5)) + other).rows == (("Kapuas", 5.0),)


def test_a_sheet_too_large_to_be_looked_at_whole_is_blind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ods_kinds, "_LARGEST_PART", 10)
    sheet = read(tmp_path, row(text("Kapuas"), value(5)))

    assert sheet.rows == (("Kapuas", 5.0),)
    assert sheet.blind
