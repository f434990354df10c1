"""The sample: a coverage book of Kalimantan Tengah whose published figures are exact.

What nobody published is made up so that it adds up to what was: regencies to the province, and
segments to their regency, in whole people. Every such figure is marked (Nature.INVENTED).
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from model.book import Book, Note, Office, Signatory, Source, Target, TargetSet
from model.excel.book_schema import DATA, OWN_SOURCE
from model.excel.grid import a1
from model.measures import Measure
from model.observations import Nature, Observation, table
from model.periods import Period, month, year
from model.regions import regencies
from model.sample_figures import (
    ACTIVE,
    ACTIVE_MARCH_2025,
    CLAIMS,
    EASE,
    ELIGIBLE,
    EMPLOYED,
    ESTATE_SHARES,
    ESTATES,
    LEVELS,
    MIXED_BASE,
    NOT_REPORTED,
    PROVINCE,
    REPORTED,
    SHARES,
    TARGET_RATE,
    URBAN_SHARES,
    WRONGLY_REPORTED,
    YEARS,
)
from model.segments import ALL

FILE_NAME: Final = "contoh-kalimantan-tengah.xlsx"
INVENTED_NOTE: Final = "rekaan untuk contoh"
TARGET_SET: Final = "tersirat dari berita 3 April 2025"

_PRESS_2023, _PRESS_2025, _SAKERNAS = "berita-2023-12", "berita-2025-04", "sakernas"
_REGENCIES: Final = tuple(region.code for region in regencies(PROVINCE))
_NEWEST: Final = month(2025, 3)

Counts = dict[str, int]


def sample_book() -> Book:
    """Return the sample. Pure: the same book every time; addresses are those of the written file."""
    rows = [*_published(), *_employed(), *_in_between(), *_regencies()]
    value = next(place for place, column in enumerate(DATA.columns) if column.name == "value")
    placed = [
        replace(row, source=row.source or OWN_SOURCE, sheet=DATA.title, cell=a1(number, value))
        for number, row in enumerate(rows, 1)
    ]
    return Book(
        observations=table(placed),
        sources=(*_sources(), Source(OWN_SOURCE, FILE_NAME)),
        target_sets=(_target_set(),),
        claims=CLAIMS,
        office=_office(),
        notes=(_note(),),
    )


def _published() -> Iterator[Observation]:
    for as_of, reported in REPORTED.items():
        source = _PRESS_2023 if as_of.day.year == 2023 else _PRESS_2025
        base = _row(PROVINCE, as_of, Measure.ELIGIBLE, ELIGIBLE[as_of.day.year], source=source)
        if as_of == month(2024, 12):
            base = replace(
                base,
                nature=Nature.DERIVED,
                note="diturunkan dari 466.286 peserta aktif dan cakupan 45,44 % (466.286 ÷ 45,44 %)",
            )
        yield base
        yield _row(PROVINCE, as_of, Measure.ACTIVE, ACTIVE[as_of], source=source)
        yield _row(PROVINCE, as_of, Measure.REPORTED_COVERAGE, reported, source=source)


def _employed() -> Iterator[Observation]:
    for place, number in enumerate(YEARS):
        for region, counts in EMPLOYED.items():
            yield _row(region, month(number, 8), Measure.EMPLOYED, counts[place], source=_SAKERNAS)


def _in_between() -> Iterator[Observation]:
    for as_of, active in ACTIVE.items():
        if as_of not in REPORTED:
            yield _invented(PROVINCE, ALL, as_of, Measure.ELIGIBLE, ELIGIBLE[as_of.day.year])
            yield _invented(PROVINCE, ALL, as_of, Measure.ACTIVE, active)


def _regencies() -> Iterator[Observation]:
    for as_of in ACTIVE:
        eligible = regency_bases(as_of.day.year)
        active = regency_active(as_of, eligible)
        for region in _REGENCIES:
            yield _invented(region, ALL, as_of, Measure.ELIGIBLE, eligible[region])
            yield _invented(region, ALL, as_of, Measure.ACTIVE, active[region])
            bases, covered = _by_segment(region, eligible[region], active[region])
            for segment in bases:
                yield _invented(region, segment, as_of, Measure.ELIGIBLE, bases[segment])
                yield _invented(region, segment, as_of, Measure.ACTIVE, covered[segment])
            if as_of == _NEWEST and region != NOT_REPORTED:
                yield _invented(
                    region, ALL, as_of, Measure.REPORTED_COVERAGE, _reported(region, active, eligible)
                )


def regency_bases(number: int) -> Counts:
    """Return the made-up base of every regency in a year; they add up to the province's."""
    before = YEARS.index(number - 1)
    weights = {region: float(EMPLOYED[region][before]) for region in _REGENCIES}
    if number == 2023:
        for region, weight in weights.items():
            weights[region] = MIXED_BASE * weight + (1 - MIXED_BASE) * EMPLOYED[region][before + 1]
    return shared_out(ELIGIBLE[number], weights)


