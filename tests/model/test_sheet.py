import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from model.book import Office
from model.coverage import Row
from model.observations import Nature
from model.periods import quarter, year
from model.report.pages import page_text
from model.report.sheet import sheet_pdf
from model.report.sheet_content import sheet_content
from model.report.sheet_table import table_content
from model.summary import KeyFigure, Summary
from tests.builders.long_coverage_tables import long_table, segment_rows
from tests.builders.printed import sheet_text, text_of
from tests.builders.summaries import (
    DECEMBER,
    MARCH,
    OFFICE,
    REGENCIES,
    coverage_table,
    figure,
    points,
    province_series,
    row,
    summary,
)


@pytest.fixture(scope="module")
def province_sheet() -> bytes:
    """The province's sheet, set once for the tests that only read it."""
    return sheet_pdf([summary()])


def column(sheet: Summary, kind: str) -> list[str]:
    content = table_content(sheet)
    place = [found["kind"] for found in content["columns"]].index(kind)
    cells = [line[place] for line in [*content["rows"], content["total"]]]
    return [cell if isinstance(cell, str) else cell["text"] for cell in cells]


def kinds(sheet: Summary) -> list[str]:
    return [found["kind"] for found in table_content(sheet)["columns"]]


def one_row(changed: Row) -> Summary:
    return summary(table=coverage_table((changed,)))


# ---- what stands on the sheet ----


def test_the_texts_of_the_sheet_are_as_reviewed(golden: Callable[[str, str], None]) -> None:
    content = sheet_content(summary())
    content["chart"].pop("svg")  # has a golden file of its own

    golden("sheet-content.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def test_the_page_as_it_is_read_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("sheet-page.txt", page_text(sheet_pdf([summary()]), 0) + "\n")


@pytest.mark.parametrize(
    "words",
    [
        "DINAS TENAGA KERJA DAN TRANSMIGRASI",
        "Lembar Ringkasan Cakupan Jaminan Sosial Ketenagakerjaan",
        "Provinsi Kalimantan Tengah, posisi per 31 Maret 2025",
        "Basis potensi 2025. Semua segmen. Set target: tersirat dari siaran pers 2025, 66,03 %.",
        "Pembanding: 31 Desember 2024.",
        "46,17 %",
        "naik 0,73 poin persen",
        "turun ±16.908 orang",
        "target 666.408 − peserta aktif",
        "Cakupan naik 0,73 poin persen, padahal peserta aktif berkurang 346 orang.",
        "lebih 9.106",
        "46,2 ≠",
        "tidak ada",
        "Kalimantan Tengah 1.009.250 465.940 543.310 46,17 46,2 200.468 Pantau",
        "Angka kabupaten/kota: rekaan untuk contoh.",
        "Garis tegak: target 66,03 %.",
        "Tren cakupan",
        "Catatan",
        "Rekap UCJ Kalteng Maret 2025.xlsx, lembar Rekap, sel C21, D21 (dibaca 3 April 2025)",
        "April 2025 KEPALA DINAS TENAGA KERJA DAN TRANSMIGRASI PROVINSI KALIMANTAN TENGAH,",
        "NIP. ....",
        "Kalteng 2025.xlsx, dicetak 3 April 2025",
        "Halaman 1 dari 1",
    ],
)
def test_the_page_says(words: str, province_sheet: bytes) -> None:
    assert words in text_of(province_sheet)


def test_the_english_sheet_says_nothing_in_indonesian() -> None:
    english = replace(
        summary(),
        language="en",
        headline="Coverage rose.",
        explanation="",
        notes=(),
        sources=(),
        office=Office(),
        target_set="press",
        book_name="a.xlsx",
    )
    text = sheet_text(english)

    assert "Kalimantan Tengah Province, as of 31 March 2025" in text
    assert "9,106 above" in text
    assert "Page 1 of 1" in text
    assert not [
        word for word in ("Cakupan", "Halaman", "peserta", "target tersirat", "Sumber") if word in text
    ]


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (MARCH, "posisi per 31 Maret 2025"),
        (quarter(2025, 1), "posisi triwulan I 2025"),
        (year(2024), "posisi tahun 2024"),
    ],
)
def test_a_position_is_named_as_precisely_as_it_was_given(as_of: object, words: str) -> None:
    assert words in sheet_content(summary(as_of=as_of))["position"]


def test_the_book_and_not_the_word_for_it_names_the_base() -> None:
    assert sheet_content(summary(vintage="Basis 2025"))["basis"].startswith("Basis potensi 2025.")


