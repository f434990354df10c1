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

_SPELLINGS: Final = {
    PU: ("pu", "ppu", "penerimaupah", "pekerjapenerimaupah", "formal", "pekerjaformal"),
    BPU: ("bpu", "pbpu", "bukanpenerimaupah", "pekerjabukanpenerimaupah", "informal", "pekerjainformal"),
    JAKON: ("jakon", "jasakonstruksi", "konstruksi", "jasakons", "pekerjajasakonstruksi"),
    PMI: ("pmi", "pekerjamigran", "pekerjamigranindonesia", "tki"),
    ALL: ("semua", "semuasegmen", "total", "jumlah", "seluruhsegmen", "segmensemua"),
}
_NAMES: Final = {name: segment for segment, names in _SPELLINGS.items() for name in names}


def parse_segment(text: str) -> str | None:
    """Return the segment that *text* names, ``ALL`` for a total, or None when it names none or several.

    Case, dots, dashes and spaces do not matter, nor does a second name beside the first:
    "Penerima Upah (PU)" and "BPU/PBPU" name one segment, "PU/BPU" none.
    """
    if not text.strip():
        return ALL
    outside, _, inside = text.casefold().partition("(")
    parts = [_squeezed(part) for part in outside.split("/")] if outside.strip() else []
    named = {_NAMES.get(part) for part in parts}
    # What stands in brackets may also be a unit or a remark.
    named |= {_NAMES[part] for part in map(_squeezed, inside.split("/")) if part in _NAMES}
    found = named - {ALL} if len(named) > 1 else named
    return found.pop() if len(found) == 1 else None


def _squeezed(text: str) -> str:
    letters = "".join(sign for sign in text if sign.isalnum())
    return letters.removeprefix("segmen") if letters != "segmensemua" else letters
