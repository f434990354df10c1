"""The same tables in every format that offices send; each figure is compared with what was drawn."""

from pathlib import Path

import pytest

from model.excel.grid import Cell
from model.excel.read import read_file
from model.measures import Measure
from tests.builders.drawn_pages import Page
from tests.builders.file_formats import WRITERS, as_csv, as_html, as_portal, as_spreadsheetml
from tests.builders.layout_facts import (
    MARCH,
    MONTHS,
    REPORTED,
    Facts,
    check_given_back,
)
from tests.builders.layout_words import MONTHS as NAMES
from tests.builders.layouts import Axis, Style, drawn

SEGMENTS = (
    Facts(("PU", "BPU", "")),
    Style(across=(Axis.MEASURE, Axis.SEGMENT), total="jumlah", numbering="(1)"),
)
SHARES = (
    Facts(measures=(Measure.ELIGIBLE, Measure.ACTIVE, REPORTED)),
    Style(total="last", share="fraction", blank_left=1),
)
TABLES = (SEGMENTS, SHARES)


def page_of(table: tuple[Facts, Style]) -> Page:
    return drawn(*table)


def check(path: Path, table: tuple[Facts, Style]) -> None:
    facts, style = table
    check_given_back(read_file(path), facts.truth(province=style.prints_province))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("ending", WRITERS)
def test_a_table_in_every_format(tmp_path: Path, table: tuple[Facts, Style], ending: str) -> None:
    check(WRITERS[ending](tmp_path / f"rekap{ending}", page_of(table)), table)


@pytest.mark.parametrize("ending", [".xlsx", ".xlsb", ".ods", ".xls"])
def test_a_format_is_told_by_its_content_and_not_by_its_name(tmp_path: Path, ending: str) -> None:
    made = WRITERS[ending](tmp_path / f"asli{ending}", page_of(SHARES))
    for wrong in (".xls", ".xlsx", ".csv", ""):
        check(made.rename(tmp_path / f"rekap{wrong}"), SHARES)
        made = tmp_path / f"rekap{wrong}"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimited_text_of_every_kind(
    tmp_path: Path, table: tuple[Facts, Style], encoding: str, delimiter: str
) -> None:
    check(as_csv(tmp_path / "rekap.csv", page_of(table), encoding=encoding, delimiter=delimiter), table)


@pytest.mark.parametrize("decimal", [",", "."])
@pytest.mark.parametrize("number", ["number", "dots", "commas"])
def test_delimited_text_with_either_decimal_sign(tmp_path: Path, decimal: str, number: str) -> None:
    facts = SHARES[0]
    style = Style(share="points", number=number, total="jumlah")
    path = as_csv(tmp_path / "rekap.csv", drawn(facts, style), decimal=decimal)

    check(path, (facts, style))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", ["portal.xls", "portal.html", "portal.xlsx"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_of_a_portal_whatever_it_is_called(
    tmp_path: Path, table: tuple[Facts, Style], name: str, encoding: str
) -> None:
    check(as_html(tmp_path / name, page_of(table), encoding), table)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", ["lama.xls", "lama.xml"])
def test_the_xml_of_excel_2003(tmp_path: Path, table: tuple[Facts, Style], name: str) -> None:
    check(as_spreadsheetml(tmp_path / name, page_of(table)), table)


def test_corner_names_header_and_data_in_tables_of_their_own(tmp_path: Path) -> None:
    facts = Facts()
    rows: list[list[Cell]] = [
        [region.full_name, *(facts.people(region.code, "", MARCH, measure) for measure in facts.measures)]
        for region in facts.regions
    ]
    path = as_portal(tmp_path / "portal.xls", "Keadaan per 31 Maret 2025", ["Potensi", "Peserta Aktif"], rows)

    check(path, (facts, Style()))


def test_several_sheets_of_the_xml_of_excel_2003(tmp_path: Path) -> None:
    each = [Facts(periods=(period,)) for period in MONTHS]
    pages = [drawn(facts, Style(total="jumlah"), NAMES[facts.periods[0].day.month - 1]) for facts in each]
    book = read_file(as_spreadsheetml(tmp_path / "lama.xls", *pages))
    truth = {key: value for facts in each for key, value in facts.truth(province=True).items()}

    check_given_back(book, truth)
