"""A long sheet of an .xlsx is read slice by slice, and comes out as if it had been read as a whole."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from model.excel import xlsx_slices
from model.excel.grid import Merge, Sheet
from model.excel.long_rows import LongRows
from model.excel.reader import read_grid
from model.progress import Cancelled, Report
from tests.builders.broken_files import SHEET_HEAD, xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXTS = f'<sst xmlns="{MAIN}"><si><t>Kapuas</t></si><si><t xml:space="preserve"> Barito </t></si></sst>'
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
EXTRA = {"xl/sharedStrings.xml": TEXTS.encode(), "xl/styles.xml": STYLES.encode()}


@pytest.fixture
def sliced(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on, every sheet is read in slices of some rows."""
    told = xlsx_slices._told

    def in_crumbs(pieces: Iterable[bytes], size: int, report: Report) -> Iterator[bytes]:
        crumbs = (piece[at : at + 100] for piece in pieces for at in range(0, len(piece), 100))
        return told(crumbs, size, report)

    def begin() -> None:
        monkeypatch.setattr(xlsx_slices, "_told", in_crumbs)
        monkeypatch.setattr(xlsx_slices, "LONG_PART", 0)
        monkeypatch.setattr(xlsx_slices, "SLICE", 400)
        monkeypatch.setattr(xlsx_slices, "_FRAMES_A_SLICE", 0)

    return begin