def regency_active(as_of: Period, eligible: Mapping[str, int]) -> Counts:
    """Return the made-up active participants of every regency; they add up to the province's."""
    if as_of == _NEWEST:
        return dict(ACTIVE_MARCH_2025)
    levels = _levels(as_of)
    return shared_out(ACTIVE[as_of], {region: eligible[region] * levels[region] for region in _REGENCIES})


def _levels(as_of: Period) -> Mapping[str, float]:
    quarter = as_of.day.month // 3
    if as_of.day.year == 2023:
        december = LEVELS[month(2023, 12)]
        # A slow year with a push at its end, not in step everywhere.
        return {
            region: level if quarter == 4 else level * (1 + _unevenness(region, quarter))
            for region, level in december.items()
        }
    june, december = LEVELS[month(2024, 6)], LEVELS[month(2024, 12)]
    return {region: june[region] + (quarter - 2) / 2 * (december[region] - june[region]) for region in june}


def _unevenness(region: str, quarter: int) -> float:
    return ((int(region[3:]) * 7 + quarter * 5) % 11 - 5) / 500


def _by_segment(region: str, eligible: int, active: int) -> tuple[Counts, Counts]:
    shares = ESTATE_SHARES if region in ESTATES else URBAN_SHARES if region == "62.71" else SHARES
    bases = shared_out(eligible, shares)

    def covered(shift: float) -> dict[str, float]:
        return {name: bases[name] / (1 + math.exp(-(shift + EASE[name]))) for name in bases}

    low, high = -12.0, 12.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(covered(middle).values()) < active else (low, middle)
    return bases, shared_out(active, covered(low))


def shared_out(total: int, weights: Mapping[str, float]) -> Counts:
    """Return *total* people shared by *weights* in whole people: largest remainders, adding up exactly."""
    whole = sum(weights.values())
    exact = {name: total * weight / whole for name, weight in weights.items()}
    counts = {name: math.floor(part) for name, part in exact.items()}
    by_rest = sorted(exact, key=lambda name: (counts[name] - exact[name], name))
    for name in by_rest[: total - sum(counts.values())]:
        counts[name] += 1
    return counts


def _reported(region: str, active: Counts, eligible: Counts) -> float:
    if region == WRONGLY_REPORTED[0]:
        return WRONGLY_REPORTED[1]
    return round(active[region] / eligible[region], 3)


def _row(region: str, as_of: Period, measure: Measure, value: float, *, source: str) -> Observation:
    return Observation(
        region=region,
        segment=ALL,
        as_of=as_of,
        measure=measure,
        value=float(value),
        vintage=f"Basis {as_of.day.year}" if measure is Measure.ELIGIBLE else "",
        source=source,
    )


def _invented(region: str, segment: str, as_of: Period, measure: Measure, value: float) -> Observation:
    row = _row(region, as_of, measure, value, source="")
    return replace(row, segment=segment, nature=Nature.INVENTED, note=INVENTED_NOTE)


def _sources() -> tuple[Source, ...]:
    return (
        Source(
            _PRESS_2023,
            "Berita cakupan Jamsostek Kalimantan Tengah, Desember 2023 (balanganews.com)",
            note="Basis 2023: 910.996 pekerja, sebagaimana disebut di berita.",
        ),
        Source(
            _PRESS_2025,
            "Berita cakupan Jamsostek Kalimantan Tengah, 3 April 2025 (mediadayak.id)",
            note="Basis 2025: 1.009.250 pekerja. Basis 2024 tidak disebut; yang dipakai 466.286 ÷ 45,44 %.",
        ),
        Source(
            _SAKERNAS,
            "BPS, Sakernas Agustus 2018–2025: penduduk bekerja menurut kabupaten/kota",
            note="Antara 2022 dan 2023 angka kabupaten/kota dibobot ulang: berubah sampai 26 persen.",
        ),
    )


def _target_set() -> TargetSet:
    return TargetSet(
        TARGET_SET,
        "Bukan target resmi: 45,44 % + 20,59 % = 66,03 %; 211.438 pekerja adalah jarak ke target itu.",
        (Target(year(2025), PROVINCE, "percent", TARGET_RATE),),
    )


def _office() -> Office:
    return Office(
        province=PROVINCE,
        letterhead=(
            "PEMERINTAH PROVINSI KALIMANTAN TENGAH",
            "DINAS TENAGA KERJA DAN TRANSMIGRASI",
            "Jl. Yos Soedarso No. 02, Palangka Raya 73112, Telp. (0536) 3221703",
        ),
        place="Palangka Raya",
        signatory=Signatory("KEPALA DINAS TENAGA KERJA DAN TRANSMIGRASI PROVINSI KALIMANTAN TENGAH"),
    )


def _note() -> Note:
    return Note(
        None,
        "Cakupan",
        "Buku contoh. Angka provinsi Desember 2023, tahun 2024 dan Maret 2025 serta penduduk bekerja "
        "berasal dari sumber yang disebut; angka kabupaten/kota, segmen dan triwulan lain adalah rekaan.",
    )
