import csv
import io

from gui.charts.figure_data import figure_csv, figure_rows, figure_tsv
from model.observations import Nature
from tests.builders.figures import figure, series

SHOWN = figure(
    series("62", (0.4617, None), name="Kalimantan Tengah", nature=Nature.DERIVED),
    series("62.03", (0.5, 0.25), name="Kapuas", eligible=2000),
)


def test_there_is_a_row_for_each_position_and_region_in_time_order() -> None:
    rows = figure_rows(SHOWN)[1:]

    assert [row[:3] for row in rows] == [
        ("2023-03-31", "62", "Kalimantan Tengah"),
        ("2023-03-31", "62.03", "Kapuas"),
        ("2023-06-30", "62", "Kalimantan Tengah"),
        ("2023-06-30", "62.03", "Kapuas"),
    ]


def test_potential_participants_coverage_and_nature_stand_beside_each_other() -> None:
    headers, first, *_ = figure_rows(SHOWN)

    assert dict(zip(headers, first, strict=True)) == {
        "Posisi": "2023-03-31",
        "Kode": "62",
        "Wilayah": "Kalimantan Tengah",
        "Segmen": "Semua segmen",
        "Potensi": "1000",
        "Peserta aktif": "461,7",
        "Cakupan (%)": "46,17",
        "Basis potensi": "",
        "Sifat angka": "turunan",
    }


def test_what_is_not_known_is_empty_and_not_zero() -> None:
    row = figure_rows(SHOWN)[3]

    assert row[4:7] == ("1000", "", "")


def test_english_has_points_and_commas() -> None:
    lines = figure_csv(SHOWN, "en").splitlines()

    assert lines[0].startswith("Position,Code,Region")
    assert "46.17" in lines[1]


def test_tabs_part_the_cells_of_the_clipboard() -> None:
    lines = figure_tsv(SHOWN).splitlines()

    assert len(lines) == 5
    assert {line.count("\t") for line in lines} == {8}


def test_a_csv_is_read_back_whatever_the_names_hold() -> None:
    odd = figure(series("62.03", (0.5,), name='Kapuas; "lama"'), series("62.04", (0.5,), name="=1+1"))

    rows = list(csv.reader(io.StringIO(figure_csv(odd)), delimiter=";"))

    assert rows[1][2] == 'Kapuas; "lama"'
    assert rows[2][2] == "'=1+1"
