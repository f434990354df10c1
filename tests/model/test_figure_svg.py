import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.figures import Break, Figure, Point, Series, TargetLine
from model.observations import Nature
from model.periods import Period, at_day, month, year
from model.report.figure_labels import base_name, figure_title, figure_words
from model.report.figure_svg import figure_svg
from model.report.palettes import PALETTES, PaletteName
from model.report.sheet import figure_pdf, figure_png
from tests.builders.summaries import crowded_figure, figure, points, province_series

GREEN = PALETTES["print"].series[0]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: Figure, width: float = 300, height: float = 160, language: str = "id") -> ET.Element:
    return ET.fromstring(figure_svg(chart, width=width, height=height, palette="print", language=language))


def words(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def lines_of(root: ET.Element, colour: str) -> list[list[tuple[float, float]]]:
    found = [element for element in root.iter(f"{SVG}polyline") if element.get("stroke") == colour]
    return [
        [(float(x), float(y)) for x, y in (pair.split(",") for pair in element.get("points", "").split())]
        for element in found
    ]


def marks(root: ET.Element, colour: str) -> list[ET.Element]:
    return [element for element in root.iter(f"{SVG}circle") if element.get("stroke") == colour]


def test_a_chart_on_paper_is_drawn_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("figure-print.svg", figure_svg(figure(), width=300, height=160, palette="print"))


def test_a_crowded_chart_on_a_dark_screen_is_drawn_as_reviewed(golden: Callable[[str, str], None]) -> None:
    text = figure_svg(crowded_figure(), width=900, height=500, palette="screen-dark", language="en")

    golden("figure-dark-en.svg", text)


def test_a_line_joins_a_run_and_never_crosses_a_break() -> None:
    root = drawn(figure())
    lines = lines_of(root, GREEN)
    dotted = [float(line.get("x1", "")) for line in root.iter(f"{SVG}line") if _is_vertical_dotted(line)]

    assert [len(line) for line in lines] == [4, 4]
    assert len(dotted) == 2
    assert all(not (line[0][0] < x < line[-1][0]) for line in lines for x in dotted)


def _is_vertical_dotted(line: ET.Element) -> bool:
    return line.get("stroke-dasharray") is not None and line.get("x1") == line.get("x2")


def test_a_line_stops_where_a_value_is_unknown() -> None:
    series = province_series()
    unknown = replace(series.points[1], value=None)
    gap = replace(series, points=(series.points[0], unknown, *series.points[2:]), breaks=())

    lines = lines_of(drawn(figure(series=(gap,), breaks=())), GREEN)

    assert [len(line) for line in lines] == [7]


def test_sourced_figures_are_filled_and_all_others_hollow() -> None:
    found = marks(drawn(figure()), GREEN)

    assert sum(mark.get("fill") == GREEN for mark in found) == 2
    assert sum(mark.get("fill") == "#FFFFFF" for mark in found) == 7


def test_the_legend_names_only_what_the_chart_shows() -> None:
    sourced = Series("62", "Kalteng", "", points((month(2024, 12), 0.4, Nature.SOURCED)))

    assert "turunan atau rekaan untuk contoh" in words(drawn(figure()))
    assert "putus deret" in words(drawn(figure()))
    plain = words(drawn(figure(series=(sourced,), breaks=())))
    assert not {"angka bersumber", "rekaan untuk contoh", "putus deret"} & set(plain)


def test_months_of_the_axis_are_in_the_language_of_the_chart() -> None:
    assert "Des 2023" in words(drawn(figure()))
    assert "Dec 2023" in words(drawn(figure(), language="en"))
    assert "46.17%" in words(drawn(figure(), language="en"))


def test_positions_that_are_years_are_named_as_years() -> None:
    series = Series(
        "62", "Kalteng", "", points(*((year(y), 0.4, Nature.SOURCED) for y in (2021, 2022, 2023)))
    )

    found = words(drawn(figure(series=(series,), breaks=())))

    assert {"2021", "2022", "2023"} <= set(found)


def test_end_labels_of_close_lines_do_not_overlap() -> None:
    root = drawn(crowded_figure(), 460, 260)
    names = {"Kalteng", "Kapuas", "Gunung Mas", "Palangka Raya", "Target"}
    heights = sorted(
        float(text.get("y", "")) for text in root.iter(f"{SVG}text") if (text.text or "") in names
    )

    assert len(heights) == 5
    assert all(below - above >= 2 * 1.3 * 7.5 - 0.01 for above, below in pairwise(heights))


def test_series_out_of_focus_are_grey_and_below_those_in_focus() -> None:
    text = figure_svg(crowded_figure(), width=460, height=260, palette="print")
    grey = [found.start() for found in re.finditer(PALETTES["print"].unfocused, text)]
    first_focused = min(text.index(colour) for colour in PALETTES["print"].series)

    # The last grey thing is the line in the legend, which names the rest.
    assert all(place < first_focused for place in grey[:-1])
    assert "11 kabupaten/kota lain" in text


def test_several_series_in_focus_differ_in_shape_as_well_as_colour() -> None:
    root = drawn(crowded_figure(), 460, 260)
    blue, violet = PALETTES["print"].series[1:]

    assert any(shape.get("stroke") == blue for shape in root.iter(f"{SVG}rect"))
    assert any(shape.get("stroke") == violet for shape in root.iter(f"{SVG}polygon"))


def test_a_series_that_ends_early_says_when() -> None:
    early = replace(province_series(), code="62.03", name="Kapuas", points=province_series().points[:4])

    found = words(drawn(figure(series=(province_series(), early), focus=("62.03",))))

    assert found.count("Des 2023") == 2


def test_the_name_of_a_base_is_not_said_twice() -> None:
    assert base_name("Basis 2025") == "2025"
    assert base_name("Sakernas Agu 2024") == "Sakernas Agu 2024"
    named = tuple(replace(found, new=f"Basis {found.new}") for found in figure().breaks)
    assert "basis 2024" in words(drawn(figure(breaks=named)))


def test_a_break_without_a_name_is_called_a_break() -> None:
    unnamed = (Break(month(2025, 3), "62", "", ""),)

    assert words(drawn(figure(breaks=unnamed))).count("putus deret") == 2


def test_coverage_over_a_hundred_percent_is_drawn_where_it_is() -> None:
    over = Series("62.05", "Barito Utara", "", points((month(2025, 3), 1.5087, Nature.SOURCED)))
    root = drawn(Figure("percent", (over,), low=0.0, high=1.6))
    ticks = {text.text: float(text.get("y", "")) for text in root.iter(f"{SVG}text")}
    (mark,) = marks(root, GREEN)

    assert "150,87 %" in ticks
    assert float(mark.get("cy", "")) < ticks["100"]


def test_people_are_counted_in_people() -> None:
    series = Series("62", "Kalteng", "", points((month(2025, 3), 465_940, Nature.SOURCED)))

    found = words(drawn(Figure("people", (series,), low=0, high=500_000)))

    assert {"orang", "465.940", "500.000"} <= set(found)


@pytest.mark.parametrize("chart", [Figure("percent", ()), figure(series=(), targets=(), breaks=())])
def test_a_figure_without_values_says_so(chart: Figure) -> None:
    assert "Belum ada angka untuk digambar." in words(drawn(chart))


def test_names_cannot_break_the_drawing() -> None:
    series = replace(province_series(), name='Kalteng <&> "baru"')

    assert any("<&>" in text for text in words(drawn(figure(series=(series,)))))


def test_a_hundred_and_twenty_months_keep_their_labels_apart() -> None:
    months = tuple(month(2015 + place // 12, place % 12 + 1) for place in range(120))
    series = Series("62", "Kalteng", "", tuple(Point(position, 0.4) for position in months))
    root = drawn(figure(series=(series,), breaks=()))
    foot = [text for text in root.iter(f"{SVG}text") if re.fullmatch(r"\w{3} 20\d\d", text.text or "")]
    places = sorted(float(text.get("x", "")) for text in foot)

    assert 4 <= len(places) <= 12
    assert all(after - before > 34 for before, after in pairwise(places))


def test_the_chart_in_words_says_what_its_lines_do() -> None:
    text = figure_words(figure(), "id")

    assert "Kalteng: dari 34,20 % (31 Maret 2023) menjadi 46,17 % (31 Maret 2025)." in text
    assert "Garis target: 66,03 %." in text
    assert "Putus deret pada 31 Maret 2025, basis 2025." in text


def test_a_chart_alone_becomes_a_picture_of_the_size_asked_for() -> None:
    data = figure_png(figure(), width=400, height=200, ratio=2)

    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (800, 400)


def test_a_chart_alone_becomes_the_same_pdf_every_time() -> None:
    assert figure_pdf(figure())[:5] == b"%PDF-"
    assert figure_pdf(figure()) == figure_pdf(figure())


@st.composite
def any_figure(draw: st.DrawFn) -> Figure:
    first = date(2015, 1, 1)
    days = draw(st.lists(st.integers(0, 4000), min_size=1, max_size=12, unique=True).map(sorted))
    positions: list[Period] = [at_day(first + timedelta(days=day)) for day in days]
    value = st.none() | st.floats(0, 3, allow_subnormal=False)
    series = tuple(
        Series(
            f"62.{number:02}",
            draw(st.text(max_size=40)),
            "",
            tuple(
                Point(position, draw(value), nature=draw(st.sampled_from(Nature))) for position in positions
            ),
            tuple(Break(position, "", "", "b") for position in draw(st.sets(st.sampled_from(positions)))),
        )
        for number in range(draw(st.integers(0, 5)))
    )
    targets = tuple(TargetLine("t", draw(st.floats(0, 3))) for _ in range(draw(st.integers(0, 2))))
    breaks = series[0].breaks if series else ()
    focus = tuple(draw(st.lists(st.sampled_from([line.code for line in series] or ["x"]), unique=True)))
    return Figure("percent", series, focus, targets, breaks, 0.0, 3.0)


@given(any_figure(), st.sampled_from(["print", "screen-light", "screen-dark"]))
def test_any_figure_is_drawn_inside_its_bounds(chart: Figure, palette: PaletteName) -> None:
    svg = figure_svg(chart, width=400, height=240, palette=palette)
    places = [
        float(value)
        for name in ("x", "x1", "x2", "cx", "y", "y1", "y2", "cy")
        for value in re.findall(rf' {name}="([^"]*)"', svg)
    ]

    assert all(math.isfinite(place) and -40 <= place <= 400 for place in places)


# ---- a chart that leaves its page ----


def test_a_chart_alone_says_what_it_shows_and_of_whom() -> None:
    text = figure_svg(crowded_figure(), width=900, height=500, titled=True)

    assert words(ET.fromstring(text))[-1] == "Tren cakupan, persen: Kalteng"
    assert words(drawn(crowded_figure()))[-1] != "Tren cakupan, persen: Kalteng"


def test_the_title_names_regencies_in_focus_and_the_segment() -> None:
    line = replace(province_series(), code="62.03", name="Kapuas", segment="PU")

    assert figure_title(figure(series=(line,)), "id") == "Tren cakupan, persen: Kapuas, Penerima Upah (PU)"


@pytest.mark.parametrize("height", [285, 500])
def test_of_fifteen_lines_in_focus_six_are_named_and_no_name_lies_on_another(height: float) -> None:
    chart = crowded_figure()
    chart = replace(chart, focus=tuple(line.code for line in chart.series))
    root = ET.fromstring(figure_svg(chart, width=900, height=height, titled=True))
    right = max(float(found.get("x", "")) for found in root.iter(f"{SVG}text") if found.get("font-weight"))
    column = [found for found in root.iter(f"{SVG}text") if found.get("x") == f"{right:g}"]
    names = [line.name for line in chart.series if any(line.name in (found.text or "") for found in column)]

    assert names == [line.name for line in chart.series[:6]]
    assert all(
        float(below.get("y", "")) - float(above.get("y", "")) >= 12
        for above, below in pairwise(sorted_by_y(column))
    )


def sorted_by_y(found: list[ET.Element]) -> list[ET.Element]:
    return sorted(found, key=lambda element: float(element.get("y", "")))


def test_the_second_line_of_a_colour_is_dashed_and_has_another_mark() -> None:
    chart = crowded_figure()
    root = drawn(replace(chart, focus=tuple(line.code for line in chart.series[:6])))
    lines = [found for found in root.iter(f"{SVG}polyline") if found.get("stroke") == GREEN]

    assert {found.get("stroke-dasharray") is not None for found in lines} == {True, False}
    assert [found for found in root.iter(f"{SVG}rect") if found.get("stroke") == GREEN]
