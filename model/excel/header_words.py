"""The words of headers and titles: which measure, segment and unit they name. Nothing is guessed.

A header counts only when every word of it is understood: "Peserta aktif perempuan" is not the
participants, and "Perusahaan aktif" are no people.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from model.excel.grid import Cell
from model.excel.vintages import vintage_of
from model.measures import Measure
from model.periods import parse_month_name
from model.segments import BPU, JAKON, PMI, PU


class Doubt(StrEnum):
    """Why a header names no figure of ours although it names something."""

    UNKNOWN_WORDS = "unknown_words"
    SEVERAL_MEASURES = "several_measures"
    SEVERAL_SEGMENTS = "several_segments"
    ATTAINMENT = "attainment"
    """Active / target: the confusion with coverage that misleads most."""
    SHORTFALL = "shortfall"
    PERCENT_OF_OTHER = "percent_of_other"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header says. *measure* None: it names none (it may still name a segment or a total)."""

    measure: Measure | None = None
    segment: str = ""
    percent: bool = False
    """A percentage, by its sign or word."""
    sure: bool = True
    """False for a bare "%" or "Capaian": only the figures can show what it is a share of."""
    scale: float = 1.0
    """1000 for "(ribu orang)"."""
    vintage: str = ""
    doubt: Doubt | None = None
    unknown: tuple[str, ...] = ()
    """The words that were not understood."""


RAISED: Final = re.compile("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+[)\u207e]?")
"""The mark of a numbered footnote: it is no digit of the year or part of the word before it."""
_PERCENT: Final = re.compile(r"%|\b(?:persen|persentase|prosentase|presentase|pct|percent|percentage)\b")
_SCALES: Final = (
    (re.compile(r"\b(?:dalam |x )?(?:ribu|ribuan)\b(?: (?:orang|jiwa|pekerja|tk))?|\b000 orang\b"), 1e3),
    (re.compile(r"\b(?:dalam )?(?:juta|jutaan)\b(?: (?:orang|jiwa|pekerja|tk))?"), 1e6),
)
_PEOPLE: Final = re.compile(
    r"[(\[]\s*(?:dalam |satuan:? ?)*(?:orang|org|jiwa|pekerja|peserta|tk)\.?\s*[)\]]"
    r"|\bsatuan:? ?(?:orang|jiwa)\b",
    re.IGNORECASE,
)
_SEGMENTS: Final = (
    (
        BPU,
        re.compile(
            r"\b(?:pekerja )?bukan penerima upah\b|\bp?bpu\b|\b(?:sektor |pekerja )?informal\b"
            r"|\bself employed\b|\bnon wage(?: earners?| workers?)?\b"
        ),
    ),
    (
        PU,
        re.compile(
            r"\b(?:pekerja )?penerima upah\b|\bp?pu\b|\b(?:sektor |pekerja )?formal\b"
            r"|\bwage(?: earners?| workers?)?\b"
        ),
    ),
    (
        JAKON,
        re.compile(
            r"\b(?:sektor |pekerja )?jasa konstruksi\b|\bjakon(?:s|stek)?\b|\bjasakons?\b|\bkonstruksi\b"
            r"|\bconstruction(?: services| workers)?\b"
        ),
    ),
    (PMI, re.compile(r"\bpekerja migran(?: indonesia)?\b|\bpmi\b|\btki\b|\bmigrant(?: workers)?\b")),
)
_SHORTFALL: Final = re.compile(r"\b(?:kekurangan|selisih|gap|kurang)\b.*\btarget\b|\bshortfall\b")
_ATTAINMENT: Final = re.compile(
    r"\b(?:terhadap|thd|dari|atas|dibanding(?:kan)?|per|vs)\s+target\b|\b(?:pen)?capaian target\b"
    r"|\brealisasi target\b|\b(?:realisasi|capaian|aktif) */ *target\b|\battainment\b"
)
BOTH_SEXES: Final = re.compile(
    r"\b(?:l ?/? ?p|lk ?/? ?pr|(?:laki laki|laki|pria) ?(?:dan|/)? ?(?:perempuan|wanita))\b"
)
"""Men and women together, "L+P" in plain words."""
_RANK: Final = re.compile(r"\b(?:peringkat|ranking|rank)\b")

