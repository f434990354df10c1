"""Any table that an office may draw gives back the figures it was drawn from, all of them and no more."""

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from model.excel.examine import examine
from model.excel.grid import Grid
from model.measures import Measure
from tests.builders.layout_words import NAME_STYLES, NUMBER_STYLES
from tests.builders.layouts import (
    MARCH,
    MONTHS,
    QUARTERS,
    REPORTED,
    YEARS,
    Axis,
    Facts,
    Style,
    differences,
    drawn,
    read_back,
)

TITLES = (
    "REKAPITULASI KEPESERTAAN JAMINAN SOSIAL KETENAGAKERJAAN",
    "PROVINSI KALIMANTAN TENGAH",
    "Tabel 3.1",
    "Lampiran II",
    "Dinas Tenaga Kerja dan Transmigrasi",
)
NOTES = (
    "Sumber: BPJS Ketenagakerjaan, diolah",
    "Catatan: angka sementara",
    "*) Angka sementara",
    "Keterangan: PU = Penerima Upah",
    "Palangka Raya, 5 April 2025",
    "NIP. 19700101 199503 1 001",
)
COUNTS = (Measure.ELIGIBLE, Measure.ACTIVE)
SEGMENTS = (("",), ("PU", "BPU"), ("PU", "BPU", ""), ("PU", "BPU", "JAKON", ""))
PERIODS = ((MARCH,), MONTHS, QUARTERS, YEARS)
MEASURES = (COUNTS, (*COUNTS, REPORTED), (Measure.ACTIVE,), (*COUNTS, Measure.EMPLOYED, Measure.INACTIVE))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Facts, Style]:
    """Figures of up to three dimensions, and a style in which an office could draw them."""
    periods = draw(st.sampled_from(PERIODS))
    segments = draw(st.sampled_from(SEGMENTS))
    measures = draw(st.sampled_from(MEASURES))
    needed = {
        axis
        for axis, values in zip(Axis, (periods, segments, measures), strict=True)
        if len(values) > 1 or values == segments != ("",)
    }
    blocks = len(periods) > 1 and draw(st.booleans())
    order = draw(st.permutations(sorted(needed - ({Axis.PERIOD} if blocks else set()))))
    down = tuple(axis for axis in order if draw(st.booleans()))
    is_long = Axis.MEASURE in down and REPORTED not in measures
    # Unless a column says what is counted, and counts alone, the header does.
    down = down if is_long else tuple(axis for axis in down if axis is not Axis.MEASURE)
    across = tuple(axis for axis in order if axis not in down) or (() if is_long else (Axis.MEASURE,))
    totals = ["", ""] if down else ["", "jumlah", "first", "last", "kinds"]
    style = Style(
        across=across,
        down=down,
        blocks=blocks,
        years_apart=draw(st.booleans()) and periods is not YEARS and periods is not PERIODS[0],
        titles=tuple(draw(st.lists(st.sampled_from(TITLES), max_size=3, unique=True))),
        merged=draw(st.booleans()),
        english=draw(st.sampled_from(["", "", "cell", "row"])),
        numbering=draw(st.sampled_from(["", "(1)", "1", "-1"] if not blocks else [""])),
        running=draw(st.booleans()),
        code=draw(st.sampled_from(["", "kemendagri", "float", "bare", "bps"])),
        level=draw(st.booleans()),
        name=draw(st.sampled_from(NAME_STYLES)),
        number=draw(st.sampled_from(NUMBER_STYLES)),
        share=draw(st.sampled_from(["points", "text", "fraction"])),
        total=draw(st.sampled_from(totals)),
        blank_above=draw(st.integers(0, 3)),
        blank_left=draw(st.integers(0, 2)),
        blank_below_header=draw(st.booleans()),
        gap_every=draw(st.sampled_from([0, 0, 5])),
        gap_column=draw(st.booleans()),
        notes=tuple(draw(st.lists(st.sampled_from(NOTES), max_size=3, unique=True))),
    )
    return Facts(segments, periods, measures), style


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables())
def test_any_drawn_table_gives_its_figures_back_and_asks_nothing(table: tuple[Facts, Style]) -> None:
    facts, style = table
    page = drawn(facts, style)
    note("\n".join(repr(row) for row in page.rows[:14]))
    found = examine(Grid("rekap.xlsx", "0" * 64, (page.sheet,)))

    wrong = differences(read_back(found.book), facts.truth(province=style.prints_province))
    note(str([(problem.code, problem.cell) for problem in found.book.problems]))
    assert not wrong, f"{len(wrong)} differences, the first: {wrong[:3]}"
    assert not found.questions
