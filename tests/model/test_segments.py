import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segments import ALL, BPU, JAKON, PMI, PU, SEGMENTS, parse_segment


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("PU", PU),
        ("pu", PU),
        ("P.U.", PU),
        ("Penerima Upah", PU),
        ("Penerima Upah (PU)", PU),
        ("Segmen PU", PU),
        ("PU / Penerima Upah", PU),
        ("Pekerja Penerima Upah", PU),
        ("Formal", PU),
        ("BPU", BPU),
        ("PBPU", BPU),
        ("BPU/PBPU", BPU),
        ("Bukan Penerima Upah", BPU),
        ("Pekerja Bukan Penerima Upah (BPU)", BPU),
        ("Informal", BPU),
        ("Jakon", JAKON),
        ("Jasa Konstruksi (Jakon)", JAKON),
        ("JASA-KONSTRUKSI", JAKON),
        ("PMI", PMI),
        ("Pekerja Migran Indonesia", PMI),
        ("", ALL),
        ("  ", ALL),
        ("Semua segmen", ALL),
        ("Jumlah", ALL),
        ("TOTAL", ALL),
    ],
)
def test_a_segment_is_known_by_its_names(text: str, segment: str) -> None:
    assert parse_segment(text) == segment


@pytest.mark.parametrize(
    "text", ["Sopir", "Kapuas", "Peserta", "PU dan BPU", "PU/BPU", "( )", "()", "/", "Penerima", "?"]
)
def test_what_names_none_or_several_is_none(text: str) -> None:
    assert parse_segment(text) is None


def test_every_segment_is_its_own_name() -> None:
    assert [parse_segment(segment) for segment in SEGMENTS] == list(SEGMENTS)


@given(st.text())
def test_nothing_whatever_makes_parsing_raise(text: str) -> None:
    assert parse_segment(text) in {None, ALL, *SEGMENTS}