# In this order: each takes its words away before the next one looks.
_MEASURES: Final = (
    (
        Measure.REPORTED_UNPROTECTED,
        re.compile(
            r"\b(?:sisa )?potensi (?:pekerja |peserta |tenaga kerja |tk )?(?:yang )?belum \w+(?: peserta)?"
            r"|\bsisa potensi\b|\b(?:yang )?(?:belum|tidak) (?:ter\w+|menjadi peserta|jadi peserta|peserta)"
            r"|\bgap\b|\bkesenjangan\b|\bunprotected\b"
        ),
    ),
    (
        Measure.INACTIVE,
        re.compile(r"\b(?:non[- ]?aktif|tidak aktif|in-?aktif|inactive)\b"),
    ),
    (Measure.TARGET, re.compile(r"\btarget\b")),
    (
        Measure.ACTIVE,
        re.compile(
            r"\b(?:masih )?aktif\b|\b(?:sudah |telah )?terlindungi\b|\brealisasi\b|\bactive\b|\bprotected\b"
        ),
    ),
    (
        Measure.ELIGIBLE,
        re.compile(r"\bpotensi(?:al)?\b|\bsemesta\b|\b(?:yang )?berhak\b|\beligible\b|\buniverse\b"),
    ),
    (
        Measure.EMPLOYED,
        re.compile(
            r"\b(?:yang )?bekerja(?: selama)?(?: seminggu)?(?: yang)?(?: lalu| terakhir)?\b|\bemployed\b"
        ),
    ),
)  # fmt: skip
_COVERAGE: Final = re.compile(r"\bcakupan\b|\bcoverage\b|\bucj\b|\buniversal\b")
_WEAK_COVERAGE: Final = re.compile(r"\b(?:pen)?capaian\b")
_NOW: Final = re.compile(
    r"\b(?:sd|sampai(?: dengan)?|hingga|posisi|keadaan|kondisi)\s+(?:bulan|tahun|triwulan|saat|hari)\s+ini\b"
    r"|\bsaat ini\b"
)
"""Up to now: the position of the table."""
_OF_BASE: Final = re.compile(
    r"\b(?:terhadap|thd|dari|atas|dibanding(?:kan)?)\s+(?:\w+\s+)?(?:potensi|semesta)\b"
)
"""What stands before it is a share of those eligible, not their number."""
_FILLERS: Final = frozenset(
    re.findall(
        r"\w+",
        """
        jumlah jml jlh total tenaga kerja pekerja peserta orang jiwa org tk naker kepesertaan program bpjs
        bpjstk bpjamsostek ketenagakerjaan jamsostek jaminan sosial perlindungan per sd s d sampai dengan
        hingga keadaan posisi kondisi bulan tahun thn tanggal tgl periode triwulan tw semester kuartal
        akhir yang di pada dan data angka rekap rekapitulasi laporan tabel penduduk angkatan usia berumur
        berusia umur ke atas number of the and by in workers participants population persons people
        segmen semua seluruh keseluruhan i ii iii iv q q1 q2 q3 q4 ke pertama kesatu
        kedua ketiga keempat terhadap thd dibanding untuk menjadi
        """,
    )
)


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> Meaning:
    """Return what the words of a header (its rows joined by spaces) say."""
    vintage, rest = vintage_of(text)
    # "Bulan ini" alone may be what came in this month.
    words = _NOW.sub(" ", plain_words(rest))
    percent = bool(_PERCENT.search(words))
    words = " ".join(_PERCENT.sub(" ", words).split())
    scale, words = _scale(words)
    found = Meaning(percent=percent, scale=scale, vintage=vintage)
    if _RANK.search(words):
        return _with(found, doubt=Doubt.RANK)
    if _SHORTFALL.search(words):
        return _with(found, doubt=Doubt.SHORTFALL)
    if _ATTAINMENT.search(words) or re.match(r"(?:terhadap|thd|dari) target", words):
        return _with(found, doubt=Doubt.ATTAINMENT)
    segments, words = _segments(words)
    if len(segments) > 1:
        return _with(found, doubt=Doubt.SEVERAL_SEGMENTS)
    return _measured(_with(found, segment=segments[0] if segments else ""), words)


@lru_cache(maxsize=20_000)
def plain_words(text: str) -> str:
    """Return *text* in lower case, with signs other than % / and letters turned into single spaces."""
    folded = (
        unicodedata.normalize("NFKC", RAISED.sub(" ", text))
        .casefold()
        .replace("s.d.", " sd ")
        .replace("s.d", " sd ")
    )
    folded = re.sub(r"s\s*/\s*d\b", " sd ", folded).replace("non-aktif", "nonaktif")
    return " ".join(re.sub(r"[^\w%/]+", " ", folded).replace("_", " ").split())


def segments_in(text: str) -> tuple[str, ...]:
    """Return the segments that a title names, whatever else it says."""
    return tuple(_segments(plain_words(vintage_of(text)[1]))[0])


