"""Pages of portals saved as .xls: whatever their tags are like, their tables are read as Excel shows them."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import UnusableFileError
from model.excel.grid import Merge, Sheet
from model.excel.html_encoding import decoded_page
from model.excel.html_page import parts_of
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.measures import Measure
from tests.builders.office import figures
from tests.builders.portal_pages import HEAD, in_four, line, table, web_archive

PIECES = [
    *"<>/\"'= a1&;!-",
    "<td>",
    "<td colspan=3 rowspan=2>",
    "<tr>",
    "<table>",
    "</table>",
    "<br>",
    "<caption>",
    "<sup>",
    "<span hidden>",
    "</span>",
]
NAMES = ["Kalimantan Tengah", "Kab. Kotawaringin Barat", "Kab. Kotawaringin Timur", "Kab. Kapuas"]


def read(folder: Path, page: str | bytes, name: str = "rekap.xls") -> Sheet:
    """The only sheet that a page gives."""
    path = folder / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    (only,) = read_grid(path).sheets
    return only


def test_names_and_figures_in_tables_of_their_own_are_put_together(tmp_path: Path) -> None:
    headers = [['<th colspan="2">Potensi</th>', '<th colspan="2">Peserta Aktif</th>'], ["2023", "2024"] * 2]
    page = in_four("Wilayah", NAMES, headers, [[f"{n}00", f"{n}10", f"{n}0", f"{n}1"] for n in range(1, 5)])
    sheet = read(tmp_path, page)

    assert sheet.name == "table"
    assert sheet.rows[:3] == (
        ("Wilayah", "Potensi", None, "Peserta Aktif", None),
        (None, "2023", "2024", "2023", "2024"),
        ("Kalimantan Tengah", "100", "110", "10", "11"),
    )
    assert [row[0] for row in sheet.rows[2:]] == NAMES
    assert set(sheet.merges) == {Merge(0, 1, 0, 2), Merge(0, 3, 0, 4), Merge(0, 0, 1, 0)}


def test_the_figures_of_a_portal_page_reach_the_book(tmp_path: Path) -> None:
    path = tmp_path / "Peserta.xls"
    headers = [['<th colspan="2">Peserta Aktif</th>'], ["2023", "2024"]]
    path.write_text(in_four("Wilayah", NAMES, headers, [[f"1.{n}00", f"{n}10"] for n in range(1, 5)]))
    book = read_file(path)

    assert figures(book, Measure.ACTIVE, as_of="2023-12-31") == {
        "62": 1100, "62.01": 1200, "62.02": 1300, "62.03": 1400,
    }  # fmt: skip


def test_rows_and_cells_that_nobody_closed(tmp_path: Path) -> None:
    sheet = read(tmp_path, "<TABLE border=1><tr><th>Kab<th>Aktif<tr><td>Kapuas<td>5<tr><td>Seruyan<td>6")

    assert sheet.rows == (("Kab", "Aktif"), ("Kapuas", "5"), ("Seruyan", "6"))


def test_spans_become_merges_and_move_what_follows(tmp_path: Path) -> None:
    page = table(
        ['<th rowspan="2">Kab</th>', '<th colspan="2">Aktif</th>', "<th rowspan=2>Ket</th>"],
        ["PU", "BPU"],
        ["Kapuas", "1", "2", "x"],
    )
    sheet = read(tmp_path, page)

    assert sheet.rows[1] == (None, "PU", "BPU", None)
    assert sheet.rows[2] == ("Kapuas", "1", "2", "x")
    assert Merge(0, 3, 1, 3) in sheet.merges


def test_text_above_a_table_and_tables_below_each_other(tmp_path: Path) -> None:
    page = (
        f"{HEAD}<h2>Rekap<br>Keadaan per 31 Maret 2025</h2>{table(['Kab', 'Aktif'], ['Kapuas', '5'])}"
        f"<p>Sumber: made up</p>{table(['Kab', 'Aktif'], ['Seruyan', '6'])}</body></html>"
    )
    sheet = read(tmp_path, page)

    assert [row[0] for row in sheet.rows] == [
        "Rekap", "Keadaan per 31 Maret 2025", "Kab", "Kapuas", None, "Sumber: made up", "Kab", "Seruyan",
    ]  # fmt: skip


def test_tables_of_equal_height_that_both_have_names_stay_apart(tmp_path: Path) -> None:
    rows = [["Kapuas", "1"], ["Seruyan", "2"], ["Lamandau", "3"]]
    sheet = read(tmp_path, table(["Kab", "2023"], *rows) + table(["Kab", "2024"], *rows))

    assert len(sheet.rows) == 9
    assert sheet.rows[4] == (None, None)


def test_headers_in_a_table_of_their_own_stand_on_their_figures(tmp_path: Path) -> None:
    page = table(["Kab", "2023", "2024"], tag="th") + table(["Kapuas", "1", "2"], ["Seruyan", "3", "4"])

    assert read(tmp_path, page).rows == (("Kab", "2023", "2024"), ("Kapuas", "1", "2"), ("Seruyan", "3", "4"))


def test_names_that_do_not_scroll_stand_beside_their_figures(tmp_path: Path) -> None:
    names = table(["Wilayah"], *([name] for name in NAMES))
    page = names + table(["2023", "2024"], *([f"{n}.100", "-"] for n in range(1, 5)))

    assert read(tmp_path, page).rows[:2] == (("Wilayah", "2023", "2024"), (NAMES[0], "1.100", "-"))


def test_texts_stay_text_and_only_excels_own_numbers_are_numbers(tmp_path: Path) -> None:
    page = table(
        ['<td x:num="1170.5">1.170,5</td>', '<td x:num="0.462">46,2%</td>', "1.170", "&nbsp;", "#REF!"]
    )
    sheet = read(tmp_path, page)

    assert sheet.rows == ((1170.5, 0.462, "1.170", None, None),)
    assert sheet.percents == {(0, 1)}
    assert sheet.errors == {(0, 4): "#REF!"}


def test_what_a_page_does_not_show_is_not_read(tmp_path: Path) -> None:
    page = (
        "<script>if (1 < 2) document.write('<td>jebakan</td>')</script><!-- <table><tr><td>x</table> -->"
        + table(["<td style='display: none'>id</td>", "Kapuas", "<select><option>Pilih</select>5"])
        + "<style>td::before {content: '<td>'}</style>"
    )
    sheet = read(tmp_path, page)

    assert sheet.rows == (("Kapuas", "5"),)


@pytest.mark.parametrize("mark", ["<sup>1</sup>", "<sup>1)</sup>", "<SUP><b>12</b></SUP>", "<sup>*)</sup>"])
def test_the_raised_mark_of_a_footnote_is_no_digit_of_its_number(tmp_path: Path, mark: str) -> None:
    title = f"<p>Keadaan per 31 Maret 2025{mark}</p>"
    rows = ([f"Kapuas{mark}", f"1.170{mark}"], ["Seruyan", "1.300"])
    page = title + table(["Kab/Kota", f"Aktif{mark}"], *rows)
    path = tmp_path / "rekap.xls"
    path.write_text(page, encoding="utf-8")

    assert figures(read_file(path), Measure.ACTIVE) == {"62.03": 1170, "62.07": 1300}


def test_a_raised_text_that_is_no_mark_is_kept(tmp_path: Path) -> None:
    assert read(tmp_path, table(["10<sup>ribu orang</sup>"])).rows == (("10ribu orang",),)


def test_what_sorts_a_table_unseen_is_no_part_of_a_number(tmp_path: Path) -> None:
    page = table(
        ["Kapuas", '<span style="display:none">0001170</span>1.170', "<i hidden>9</i>5"],
        ["Seruyan", '<span style="display:none">0002000', "</span>6"],
    )

    assert read(tmp_path, page).rows == (("Kapuas", "1.170", "5"), ("Seruyan", "0002000", "6"))


def test_rows_and_cells_with_the_hidden_mark_are_hidden(tmp_path: Path) -> None:
    page = "<table>" + line(["<td hidden>id</td>", "Kapuas", "5"]) + "<tr hidden><td>Seruyan<td>6</table>"
    sheet = read(tmp_path, page)

    assert sheet.rows == (("Kapuas", "5"), ("Seruyan", "6"))
    assert sheet.hidden_rows == {1}


def test_a_day_that_excel_wrote_down_as_a_number_stays_a_day(tmp_path: Path) -> None:
    days = ("31/03/2025", "31-Mar-25", "Mar-25", "2025")
    page = table([f'<td x:num="45747">{day}</td>' for day in days])

    assert read(tmp_path, page).rows == (("31/03/2025", "31-Mar-25", "Mar-25", 45747.0),)


def test_cells_reach_down_over_rows_that_have_none(tmp_path: Path) -> None:
    page = "<table><tr><td rowspan=3>K<td>1<tr></tr><tr><td>2<tr><td>x<td>3</table>"
    sheet = read(tmp_path, page)

    assert sheet.rows == (("K", "1"), (None, "2"), ("x", "3"))
    assert sheet.merges == (Merge(0, 0, 1, 0),)


def test_a_frame_of_one_cell_within_a_cell_is_its_text(tmp_path: Path) -> None:
    sheet = read(tmp_path, table(["Kapuas", table(["<b>5</b>"])], ["Seruyan", table(["6"])]))

    assert sheet.rows == (("Kapuas", "5"), ("Seruyan", "6"))


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
        ("cp1252", ""),
        ("cp1250", "<meta charset=windows-1250>"),
        ("utf-8", "<meta charset=zip>"),
    ],
)
def test_every_usual_encoding(tmp_path: Path, encoding: str, meta: str) -> None:
    page = f"<html><head>{meta}</head>{table(['Kapuas – é', '5'])}</html>"

    assert read(tmp_path, page.encode(encoding)).rows == (("Kapuas – é", "5"),)


def test_a_workbook_saved_as_one_web_page(tmp_path: Path) -> None:
    path = tmp_path / "Rekap.mht"
    path.write_bytes(web_archive(("Maret", table(["Kapuas", "5"])), ("April", table(["Kapuas", "6"]))))
    sheets = read_grid(path).sheets

    assert [(sheet.name, sheet.rows) for sheet in sheets] == [
        ("Maret", (("Kapuas", "5"),)),
        ("April", (("Kapuas", "6"),)),
    ]


@pytest.mark.parametrize("page", ["<html><body>Silakan login</body></html>", "<table></table>"])
def test_a_page_without_a_table_is_perhaps_a_login(tmp_path: Path, page: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        read(tmp_path, page)

    assert caught.value.code == "html_without_table"


def test_a_page_that_only_frames_others_says_where_its_table_is(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError) as caught:
        read(tmp_path, "<html><frameset><frame src='rekap_files/sheet001.htm'></frameset></html>")

    assert caught.value.code == "html_frames"
    assert ".xlsx" in str(caught.value)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>" * 60_000,
        "<table>" * 100_000,
        '<a title="' * 200_000 + "<table><tr><td>1",
        "<td '>" * 100_000 + "<table><tr><td>1",
        "&amp" * 300_000 + "<table><tr><td>1",
        "<table><tr><td " + "a='" * 300_000,
        "<!--" * 300_000,
        "<script>" * 200_000,
        "<table><tr><td>" + "<span style='display:none'>" * 100_000 + "<td></span>" * 1000,
        "<table><tr>" + "<td><b hidden>" * 60_000 + "</b>",
    ],
)
def test_pages_made_to_take_for_ever_do_not(page: str) -> None:
    began = time.monotonic()
    parts_of(page)

    assert time.monotonic() - began < 10


@pytest.mark.parametrize("span", ['rowspan="65534" colspan="1000"', 'colspan="99999999"'])
def test_spans_made_to_swell_are_refused(tmp_path: Path, span: str) -> None:
    rows = "".join(line([f"<td {span}>x</td>"] * 40) for _ in range(400))
    with pytest.raises(UnusableFileError) as caught:
        read(tmp_path, f"<table>{rows}</table>")

    assert caught.value.code in {"too_large", "far_cell"}


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_page_is_too_broken(text: str) -> None:
    parts_of("<table>" + text)
    parts_of(decoded_page(text.encode()))
