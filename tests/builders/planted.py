"""Workbooks with persons in every odd place: titles, headers, comments, hidden sheets, beside figures."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from model.excel.grid import Cell
from tests.builders import file_formats
from tests.builders.drawn_pages import Page
from tests.builders.leaks import Secrets
from tests.builders.office import body
from tests.builders.persons import HEADER, TITLE, name, nik, person

PERSONS = [person(number) for number in range(14)]
SECRETS = Secrets(PERSONS)
MORE = ["06012345678", "081255500017", "197005011995031002", "6201012908110009"]
"""KPJ, telephone, NIP and KK that stand somewhere as well."""
FORMATS: dict[str, Callable[[Path, Page], Path]] = {
    ".xlsx": file_formats.as_xlsx,
    ".csv": file_formats.as_csv,
    ".ods": file_formats.as_ods,
    ".html": file_formats.as_html,
    ".xml": file_formats.as_spreadsheetml,
    ".xls": file_formats.as_xls,
    ".xlsb": file_formats.as_xlsb,
}


def summary() -> Page:
    """A summary in which somebody stands wherever somebody can."""
    page = Page("Rekap")
    page.add("Peserta aktif per 31 Maret 2025", f"NIK {nik(0)}", f"Petugas: {name(1)}", float(nik(2)))
    page.add(f"Penanggung jawab: {name(3)}", f"HP {MORE[1]}", f"KPJ: {MORE[0]}", "'" + nik(4))
    page.add(
        "No", "Kab/Kota", "Peserta Aktif", f"Ket {nik(5)[:6]} {nik(5)[6:12]} {nik(5)[12:]}", "PIC", "No HP"
    )
    for number, line in enumerate(body([float(100 + step) for step in range(14)])):
        page.add(*line, f"no KK {MORE[3]}", _plain(name(number)), f"0812555{number:05}")
    page.add(15, f"Kab. Kapuas {nik(6)}", 7.0)
    page.add(16, nik(7), nik(8))
    page.add(17, "Kab. Seruyan", f"{nik(9)[:4]}.{nik(9)[4:8]}.{nik(9)[8:12]}.{nik(9)[12:]}")
    page.add("", f"Jumlah {nik(10)}", 1491.0)
    page.add()
    page.add("", "", "Kepala Dinas")
    page.add("", "", name(11))
    page.add("", "", f"NIP. {MORE[2]}")
    page.add("", f"catatan: {nik(12)[:15]}", f"{nik(13)}7")
    return page


def listing() -> Page:
    """A list of persons and nothing else."""
    page = Page(f"BNBA {nik(0)}"[:31])
    above: list[list[Cell]] = [[TITLE], [f"Petugas: {name(5)}", f"NIK: {nik(5)}"], [*HEADER]]
    for row in (*above, *PERSONS):
        page.add(*row)
    return page


def _plain(text: str) -> str:
    """A name without the digits that made-up names have: "Xaverina Tambunzai"."""
    return " ".join(text.split()[:2])


def planted(folder: Path, ending: str, page: Page) -> Path:
    """A file of one page, with a number of a person in its name."""
    path = folder / f"Rekap {nik(1)} Maret 2025{ending}"
    FORMATS[ending](path, page)
    return path


def odd_workbook(folder: Path) -> Path:
    """A workbook with persons in comments, names, properties, hidden sheets and merged cells as well."""
    path = planted(folder, ".xlsx", summary())
    made = openpyxl.load_workbook(path)
    rekap = made["Rekap"]
    rekap["B2"].comment = Comment(f"{name(1)} {nik(1)}", name(2))
    rekap["C5"].comment = Comment(nik(3), name(3))
    rekap.merge_cells("F1:H2")
    rekap["F1"] = f"Verifikator: {name(4)}"
    assert rekap.oddHeader is not None
    rekap.oddHeader.center.text = f"{name(5)} {nik(5)}"
    made.defined_names["siapa"] = DefinedName("siapa", attr_text=f'"{nik(6)}"')
    made.properties.creator, made.properties.title = name(7), nik(7)
    hidden = made.create_sheet(f"x {nik(8)}")
    for row in listing().rows:
        hidden.append([_cell(cell) for cell in row])
    hidden.sheet_state = "veryHidden"
    made.save(path)
    made.close()
    return path


def _cell(cell: Cell) -> str | int | float | None:
    assert cell is None or isinstance(cell, str | int | float)
    return cell
