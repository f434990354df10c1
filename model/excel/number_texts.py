"""Numbers kept as text: their digits and separators, without signs, units and footnote marks."""

import math
import re
import unicodedata
from typing import Final

from model.excel.grid import Cell

_DASHES: Final = frozenset("-‐‑‒–—―−_")
_UNIT: Final = re.compile(r"(?<=\d)\s*(?:orang|jiwa|org|pekerja|peserta|tk)\.?$")
_FOOTNOTE: Final = re.compile(
    r"(?<=[\d%])\s*(?:\*+\)?|[\u00b9\u00b2\u00b3\u2070-\u2079]+[)\u207e]?|[a-z]\))$"
)
_NUMBERED_NOTE: Final = re.compile(r"(?<=\d)\s+\d\)$")
"""The mark of a numbered footnote, "1.200 1)"; in brackets it would be part of the number."""
_GROUPED_BY_SPACE: Final = re.compile(r"\d{1,3}(?:[ '\u2019]\d{3})+(?=$|[.,]\d+$)")
_EVEN_SUM: Final = re.compile(r"(?<=\d),-{1,2}$")
"""The sign of a round sum of money, "45.230,-"."""
_BODY: Final = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")


def cleaned(text: str) -> str:
    """Return *text* in lower case with plain spaces and signs, without a unit or a footnote mark."""
    if text.isascii():
        # The short way of nearly every cell: there is one other dash, and nothing to normalise.
        folded = text.lower().replace("_", "-")
    else:
        folded = "".join(
            "-" if sign in _DASHES else sign
            for sign in unicodedata.normalize("NFC", text).casefold()
            if unicodedata.category(sign) != "Cf"
        )
    folded = " ".join(folded.split())
    if folded.endswith(")") and "(" not in folded:
        folded = _NUMBERED_NOTE.sub("", folded)
    folded = _UNIT.sub("", _FOOTNOTE.sub("", folded)).strip()
    if folded.startswith("'") and len(folded) > 1:
        folded = folded[1:]  # what makes a text of a number that somebody types
    return _EVEN_SUM.sub("", folded)


def number_text(cell: Cell) -> str:
    """Return the digits and separators of a number kept as text, "" where a cell is none."""
    if not isinstance(cell, str):
        return ""
    bare = cleaned(cell).strip("() ").lstrip("+-").replace("%", "").strip()
    bare = bare.removeprefix("±").strip()
    if found := _GROUPED_BY_SPACE.match(bare):
        bare = re.sub(r"[ '\u2019]", "", found[0]) + bare[found.end() :]
    return bare if _BODY.fullmatch(bare) else ""


def is_grouped(body: str) -> bool:
    """Say whether digits stand in groups of thousands, all with one mark between them."""
    return bool(_GROUPS.fullmatch(body))


def is_lone_group(body: str) -> bool:
    """Say whether digits such as "1.170" may mean thousands as well as decimals."""
    return is_grouped(body) and len(re.findall("[.,]", body)) == 1


def written_value(body: str) -> float:
    """Return the number of a text with separators that can mean one thing only, NaN where it is no number."""
    marks = re.findall("[.,]", body)
    last = marks[-1]
    if len(set(marks)) == 1 and len(marks) > 1:
        return float(re.sub("[.,]", "", body)) if is_grouped(body) else math.nan
    front, _, decimals = body.rpartition(last)
    if re.search("[.,]", front) and not is_grouped(front):
        return math.nan
    return float(re.sub("[.,]", "", front) + "." + decimals)
