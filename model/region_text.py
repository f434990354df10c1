"""How names of regions are written: numbering, footnote marks, "Kab.", totals. No list of regions."""

import re
import unicodedata
from typing import Final

KABUPATEN: Final = "kabupaten"
KOTA: Final = "kota"
PROVINSI: Final = "provinsi"

# Joined as `squeezed` joins them; the longest that fits is taken off, so "kabkota" goes before "kab".
_KINDS: Final = {
    "pemerintahkabupaten": KABUPATEN, "pemerintahkab": KABUPATEN, "pemdakabupaten": KABUPATEN,
    "pemdakab": KABUPATEN, "pemkab": KABUPATEN, "kabupatenadministrasi": KABUPATEN,
    "kabadministrasi": KABUPATEN, "kabupatenadm": KABUPATEN, "kabadm": KABUPATEN,
    "kabupaten": KABUPATEN, "kab": KABUPATEN,
    "pemerintahkota": KOTA, "pemdakota": KOTA, "pemkot": KOTA, "pemko": KOTA,
    "kotaadministrasi": KOTA, "kotaadm": KOTA, "kotamadya": KOTA, "kodya": KOTA, "kota": KOTA,
    "pemerintahprovinsi": PROVINSI, "pemerintahpropinsi": PROVINSI, "pemdaprovinsi": PROVINSI,
    "pemdaprov": PROVINSI, "pemprov": PROVINSI, "provinsi": PROVINSI, "propinsi": PROVINSI,
    "prov": PROVINSI, "prop": PROVINSI,
    "pemerintahdaerah": "", "pemda": "", "kabupatenkota": "", "kabkota": "",
}  # fmt: skip
_BEFORE: Final = sorted(_KINDS.items(), key=lambda entry: -len(entry[0]))
_BEHIND: Final = tuple(
    (word, kind) for word, kind in _BEFORE if word in {"kabupaten", "kab", "kota", "kotamadya", "provinsi"}
)

_TOTALS: Final = re.compile(
    r"^(?:sub|grand)?(?:jumlah|jml|jlh|total|ratarata|rerata|rataan|average)|^(?:seluruh|semua)|(?:jumlah|total)$"
)
_WHOLES: Final = frozenset(
    ["indonesia", "nasional", "national", "sumatera", "sumatra", "jawa", "kalimantan", "sulawesi"]
)
_MEANS: Final = ("ratarata", "rerata", "rataan", "average")

_SUPERSCRIPTS: Final = re.compile("[\u2070\u00b9\u00b2\u00b3\u2074-\u207e]+")
_NUMBERING: Final = re.compile(r"^\s*(?:\(?\d{1,3}[.):]*|[ivx]{1,5}[.)]|[a-z]\))\s*(?=[a-z])")
_CODE: Final = re.compile(r"^\W*(\d\d)[., ]?(\d\d)\W*(?=[a-z])")
_FOOTNOTE: Final = re.compile(r"(?:\s*\(?\d{1,2}\)|\s+\(?[a-z]\)|(?<=[a-z])\d{1,2})\W*$")


def plain(text: str) -> str:
    """Return *text* in lower case without accents, invisible signs and doubled or odd spaces."""
    if text.isascii() and text.isprintable():
        # The short way of nearly every name: no accents and nothing unseen.
        return " ".join(text.casefold().replace("_", " ").split())
    folded = unicodedata.normalize("NFKD", _SUPERSCRIPTS.sub("", text)).casefold()
    kept = (
        " " if sign == "_" or unicodedata.category(sign) == "Cc" else sign
        for sign in folded
        if unicodedata.category(sign) not in {"Mn", "Cf"}
    )
    return " ".join("".join(kept).split())


def squeezed(text: str) -> str:
    """Return the letters and digits of a name alone: "1. Kab. Gn. Mas *)" -> "kabgnmas"."""
    bare = _FOOTNOTE.sub("", _NUMBERING.sub("", _CODE.sub("", plain(text))))
    return "".join(sign for sign in bare if sign.isalnum())


def leading_code(text: str) -> str | None:
    """Return the four digits of a code written before a name ("62.01 Kapuas"), or None."""
    found = _CODE.match(plain(text))
    return found[1] + found[2] if found else None


def readings(name: str) -> tuple[tuple[str, str], ...]:
    """Return what a squeezed name may mean, likeliest first: (name without its kind, kind or "").

    The whole name comes first, because "kotawaringintimur" is not a city called Waringin Timur.
    """
    found = [(name, "")]
    found += [(name[len(word) :], kind) for word, kind in _BEFORE if name.startswith(word)]
    found += [(name[: -len(word)], kind) for word, kind in _BEHIND if name.endswith(word)]
    return tuple(reading for reading in found if reading[0])


def without_total(name: str) -> str | None:
    """Return what a squeezed total is the total of ("totalkalteng" -> "kalteng"), None if it is none.

    "" for a total of nothing named, and for means, which are nobody's count.
    """
    if name in _WHOLES or name in {PROVINSI, "propinsi", "prov"}:
        return "" if name in _WHOLES else PROVINSI
    if not _TOTALS.search(name):
        return None
    return "" if name.startswith(_MEANS) else _TOTALS.sub("", name)