# ---- the five figures ----


@pytest.mark.parametrize(
    ("figure_changed", "change"),
    [
        (KeyFigure("active", 10, 346, False), "naik 346 orang"),
        (KeyFigure("active", 10, -346, True), "turun ±346 orang"),
        (KeyFigure("active", 10, 0, False), "tetap"),
        (KeyFigure("active", 10, None, False), "Des 2024 tanpa angka"),
        (KeyFigure("shortfall", None, None, False), ""),
        (KeyFigure("coverage", 0.5, -0.0073, False), "turun 0,73 poin persen"),
        (KeyFigure("coverage", 0.5, 0.00001, False), "naik kurang dari 0,01 poin persen"),
    ],
)
def test_a_change_is_said_in_words(figure_changed: KeyFigure, change: str) -> None:
    (shown,) = sheet_content(summary(key_figures=(figure_changed,)))["figures"]

    assert shown["change"] == change


def test_a_surplus_is_no_negative_shortfall() -> None:
    better = row("62.05", "Barito Utara", 60_450, 49_022)
    shown = sheet_content(summary(row=better))["figures"]

    assert shown[-1]["value"] == "lebih 9.106"


def test_a_derived_base_is_shown_as_approximate() -> None:
    derived = row(eligible=1_026_158, active=466_286, approximate=frozenset({"eligible", "unprotected"}))
    marked = one_row(replace(derived, nature=Nature.DERIVED))

    assert column(marked, "eligible")[0] == "±1.026.158"
    assert column(marked, "active")[0] == "466.286"
    assert column(one_row(derived), "eligible")[0] == "1.026.158"


# ---- the table ----


def test_regions_stand_by_coverage_and_the_unknown_last() -> None:
    names = column(summary(table=long_table(6)), "name")

    assert names[0] == "Lebih dari seratus"
    assert names[-3:] == ["Tanpa potensi", "Tanpa angka", "Kalimantan Tengah"]


def test_coverage_over_a_hundred_percent_keeps_its_figure_and_is_explained() -> None:
    text = sheet_text(one_row(row("62.05", "Barito Utara", 51_086, 77_074)))

    assert "150,87" in text
    assert "cakupan di atas 100 %" in text


def test_a_row_without_figures_shows_dashes_and_not_zeros() -> None:
    nothing = one_row(row("62.05", "Barito Utara", None, None))

    assert [column(nothing, kind)[0] for kind in ("eligible", "active", "unprotected", "coverage")] == [
        "–"
    ] * 4
    assert "– angka tidak ada di sumber." in sheet_text(nothing)


def test_reported_figures_keep_their_decimals_and_share_them() -> None:
    plain, fine = row("62.01", "A", 100, 50, 0.5), row("62.02", "B", 100, 40, 0.4012)

    assert column(summary(table=coverage_table((plain,))), "reported") == ["50,0", "46,2"]
    assert column(summary(table=coverage_table((plain, fine))), "reported") == ["50,00", "40,12", "46,20"]


def test_without_a_target_there_are_no_target_columns() -> None:
    rows = tuple(
        row(code, name, eligible, active, rate=None) for code, name, eligible, active, _ in REGENCIES
    )
    table = coverage_table(rows, total=row(rate=None), target_rate=None, target_set="")
    without = summary(table=table, target_set="", target_rate=None, row=row(rate=None))
    text = sheet_text(without)

    assert not {"shortfall", "status", "reported"} & set(kinds(without))
    assert "Tanpa set target." in text
    assert "belum ada target" in text
    assert "Sumber tidak memuat persentase untuk dibandingkan." in text


def test_a_table_by_segment_has_its_segments_and_their_total() -> None:
    segments = tuple(replace(found, code="62.02") for found in segment_rows(1))
    sheet = summary(table=coverage_table(segments, by=("segment",)), region="62.02")

    assert column(sheet, "name")[0] == "Penerima Upah (PU)"
    assert column(sheet, "name")[-1] == "Semua segmen"
    assert "Kabupaten Kotawaringin Timur, posisi" in sheet_text(sheet)


def test_a_table_by_region_and_segment_has_both_columns() -> None:
    sheet = summary(table=coverage_table(segment_rows(2), by=("region", "segment")))

    assert kinds(sheet)[:2] == ["name", "segment"]
    assert column(sheet, "segment")[:4] == ["PU", "BPU", "Jakon", "PMI"]
    assert table_content(sheet)["group_starts"] == [4]


