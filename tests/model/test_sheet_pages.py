import ctypes
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from pypdfium2 import raw

from model.book import Paper, Signatory
from model.periods import month
from model.report.pages import page_count, page_image, page_sizes
from model.report.sheet import sheet_pdf
from model.report.sheet_content import sheet_content
from model.summary import Citation, Summary
from tests.builders.long_coverage_tables import long_table, segment_rows
from tests.builders.printed import sheet_text, text_of
from tests.builders.summaries import (
    OFFICE,
    coverage_table,
    figure,
    finding,
    key_figures,
    nothing_known,
    summary,
)


@pytest.fixture(scope="module")
def province_sheet() -> bytes:
    """The province's sheet, set once for the tests that only read it."""
    return sheet_pdf([summary()])


@pytest.mark.parametrize(("paper", "size"), [("f4", (215, 330)), ("folio", (210, 330)), ("a4", (210, 297))])
def test_paper_has_its_size_to_a_tenth_of_a_millimetre(paper: Paper, size: tuple[int, int]) -> None:
    ((width, height),) = page_sizes(sheet_pdf([summary(paper=paper)]))

    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize("paper", ["f4", "folio", "a4"])
def test_fourteen_regencies_fit_on_one_page(paper: Paper) -> None:
    assert page_count(sheet_pdf([summary(paper=paper)])) == 1


def test_a_long_table_repeats_its_header_on_every_page_and_loses_no_row() -> None:
    table = coverage_table(segment_rows(38), by=("region", "segment"))
    pdf = sheet_pdf([summary(table=table, notes=())])
    texts = [text_of(pdf, page) for page in range(page_count(pdf))]

    assert len(texts) == 4
    assert all("Segmen Potensi" in text for text in texts[:3])
    assert [text.count("Halaman ") for text in texts] == [1] * 4
    assert all(f"Halaman {number} dari 4" in text for number, text in enumerate(texts, 1))
    assert all("(lanjutan)" in text for text in texts[1:])
    assert all(f"Kabupaten Contoh {number} PMI" in " ".join(texts) for number in range(1, 39))


@pytest.mark.parametrize("rows", range(18, 36, 2))
def test_a_signature_never_parts_from_its_place_and_date(rows: int) -> None:
    pdf = sheet_pdf([summary(table=long_table(rows))])
    texts = [text_of(pdf, page) for page in range(page_count(pdf))]
    (signed,) = [text for text in texts if "NIP." in text]

    assert "Palangka Raya, ......" in signed
    assert "Sumber:" in signed


def test_a_booklet_numbers_its_pages_through() -> None:
    sheets = [
        summary(),
        summary(region="62.03", name="Kapuas"),
        summary(region="62.71", name="Palangka Raya", paper="a4", language="en"),
    ]
    pdf = sheet_pdf(sheets)

    assert page_count(pdf) == 3
    assert "Halaman 2 dari 3" in text_of(pdf, 1)
    assert "Kabupaten Kapuas, posisi" in text_of(pdf, 1)
    assert "Page 3 of 3" in text_of(pdf, 2)
    assert "Palangka Raya City, as of" in text_of(pdf, 2)


def test_no_sheet_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        sheet_pdf([])


def test_a_sheet_that_knows_nothing_is_still_a_sheet() -> None:
    text = sheet_text(nothing_known())

    assert "Tanpa set target. Tanpa pembanding." in text
    assert "Sumber: tidak tercatat." in text
    assert "NIP. ..." in text


def test_a_table_without_rows_still_has_its_total() -> None:
    assert "Kalimantan Tengah 1.009.250" in sheet_text(summary(table=coverage_table(())))


def test_an_office_signs_with_its_name_rank_and_number() -> None:
    signed = Signatory("KEPALA DINAS,\nu.b. SEKRETARIS", "Ir. Nama, M.AP", "Pembina", "19700101 199503 1 001")
    text = sheet_text(summary(office=replace(OFFICE, signatory=signed)))

    assert "KEPALA DINAS, u.b. SEKRETARIS, Ir. Nama, M.AP Pembina NIP. 19700101 199503 1 001" in text


