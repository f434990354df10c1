"""Numbers of persons in texts: masked however they are written, and nothing else is."""

import pytest

from model.excel.by_name_numbers import masked_text
from model.excel.by_name_picture import masked_cell
from model.excel.notices import masked, shown
from tests.builders.persons import nik

NIK = nik(7)
FORMS = {
    "a NIK": NIK,
    "with dots": f"{NIK[:4]}.{NIK[4:8]}.{NIK[8:12]}.{NIK[12:]}",
    "with spaces": f"{NIK[:6]} {NIK[6:12]} {NIK[12:]}",
    "with underscores": f"{NIK[:4]}_{NIK[4:8]}_{NIK[8:12]}_{NIK[12:]}",
    "with slashes": f"{NIK[:2]}/{NIK[2:4]}/{NIK[4:6]}/{NIK[6:12]}/{NIK[12:]}",
    "with an apostrophe": f"'{NIK}",
    "cut short": NIK[:15],
    "with a digit too many": f"{NIK}3",
    "twice in one": f"{NIK}{NIK}",
    "of a family": "6201012908110009",
    "of an official": "197005011995031002",
    "of an official, apart": "19700501 199503 1 002",
    "KPJ": "06012345678",
    "telephone": "081255500017",
    "telephone from abroad": "+62 812-5550-0017",
    "telephone without plus": "6281255500017",
}
HARMLESS = [
    "Peserta aktif per 31 Maret 2025", "2021 2022 2023 2024", "2021-2022-2023-2024", "01/01/2025 31/12/2025",
    "Rp 12.345.678.901.234,00", "6.201.010.101.700.002", "1.234.567.890", "0.8123456789012", "62.81234567890",
    "Rekap 20250331120000.xlsx", "62.01.02.2001", "2025-03-31 2025-04-30", "(0536) 3221703", "46,21345678901",
    "No. 12/PER/2025 tanggal 3 Maret 2025",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "around", ["{}", "an. Siti ({})", "NIK.{}", "NIK:{}", "Kab. Kapuas {} x", "No {}, lama"]
)
def test_a_number_of_a_person_is_masked_wherever_it_stands(form: str, around: str) -> None:
    text = around.format(FORMS[form])
    digits = "".join(filter(str.isdigit, FORMS[form]))
    for told in (masked_text(text), masked(text), shown(text), str(masked_cell(text))):
        assert digits not in "".join(filter(str.isdigit, told))
        assert FORMS[form] not in told


@pytest.mark.parametrize("text", HARMLESS)
def test_other_numbers_stay(text: str) -> None:
    assert (masked_text(text), masked(text)) == (text, text)


@pytest.mark.parametrize("number", [int(NIK), float(NIK), int(NIK[:15]), 6201012908110009, 620101290811000.0])
def test_a_number_of_a_person_kept_as_a_number_is_masked_too(number: float) -> None:
    assert "*" in str(masked_cell(number))
    assert str(int(number)) not in shown(number)


@pytest.mark.parametrize("number", [0, 12.5, -3, 466_286, 12_345_678_901_234.0, True, float("inf")])
def test_figures_stay(number: float) -> None:
    assert masked_cell(number) is number