def test_made_up_rows_among_others_are_marked_one_by_one() -> None:
    rows = (row("62.01", "A", 10, 5), replace(row("62.02", "B", 10, 4), nature=Nature.INVENTED))
    sheet = summary(table=coverage_table(rows))

    assert column(sheet, "name")[:2] == ["A", "B °"]
    assert "° Angka rekaan untuk contoh." in sheet_text(sheet)


def test_a_sheet_of_nothing_but_made_up_figures_says_so_of_all_of_them() -> None:
    made_up = replace(row("62.03", "Kapuas", 10, 5), nature=Nature.INVENTED)
    line = replace(
        province_series(), points=points((DECEMBER, 0.4, Nature.INVENTED), (MARCH, 0.5, Nature.INVENTED))
    )
    sheet = summary(
        region="62.03",
        row=made_up,
        table=coverage_table((made_up,), total=made_up),
        figure=figure(series=(line,)),
    )

    assert table_content(sheet)["footnotes"][0]["text"] == "Angka di lembar ini rekaan untuk contoh."


def test_one_sourced_position_on_the_chart_keeps_the_rest_of_a_sheet_apart() -> None:
    made_up = replace(row("62.03", "Kapuas", 10, 5), nature=Nature.INVENTED)
    sheet = summary(row=made_up, table=coverage_table((made_up,), total=made_up), figure=figure())

    assert table_content(sheet)["footnotes"][0]["text"] == "Sebagian angka di lembar ini rekaan untuk contoh."


def test_more_protected_than_entitled_reads_like_a_surplus_and_never_as_a_minus() -> None:
    over = row("62", "Kalimantan Tengah", 10_000, 16_844)
    sheet = summary(
        row=over,
        table=coverage_table((over,), total=over),
        key_figures=(KeyFigure("unprotected", -6_844, None, False),),
    )

    assert column(sheet, "unprotected") == ["lebih 6.844", "lebih 6.844"]
    assert sheet_content(sheet)["figures"][0]["value"] == "lebih 6.844"


def test_a_sum_of_some_regions_does_not_pass_for_the_province() -> None:
    some = row("", "Jumlah 2 wilayah", 20, 9)
    rows = (row("62.01", "A", 10, 5), row("62.02", "B", 10, 4))
    sheet = summary(row=some, table=coverage_table(rows, total=some))

    assert sheet_content(sheet)["position"].startswith(
        "Provinsi Kalimantan Tengah (2 dari 14 kabupaten/kota), "
    )


def test_targets_of_a_column_are_named_as_those_of_the_file() -> None:
    from_file = sheet_content(summary(target_set="", target_rate=None))["basis"]
    bare = row(rate=None)
    without = summary(target_set="", target_rate=None, row=bare, table=coverage_table((bare,), total=bare))

    assert "Target menurut berkas." in from_file
    assert "Tanpa set target." in sheet_content(without)["basis"]


def test_a_single_position_is_no_trend() -> None:
    line = replace(
        province_series(), points=points((DECEMBER, None, Nature.SOURCED), (MARCH, 0.5, Nature.SOURCED))
    )

    assert sheet_content(summary(figure=figure(series=(line,))))["chart"] is None


def test_the_sources_name_the_document_of_the_target() -> None:
    told = summary(target_set="RPJMD", target_basis="Perda 3/2025.")

    assert sheet_content(told)["sources"].endswith("Target: RPJMD (Perda 3/2025).")
    assert sheet_content(replace(told, target_basis=""))["sources"].endswith("Target: RPJMD.")
    assert "Target:" not in sheet_content(replace(told, target_set=""))["sources"]


def test_a_sheet_without_invented_figures_says_nothing_of_them() -> None:
    rows = (row("62.01", "A", 10, 5),)

    assert "rekaan" not in sheet_text(
        summary(table=coverage_table(rows), invented=False, notes=(), figure=figure(series=()))
    )


def test_the_footnote_on_the_total_stands_only_where_the_rows_add_up_to_something_else(
    province_sheet: bytes,
) -> None:
    exact = (row("62.01", "A", 1_009_250, 465_940),)

    assert "Kekurangan baris jumlah" in text_of(province_sheet)
    assert "Kekurangan baris jumlah" not in sheet_text(summary(table=coverage_table(exact)))


def test_thresholds_of_the_status_are_those_of_the_office() -> None:
    strict = replace(OFFICE, on_track=0.9, watch=0.725)

    text = sheet_text(summary(office=strict))

    assert "≥ 90 %" in text
    assert "72,5–90 %" in text
    assert "< 72,5 %" in text
