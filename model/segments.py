"""The segments of employment social security, and the total that is none of them."""

from typing import Final

ALL: Final = ""
"""No segment: the total of a region. Segments are never added to it."""

PU: Final = "PU"
BPU: Final = "BPU"
JAKON: Final = "JAKON"
PMI: Final = "PMI"

SEGMENTS: Final = (PU, BPU, JAKON, PMI)
"""Wage earners, self-employed, construction, migrant workers, in the order of every table."""

_NAMES: Final = {
    PU: {"pu", "penerima upah", "pekerja penerima upah", "ppu", "formal", "pekerja formal"},
    BPU: {
        "bpu",
        "pbpu",
        "bukan penerima upah",
        "pekerja bukan penerima upah",
        "informal",
        "pekerja informal",
    },
    JAKON: {"jakon", "jasa konstruksi", "konstruksi", "jasakons", "pekerja jasa konstruksi"},
    PMI: {"pmi", "pekerja migran", "pekerja migran indonesia", "tki"},
    ALL: {"", "semua", "semua segmen", "total", "jumlah", "seluruh segmen"},
}


def parse_segment(text: str) -> str | None:
    """Return the segment that *text* names, ``ALL`` for a total, or None when it names none.

    Case, dots, dashes and a trailing abbreviation in brackets do not matter:
    "Penerima Upah (PU)" is ``PU``.
    """
    plain = " ".join(text.replace(".", " ").replace("-", " ").casefold().split())
    outside, _, inside = plain.partition("(")
    for candidate in (plain, outside.strip(), inside.rstrip(") ").strip()):
        if not candidate and plain:
            continue
        for segment, names in _NAMES.items():
            if candidate in names:
                return segment
    return None