def test_of_many_notes_six_stand_below_the_chart_and_the_rest_is_counted() -> None:
    notes = tuple(
        finding(f"Catatan nomor {number} dengan penjelasan yang cukup panjang.") for number in range(30)
    )
    text = sheet_text(summary(notes=notes))

    assert all(f"{number + 1}. Catatan nomor {number} dengan" in text for number in range(6))
    assert "7. dan 24 temuan lain: lihat halaman Temuan." in text
    assert "Catatan nomor 6" not in text


def test_cells_of_a_source_are_in_order_and_not_endless() -> None:
    cells = tuple(f"Rekap!{column}{line}" for line in (10, 9) for column in ("AA", "B", "C", "D"))
    source = Citation("a.xlsx", date(2025, 4, 3), cells, "")
    cited = sheet_content(summary(sources=(source,), target_set=""))["sources"]

    assert (
        cited == "a.xlsx, lembar Rekap, sel B9, B10, C9, C10, D9, D10 dan 2 sel lain (dibaca 3 April 2025)."
    )


# ---- the file ----


def test_the_file_is_tagged_and_says_what_it_is(province_sheet: bytes) -> None:
    document = pypdfium2.PdfDocument(province_sheet)
    try:
        facts = document.get_metadata_dict()

        assert raw.FPDFCatalog_IsTagged(document)
        assert facts["Title"].endswith("Provinsi Kalimantan Tengah, posisi per 31 Maret 2025")
        assert facts["Author"] == "DINAS TENAGA KERJA DAN TRANSMIGRASI"
        assert facts["CreationDate"].startswith("D:20250403")
    finally:
        document.close()
    assert b"pdfuaid:part" in province_sheet


def test_every_letter_is_set_in_our_own_embedded_fonts(province_sheet: bytes) -> None:
    document = pypdfium2.PdfDocument(province_sheet)
    page = document[0]
    try:
        texts = [found for found in page.get_objects(max_depth=5) if found.type == raw.FPDF_PAGEOBJ_TEXT]
        fonts = [raw.FPDFTextObj_GetFont(found) for found in texts]

        assert len(texts) > 100
        assert all(raw.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts)
        assert {_family(font) for font in fonts} == {"Inter"}
    finally:
        page.close()
        document.close()


def _family(font: raw.FPDF_FONT) -> str:
    name = ctypes.create_string_buffer(100)
    raw.FPDFFont_GetFamilyName(font, name, 100)
    return name.value.decode().split(" ")[0]


def test_the_chart_stays_drawing_and_text(province_sheet: bytes) -> None:
    document = pypdfium2.PdfDocument(province_sheet)
    page = document[0]
    try:
        assert not [found for found in page.get_objects(max_depth=5) if found.type == raw.FPDF_PAGEOBJ_IMAGE]
        assert "angka bersumber" in text_of(province_sheet)
    finally:
        page.close()
        document.close()


def test_the_same_summaries_make_the_same_file(province_sheet: bytes) -> None:
    assert sheet_pdf([summary()]) == province_sheet


def test_a_letter_that_no_font_has_does_not_stop_the_sheet() -> None:
    text = sheet_text(summary(book_name="rekap \U0001f600 \x07 中.xlsx"))

    assert "dicetak 3 April 2025" in text


def test_signs_of_the_template_language_are_only_letters() -> None:
    text = sheet_text(
        summary(book_name='#panic("x") $a$ *b* <c> @d \\ "e".xlsx', headline="*Naik* #1_2_ [x].")
    )

    assert '#panic("x") $a$ *b* <c> @d \\ "e".xlsx, dicetak' in text
    assert "*Naik* #1_2_ [x]." in text


def test_a_disagreement_is_a_grey_cell_that_grey_printers_keep() -> None:
    agreed = coverage_table(tuple(replace(found, disagrees=False) for found in summary().table.rows))

    def grey(sheet: Summary) -> int:
        return page_image(sheet_pdf([sheet]), 0, 2.0, grey=True).data.count(bytes([228]))

    assert grey(summary()) - grey(summary(table=agreed)) > 2000


def test_key_figures_without_a_comparison_say_so_once_each() -> None:
    alone = tuple(replace(found, change=None, approximate=False) for found in key_figures())

    assert sheet_text(summary(key_figures=alone, previous=None)).count("tanpa pembanding") == 5


def test_a_chart_without_any_value_is_left_out() -> None:
    assert sheet_content(summary(figure=figure(series=())))["chart"] is None
    assert sheet_content(summary(as_of=month(2025, 3)))["chart"] is not None
