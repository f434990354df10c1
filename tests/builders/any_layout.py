"""Any figures in any style in which an office could draw them, for tests that hold for every layout."""

from dataclasses import dataclass
from typing import Final

from hypothesis import strategies as st

from model.measures import Measure
from tests.builders.layout_facts import MARCH, MONTHS, QUARTERS, REPORTED, YEARS, Facts
from tests.builders.layout_words import NAME_STYLES, NUMBER_STYLES
from tests.builders.layouts import Axis, Style

_TITLES: Final = (
    "REKAPITULASI KEPESERTAAN JAMINAN SOSIAL KETENAGAKERJAAN",
    "PROVINSI KALIMANTAN TENGAH",
    "Tabel 3.1",
    "Lampiran II",
    "Dinas Tenaga Kerja dan Transmigrasi",
)
_NOTES: Final = (
    "Sumber: BPJS Ketenagakerjaan, diolah",
    "Catatan: angka sementara",
    "*) Angka sementara",
    "Keterangan: PU = Penerima Upah",
    "Palangka Raya, 5 April 2025",
    "NIP. 19700101 199503 1 001",
)
_COUNTS: Final = (Measure.ELIGIBLE, Measure.ACTIVE)
_SEGMENTS: Final = (("",), ("PU", "BPU"), ("PU", "BPU", ""), ("PU", "BPU", "JAKON", ""))
_PERIODS: Final = ((MARCH,), MONTHS, QUARTERS, YEARS)
_MEASURES: Final = (
    _COUNTS, (*_COUNTS, REPORTED), (Measure.ACTIVE,), (*_COUNTS, Measure.EMPLOYED, Measure.INACTIVE),
)  # fmt: skip


@dataclass(frozen=True)
class _Axes:
    """Where a table says what its figures are for: across, down the side, in blocks of periods."""

    across: tuple[Axis, ...]
    down: tuple[Axis, ...]
    blocks: bool


@st.composite
def any_layouts(draw: st.DrawFn) -> tuple[Facts, Style]:
    """Figures of up to three dimensions, and a style in which an office could draw them."""
    facts = Facts(
        draw(st.sampled_from(_SEGMENTS)), draw(st.sampled_from(_PERIODS)), draw(st.sampled_from(_MEASURES))
    )
    axes = draw(_axes(facts))
    return facts, draw(_styles(facts, axes))


@st.composite
def _axes(draw: st.DrawFn, facts: Facts) -> _Axes:
    values = (facts.periods, facts.segments, facts.measures)
    needed = {
        axis for axis, own in zip(Axis, values, strict=True) if len(own) > 1 or own == facts.segments != ("",)
    }
    blocks = len(facts.periods) > 1 and draw(st.booleans())
    order = draw(st.permutations(sorted(needed - ({Axis.PERIOD} if blocks else set()))))
    down = tuple(axis for axis in order if draw(st.booleans()))
    is_long = Axis.MEASURE in down and REPORTED not in facts.measures
    # Unless a column says what is counted, and counts alone, the header does.
    down = down if is_long else tuple(axis for axis in down if axis is not Axis.MEASURE)
    across = tuple(axis for axis in order if axis not in down) or (() if is_long else (Axis.MEASURE,))
    return _Axes(across, down, blocks)


def _styles(facts: Facts, axes: _Axes) -> st.SearchStrategy[Style]:
    return st.builds(
        Style,
        across=st.just(axes.across),
        down=st.just(axes.down),
        blocks=st.just(axes.blocks),
        years_apart=st.just(False) if facts.periods in (YEARS, (MARCH,)) else st.booleans(),
        titles=st.lists(st.sampled_from(_TITLES), max_size=3, unique=True).map(tuple),
        merged=st.booleans(),
        english=st.sampled_from(["", "", "cell", "row"]),
        numbering=st.sampled_from(["", "(1)", "1", "-1"] if not axes.blocks else [""]),
        running=st.booleans(),
        code=st.sampled_from(["", "kemendagri", "float", "bare", "bps"]),
        level=st.booleans(),
        name=st.sampled_from(NAME_STYLES),
        number=st.sampled_from(NUMBER_STYLES),
        share=st.sampled_from(["points", "text", "fraction"]),
        total=st.sampled_from(["", ""] if axes.down else ["", "jumlah", "first", "last", "kinds"]),
        blank_above=st.integers(0, 3),
        blank_left=st.integers(0, 2),
        blank_below_header=st.booleans(),
        gap_every=st.sampled_from([0, 0, 5]),
        gap_column=st.booleans(),
        notes=st.lists(st.sampled_from(_NOTES), max_size=3, unique=True).map(tuple),
    )