def unknown_words(words: str) -> tuple[str, ...]:
    """Return the words that are neither fillers nor numbers nor names of months."""
    return tuple(
        word
        for word in re.split(r"[\s/]+", words)
        if word
        and word not in _FILLERS
        and not any(sign.isdigit() for sign in word)
        and parse_month_name(word) is None
    )


def header_text(cell: Cell) -> str:
    """Return the text of a header cell; a whole number as digits, anything else but text as ""."""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, int | float) and not isinstance(cell, bool) and float(cell).is_integer():
        return str(int(cell))
    return ""


def has_own_unit(text: str) -> bool:
    """Say whether a header counts people one by one by its own word, "Aktif (orang)"."""
    return bool(_PEOPLE.search(text))


def names_only_a_total(text: str) -> bool:
    """Say whether a header is a bare "Jumlah" or "Total"."""
    return bool(
        re.fullmatch(
            r"(?:jumlah|total|jml|jlh|semua segmen|seluruh segmen|semua)(?:\W+(?:jumlah|total))?",
            plain_words(text),
        )
    )


def _with(meaning: Meaning, **changes: object) -> Meaning:
    values = {name: getattr(meaning, name) for name in Meaning.__dataclass_fields__}
    return Meaning(**(values | changes))


def _scale(words: str) -> tuple[float, str]:
    for pattern, factor in _SCALES:
        if pattern.search(words):
            return factor, " ".join(pattern.sub(" ", words).split())
    return 1.0, words


def _segments(words: str) -> tuple[list[str], str]:
    found = []
    for segment, pattern in _SEGMENTS:
        if pattern.search(words):
            found.append(segment)
            words = pattern.sub(" ", words)
    return found, " ".join(words.split())


def _measured(found: Meaning, words: str) -> Meaning:
    # "Target dan realisasi" lists two things, "Target peserta aktif" is one.
    listed = bool(re.search(r"\bdan\b|/|\brealisasi\b", words))
    of_base = bool(_OF_BASE.search(words))
    measures: list[Measure] = []
    for measure, pattern in _MEASURES:
        if pattern.search(words):
            measures.append(measure)
            words = pattern.sub(" ", words)
    strong, weak = bool(_COVERAGE.search(words)), bool(_WEAK_COVERAGE.search(words))
    words = BOTH_SEXES.sub(" ", _WEAK_COVERAGE.sub(" ", _COVERAGE.sub(" ", words)))
    if unknown := unknown_words(words):
        return _with(found, doubt=Doubt.UNKNOWN_WORDS, unknown=unknown)
    if of_base and set(measures) <= {Measure.ACTIVE, Measure.ELIGIBLE}:
        return _share_of_base(found, is_named=strong or weak)
    return _chosen(found, measures, strong=strong, weak=weak, listed=listed)


def _share_of_base(found: Meaning, *, is_named: bool) -> Meaning:
    """A share of those eligible: a coverage where it is called one, else the figures have to show it."""
    if not (is_named or found.percent):
        return _with(found, doubt=Doubt.SEVERAL_MEASURES)
    return _with(found, measure=Measure.REPORTED_COVERAGE, sure=is_named)


def _chosen(found: Meaning, measures: list[Measure], *, strong: bool, weak: bool, listed: bool) -> Meaning:
    both = {Measure.ACTIVE, Measure.ELIGIBLE}
    if found.percent and set(measures) == both:
        return _with(found, measure=Measure.REPORTED_COVERAGE)
    if (strong or weak) and Measure.ELIGIBLE in measures and set(measures) <= both:
        # "Capaian terhadap potensi" is a share of them, not their number.
        return _with(found, measure=Measure.REPORTED_COVERAGE, sure=strong)
    if Measure.TARGET in measures and set(measures) <= {Measure.TARGET, Measure.ACTIVE} and not listed:
        return _with(found, measure=Measure.TARGET, sure=not strong)
    if Measure.REPORTED_UNPROTECTED in measures and set(measures) <= both | {Measure.REPORTED_UNPROTECTED}:
        measures = [Measure.REPORTED_UNPROTECTED]
    if len(measures) > 1:
        return _with(found, doubt=Doubt.SEVERAL_MEASURES)
    if not measures:
        is_rate = strong or weak or found.percent
        return _with(found, measure=Measure.REPORTED_COVERAGE if is_rate else None, sure=strong)
    if not found.percent:
        return _with(found, measure=measures[0])
    if measures[0] is Measure.ACTIVE:
        return _with(found, measure=Measure.REPORTED_COVERAGE, sure=strong)
    return _with(found, doubt=Doubt.PERCENT_OF_OTHER)
