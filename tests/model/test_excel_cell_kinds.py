"""Errors, formulas without a result, percentages and hidden rows: seen in every format that has them."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from model.excel import cell_kinds, xlsx_kinds
from model.excel.cell_kinds import shows_percent
from model.excel.grid import Sheet
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.measures import Measure
from tests.builders import binary_books as binary
from tests.builders.broken_files import SHEET_HEAD, SHEET_TAIL, ods, xlsx
from tests.builders.office import TITLE, Line, body, codes, figures, workbook

STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>'
    '<numFmt numFmtId="164" formatCode="0.0\\%"/><numFmt numFmtId="165" formatCode="[Red]0.00%"/>'
    '<numFmt numFmtId="166" formatCode="0.0&quot;%&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/>'
    '</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="164"/>'
    '<xf numFmtId="166"/></cellXfs></styleSheet>'
)


def read(folder: Path, content: bytes, name: str = "rekap.xlsx") -> Sheet:
    path = folder / name
    path.write_bytes(content)
    return read_grid(path).sheets[0]


def row(cells: str, number: int = 1, more: str = "") -> str:
    return f'<row r="{number}"{more}>{cells}</row>'


def test_what_openpyxl_writes_is_seen(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.append(["a", "=1+1", "#REF!", 0.462, 46])
    page["D1"].number_format = "0.0%"
    page.append([1, 2, 3, 4, 5])
    page.row_dimensions[2].hidden = True
    page.column_dimensions["B"].hidden = True
    made.save(tmp_path / "rekap.xlsx")
    made.close()
    (sheet,) = read_grid(tmp_path / "rekap.xlsx").sheets

    assert sheet.rows[0] == ("a", None, None, 0.462, 46)
    assert sheet.errors == {(0, 2): "#REF!"}
    assert sheet.uncomputed == {(0, 1)}
    assert sheet.percents == {(0, 3)}
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({1}, {1})
    assert not sheet.blind


@pytest.mark.parametrize(
    ("cell", "uncomputed"),
    [
        ('<c r="A1"><f>B1</f></c>', True),
        ('<c r="A1"><f>B1</f><v/></c>', True),
        ('<c r="A1"><f>B1</f><v></v></c>', True),
        ('<c r="A1"><f t="shared" si="0"/></c>', True),
        ('<c r="A1" t="str"><f>B1</f></c>', True),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', False),
        ('<c r="A1"><f>B1</f><v>5</v></c>', False),
        ('<c r="A1"><f t="shared" si="0"/><v>5</v></c>', False),
        ('<c r="A1" s="1"/>', False),
    ],
)
def test_a_formula_without_a_result_is_told_from_an_empty_one(
    tmp_path: Path, cell: str, uncomputed: bool
) -> None:
    sheet = read(tmp_path, xlsx(row(cell + '<c r="B1"><v>1</v></c>')))

    assert bool(sheet.uncomputed) is uncomputed


def test_the_zeros_of_a_program_that_cannot_calculate_are_no_results(tmp_path: Path) -> None:
    cells = row('<c r="A1"><v>7</v></c><c r="B1"><f>A1*2</f><v>0</v></c>')
    anew = zipfile.ZipFile(BytesIO(xlsx(cells))).read("xl/workbook.xml")
    anew = anew.replace(b"</workbook>", b'<calcPr calcId="1" fullCalcOnLoad="1"/></workbook>')
    as_it_is = read(tmp_path, xlsx(cells))
    path = tmp_path / "baru.xlsx"
    with zipfile.ZipFile(BytesIO(xlsx(cells))) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, anew if name == "xl/workbook.xml" else source.read(name))
    (to_come,) = read_grid(path).sheets

    assert as_it_is.rows[0] == (7.0, 0.0)
    assert not as_it_is.uncomputed
    assert to_come.rows[0] == (7.0, None)
    assert to_come.uncomputed == {(0, 1)}


def test_percent_formats_by_every_way_to_write_them(tmp_path: Path) -> None:
    cells = "".join(f'<c r="{column}1" s="{style}"><v>0.5</v></c>' for style, column in enumerate("ABCDE"))
    texts = '<c r="F1" s="1" t="inlineStr"><is><t>0,5</t></is></c><c r="G1" s="1"/>'
    sheet = read(tmp_path, xlsx(row(cells + texts), extra={"xl/styles.xml": STYLES.encode()}))

    assert sheet.percents == {(0, 1), (0, 2)}


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("0%", True),
        ('0.0"%"', False),
        ("0.0\\%", False),
        ("0.0_%", False),
        ("[$-421]0,0%", True),
        ("0", False),
    ],
)
def test_a_percent_sign_that_is_mere_text_is_no_format(code: str, told: bool) -> None:
    assert shows_percent(code) is told


def test_hidden_rows_and_columns_by_every_way_to_write_them(tmp_path: Path) -> None:
    ways = ["", ' hidden="1"', ' hidden="true"', ' ht="0" customHeight="1"']
    numbers = [
        row(f'<c r="A{n}"><v>1</v></c><c r="F{n}"><v>1</v></c>', n, way) for n, way in enumerate(ways, 1)
    ]
    cols = '<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="0"/></cols>'
    sheet = SHEET_HEAD.replace("<sheetData>", f"{cols}<sheetData>") + "".join(numbers) + SHEET_TAIL
    found = read(tmp_path, xlsx(sheet=sheet))

    assert set(found.hidden_rows) == {1, 2, 3}
    assert set(found.hidden_columns) == {1, 2, 4}


UNADDRESSED = (
    '<row><c><v>1</v></c><c t="e"><v>#REF!</v></c><c s="1"><v>0.5</v></c></row><row hidden="1"><c r="C2">'
    "<f>A1</f></c><c><v>1</v></c></row>"
)


def test_cells_that_do_not_say_where_they_stand_are_counted(tmp_path: Path) -> None:
    sheet = read(tmp_path, xlsx(UNADDRESSED, extra={"xl/styles.xml": STYLES.encode()}))

    assert sheet.errors == {(0, 1): "#REF!"}
    assert sheet.percents == {(0, 2)}
    assert sheet.uncomputed == {(1, 2)}
    assert sheet.hidden_rows == {1}
    assert not sheet.blind


def test_where_there_are_too_many_of_them_the_sheet_is_blind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_kinds, "LARGEST_UNADDRESSED", 10)

    assert read(tmp_path, xlsx(UNADDRESSED)).blind
    assert not read(tmp_path, xlsx("<row><c><v>1</v></c></row>")).blind


def test_prefixed_parts_are_seen_as_well(tmp_path: Path) -> None:
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c><x:c r="B1"><x:f>A1</x:f></x:c>'
        '<x:c r="C1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    found = read(tmp_path, xlsx(sheet=sheet))

    assert found.errors == {(0, 0): "#N/A"}
    assert found.uncomputed == {(0, 1)}


def test_finds_across_the_pieces_of_a_long_part(tmp_path: Path) -> None:
    rows = [
        row(
            f'<c r="A{n}" t="e"><v>#REF!</v></c><c r="B{n}"><f>A{n}</f></c><c r="C{n}" s="1"><v>{n}</v></c>',
            n,
        )
        for n in range(1, 30_001)
    ]
    sheet = read(tmp_path, xlsx("".join(rows), extra={"xl/styles.xml": STYLES.encode()}))

    assert [len(found) for found in (sheet.errors, sheet.uncomputed, sheet.percents)] == [30_000] * 3


def test_more_errors_than_can_be_told_make_the_sheet_blind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cell_kinds, "MOST_CELLS", 3)
    rows = [row(f'<c r="A{n}" t="e"><v>#REF!</v></c><c r="B{n}"><v>1</v></c>', n) for n in range(1, 9)]
    sheet = read(tmp_path, xlsx("".join(rows)))

    assert (len(sheet.errors), sheet.blind) == (3, True)


def test_open_document_sheets_tell_as_much(tmp_path: Path) -> None:
    table = (
        '<table:table-column/><table:table-column table:visibility="collapse" '
        'table:number-columns-repeated="2"/>'
        '<table:table-row><table:table-cell office:value-type="percentage" office:value="0.462">'
        '<text:p>46,2%</text:p></table:table-cell><table:table-cell table:formula="of:=1/0" '
        'office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=A1"/><table:table-cell office:value-type="float" '
        'office:value="1"/></table:table-row><table:table-row table:visibility="filter"><table:table-cell '
        'office:value-type="float" office:value="1"/></table:table-row>'
    )
    sheet = read(tmp_path, ods(table), "rekap.ods")

    assert sheet.rows[0] == (0.462, None, None, 1.0)
    assert sheet.errors == {(0, 1): "#DIV/0!"}
    assert sheet.uncomputed == {(0, 2)}
    assert sheet.percents == {(0, 0)}
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({1}, {1, 2})


def test_old_binary_sheets_tell_as_much(tmp_path: Path) -> None:
    records = [
        binary.hidden_row(1), binary.hidden_columns(2, 2), binary.label(0, 0, "Kapuas"),
        binary.number(0, 1, 0.462, 1), binary.number(0, 2, 46.2), binary.error(1, 1, 0x17),
        binary.error_formula(2, 1, 0x07), binary.many(3, 0, [1, 2, 3], [0, 2, 1]),
    ]  # fmt: skip
    content = binary.xls({"Rekap": records, "Dua": [binary.number(0, 0, 1)]}, styles=[0, 10, 164],
                         formats={164: "0.000%"})  # fmt: skip
    sheet = read(tmp_path, content, "rekap.xls")

    assert sheet.rows[0] == ("Kapuas", 0.462, 46.2)
    assert sheet.errors == {(1, 1): "#REF!", (2, 1): "#DIV/0!"}
    assert sheet.percents == {(0, 1), (3, 1), (3, 2)}
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({1}, {2})


def test_new_binary_sheets_tell_as_much(tmp_path: Path) -> None:
    records = [
        binary.bin_row(0), binary.bin_text(0, "Kapuas"), binary.bin_number(1, 5), binary.bin_number(2, 46.2),
        binary.bin_row(1, hidden=True), binary.bin_number(1, 0.462, 1), binary.bin_error(2, 0x2A),
        binary.bin_row(2), binary.bin_error(1, 0x17, 11), binary.bin_number(2, 0.5, 2),
    ]  # fmt: skip
    content = binary.xlsb(
        records, columns=[binary.bin_columns(2, 2)], styles=[0, 10, 164], formats={164: "0%"}
    )
    sheet = read(tmp_path, content, "rekap.xlsb")

    assert sheet.rows[0] == ("Kapuas", 5.0, 46.2)
    assert sheet.errors == {(1, 2): "#N/A", (2, 1): "#REF!"}
    assert sheet.percents == {(1, 1), (2, 2)}
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({1}, {2})


def test_a_formula_without_a_result_is_a_finding_and_no_zero(tmp_path: Path) -> None:
    lines = body([10, "=1+1", 30])
    path = workbook(tmp_path / "rekap.xlsx", [TITLE], [], ["No", "Kab/Kota", "Aktif"], *lines)
    book = read_file(path)

    assert figures(book, Measure.ACTIVE) == {"62.01": 10, "62.02": None, "62.03": 30}
    problem = next(problem for problem in book.problems if problem.code == "formula_uncomputed")
    assert (problem.place, problem.severity) == ("Rekap!C5", "error")
    assert "formula_uncomputed" in codes(book)


def test_an_empty_cell_an_error_and_a_formula_without_a_result_are_told_apart(tmp_path: Path) -> None:
    lines = body([10, None, "#REF!", "=1+1", 50], [None, None, None, None, None])
    path = workbook(tmp_path / "rekap.xlsx", [TITLE], [], ["No", "Kab/Kota", "Aktif", "Ket"], *lines)
    told = {(problem.code, problem.place) for problem in read_file(path).problems}

    assert {
        ("cells_empty", "Rekap!C5"),
        ("error_cell", "Rekap!C6"),
        ("formula_uncomputed", "Rekap!C7"),
    } <= told


def test_more_percentages_than_can_be_noted_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cell_kinds, "MOST_CELLS", 2)
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    header: Line = ["Kab/Kota", "Potensi", "Aktif", "Cakupan (%)"]
    rows: list[Line] = [["Kapuas", 1000, 400, 0.4], ["Seruyan", 1000, 500, 0.5], ["Lamandau", 1000, 600, 0.6]]
    for line in [[TITLE], header, *rows]:
        page.append(list(line))
    for cell in ("D3", "D4", "D5"):
        page[cell].number_format = "0.0%"
    made.save(tmp_path / "rekap.xlsx")
    made.close()

    assert read_grid(tmp_path / "rekap.xlsx").sheets[0].percents_cut
    assert codes(read_file(tmp_path / "rekap.xlsx")).count("percents_many") == 1