@pytest.fixture
def whole_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the sheets that had to be read as a whole although they were long."""
    asked: list[str] = []
    read = xlsx_slices.read_in_slices

    def watched(*arguments: object) -> object:
        try:
            return read(*arguments)  # type: ignore[arg-type]
        except xlsx_slices.UnusualPartError:
            asked.extend([str(arguments[1])] if xlsx_slices.LONG_PART < 1 else [])
            raise

    monkeypatch.setattr("model.excel.reader.read_in_slices", watched)
    return asked


def addressed(row: int, columns: str = "ABC", more: str = "") -> str:
    cells = "".join(f'<c r="{letter}{row}"><v>{row * 10}</v></c>' for letter in columns)
    return f'<row r="{row}"{more}>{cells}</row>'


def bare(row: int) -> str:
    return f'<row><c t="s"><v>{row % 2}</v></c><c><v>{row}.5</v></c><c s="1"><v>{40_000 + row}</v></c></row>'


def part(rows: str, tail: str = "") -> str:
    return f"{SHEET_HEAD}{rows}</sheetData>{tail}</worksheet>"


MERGED = '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'
PREFIXED = (
    f'<?xml version="1.0"?><x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="1" max="3"/></x:cols>'
    "<x:sheetData>"
    + "".join(f'<x:row r="{row}"><x:c r="B{row}"><x:v>{row}</x:v></x:c></x:row>' for row in range(1, 60))
    + "</x:sheetData></x:worksheet>"
)
SHEETS = {
    "every cell with its address": part("".join(map(addressed, range(1, 80)))),
    "no cell with an address, texts and days": part("".join(map(bare, range(80)))),
    "some rows with a number, some without": part(
        "".join(addressed(row) if row % 7 == 0 else bare(row) for row in range(1, 90))
    ),
    "rows that do not say their number, then a jump": part(
        "".join(map(bare, range(30))) + '<row r="50"/>' + "".join(map(bare, range(30)))
    ),
    "attributes in another order": part(
        "".join(f"<row spans='1:3' r='{row}'><c r='C{row}'><v>1</v></c></row>" for row in range(3, 70))
    ),
    "blank rows between": part("".join(map(addressed, [1, 2, 40, 41, 90, 91, 92, 93, 94, 300, 301]))),
    "wider and narrower later on": part(
        "".join(addressed(row, "BC" if row < 40 else "ABCDEF" if row < 60 else "DE") for row in range(2, 90))
    ),
    "nothing at all": part(""),
    "only formats": part("".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(1, 80))),
    "merges and links after the rows": part("".join(map(addressed, range(1, 60))), MERGED + "<x/>" * 200),
    "a prefix of its own": PREFIXED,
    "errors, formulas, written texts": part(
        "".join(
            f'<row r="{row}"><c r="A{row}" t="e"><v>#REF!</v></c><c r="B{row}"><f>1+1</f></c>'
            f'<c r="C{row}" t="inlineStr"><is><t>Kota &amp; {row}</t></is></c>'
            f'<c r="D{row}" t="str"><f>"a"</f><v>a</v></c><c r="E{row}" t="b"><v>1</v></c></row>'
            for row in range(1, 60)
        )
    ),
    "one row that is longer than any slice": part(
        addressed(1) + '<row r="2">' + "<c><v>1</v></c>" * 300 + "</row>" + addressed(3) + addressed(4)
    ),
}


def both_ways(folder: Path, sheet: str, begin: Callable[[], None]) -> tuple[Sheet, Sheet]:
    path = folder / "rekap.xlsx"
    path.write_bytes(xlsx(sheet=sheet, extra=EXTRA))
    (whole,) = read_grid(path).sheets
    begin()
    (read,) = read_grid(path).sheets
    return whole, read


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_what_is_read_in_slices_is_what_is_read_as_a_whole(
    tmp_path: Path, sliced: Callable[[], None], whole_again: list[str], sheet: str
) -> None:
    whole, read = both_ways(tmp_path, sheet, sliced)

    assert read == whole
    assert not whole_again


@pytest.mark.parametrize(
    "sheet",
    [
        part(addressed(500) + "".join(map(addressed, range(1, 60)))),
        part("".join(map(addressed, range(1, 60)))).replace("<sheetData>", "<sheetData >", 1),
        part(
            "".join(map(addressed, range(1, 60)))
            + "</sheetData><sheetData>"
            + "".join(map(addressed, range(60, 90)))
        ),
        SHEET_HEAD.replace("<sheetData>", "<sheetData/></worksheet>"),
    ],
    ids=["rows out of order", "space in a tag", "rows after the end", "no rows"],
)
def test_what_cannot_be_cut_with_certainty_is_the_same_too(
    tmp_path: Path, sliced: Callable[[], None], sheet: str
) -> None:
    whole, read = both_ways(tmp_path, sheet, sliced)

    assert read == whole


def test_rows_out_of_order_are_read_as_a_whole(
    tmp_path: Path, sliced: Callable[[], None], whole_again: list[str]
) -> None:
    both_ways(tmp_path, part(addressed(500) + "".join(map(addressed, range(1, 60)))), sliced)

    assert whole_again == ["Rekap"]


def test_each_of_several_sheets_is_read_with_its_own_rows(
    tmp_path: Path, sliced: Callable[[], None], whole_again: list[str]
) -> None:
    made = openpyxl.Workbook()
    for number, name in enumerate(["Jan & Feb", "Maret"]):
        page = made.create_sheet(name)
        for row in range(100):
            page.append([f"Kota {row}", row + number, date(2025, 1, 1)])
        page.merge_cells("D1:E2")
    made.remove(made.worksheets[0])
    made.save(tmp_path / "rekap.xlsx")
    made.close()
    whole = read_grid(tmp_path / "rekap.xlsx").sheets
    sliced()

    read = read_grid(tmp_path / "rekap.xlsx").sheets

    assert read == whole
    assert [sheet.name for sheet in read] == ["Jan & Feb", "Maret"]
    assert read[1].rows[7] == ("Kota 7", 8.0, date(2025, 1, 1), None, None)[: len(read[1].rows[7])]
    assert read[1].merges == (Merge(0, 3, 1, 4),)
    assert not whole_again


def test_a_long_sheet_that_becomes_wider_is_held_by_column(
    tmp_path: Path, sliced: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [addressed(row, "B" if row < 12_000 else "ABD") for row in range(2, 25_000, 2)]
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(xlsx(sheet=part("".join(rows))))
    (whole,) = read_grid(path).sheets
    sliced()
    monkeypatch.setattr(xlsx_slices, "SLICE", 20_000)

    (read,) = read_grid(path).sheets

    assert isinstance(read.rows, LongRows)
    assert read.rows == whole.rows


def test_progress_of_a_long_sheet_moves_on_in_small_steps(tmp_path: Path, sliced: Callable[[], None]) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(xlsx("".join(map(addressed, range(1, 3000)))))
    sliced()
    seen: list[float] = []

    read_grid(path, lambda done, total: seen.append(done / total))

    assert seen == sorted(seen)
    assert max(after - before for before, after in pairwise(seen) if before > 0.1) < 0.02


def test_a_long_sheet_can_be_cancelled_in_the_middle(tmp_path: Path, sliced: Callable[[], None]) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(xlsx("".join(map(addressed, range(1, 3000)))))
    sliced()

    def report(done: int, total: int) -> None:
        if done > 0.6 * total:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_grid(path, report)
