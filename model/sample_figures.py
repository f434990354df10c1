"""The figures of the sample: what is published for Kalimantan Tengah, and what is made up around it.

Published figures are exact. Everything that is not published (regencies, segments, the quarters
in between) is made up from the levels below and marked so wherever it appears.
"""

from datetime import date
from typing import Final

from model.book import Claim
from model.periods import Period, at_day, month, year
from model.segments import BPU, JAKON, PU

PROVINCE: Final = "62"

YEARS: Final = tuple(range(2018, 2026))

EMPLOYED: Final = {
    "62": (1_302_363, 1_318_954, 1_318_133, 1_346_437, 1_344_475, 1_349_875, 1_402_275, 1_417_683),
    "62.01": (156_441, 162_879, 162_949, 159_220, 159_627, 133_920, 139_740, 142_637),
    "62.02": (215_123, 215_354, 217_929, 218_522, 204_836, 202_255, 208_614, 211_662),
    "62.03": (176_714, 170_812, 180_723, 183_411, 177_274, 210_350, 228_725, 219_837),
    "62.04": (59_879, 67_889, 63_997, 63_676, 67_449, 64_885, 69_002, 66_117),
    "62.05": (67_531, 64_423, 66_195, 65_928, 66_331, 82_056, 83_990, 88_495),
    "62.06": (80_608, 83_413, 77_458, 78_850, 82_380, 76_096, 81_684, 83_869),
    "62.07": (100_947, 100_594, 95_235, 108_044, 112_821, 83_506, 87_751, 89_293),
    "62.08": (31_542, 32_003, 29_711, 33_515, 32_944, 34_453, 33_957, 35_021),
    "62.09": (39_002, 40_255, 42_357, 43_423, 43_694, 51_552, 54_684, 55_853),
    "62.10": (60_361, 59_550, 58_183, 57_763, 58_471, 72_670, 71_809, 71_906),
    "62.11": (66_143, 71_272, 68_961, 69_911, 69_560, 76_234, 74_644, 77_090),
    "62.12": (53_865, 52_482, 51_662, 55_673, 57_380, 55_442, 51_699, 58_043),
    "62.13": (68_915, 66_802, 71_678, 73_230, 71_923, 65_467, 69_818, 69_711),
    "62.71": (125_292, 131_226, 131_095, 135_271, 139_785, 140_989, 146_158, 148_149),
}
"""Employed people by Kemendagri code, August of each of YEARS (BPS, Sakernas; BPS codes translated)."""

ELIGIBLE: Final = {2023: 910_996, 2024: 1_026_158, 2025: 1_009_250}
"""The province's base by year. That of 2024 is what 466.286 active at 45,44 % imply."""

ACTIVE: Final = {
    month(2023, 3): 321_540,
    month(2023, 6): 328_270,
    month(2023, 9): 334_910,
    month(2023, 12): 384_661,
    month(2024, 3): 404_870,
    month(2024, 6): 424_830,
    month(2024, 9): 445_560,
    month(2024, 12): 466_286,
    month(2025, 3): 465_940,
}
"""Active participants of the province. Only the keys of REPORTED are published."""

REPORTED: Final = {month(2023, 12): 0.4222, month(2024, 12): 0.4544, month(2025, 3): 0.462}
"""The coverage that was published with them."""

TARGET_RATE: Final = 0.6603

LEVELS: Final[dict[Period, dict[str, float]]] = {
    month(2023, 12): {
        "62.01": 0.425,
        "62.02": 0.265,
        "62.03": 0.45,
        "62.04": 0.49,
        "62.05": 0.88,
        "62.06": 0.365,
        "62.07": 0.52,
        "62.08": 0.7,
        "62.09": 0.6,
        "62.10": 0.39,
        "62.11": 0.305,
        "62.12": 0.29,
        "62.13": 0.33,
        "62.71": 0.425,
    },
    month(2024, 6): {
        "62.01": 0.428,
        "62.02": 0.263,
        "62.03": 0.412,
        "62.04": 0.5,
        "62.05": 0.728,
        "62.06": 0.368,
        "62.07": 0.522,
        "62.08": 0.683,
        "62.09": 0.564,
        "62.10": 0.367,
        "62.11": 0.294,
        "62.12": 0.283,
        "62.13": 0.334,
        "62.71": 0.42,
    },
    month(2024, 12): {
        "62.01": 0.4697,
        "62.02": 0.2707,
        "62.03": 0.4608,
        "62.04": 0.5498,
        "62.05": 0.7843,
        "62.06": 0.402,
        "62.07": 0.6039,
        "62.08": 0.7284,
        "62.09": 0.635,
        "62.10": 0.3946,
        "62.11": 0.3236,
        "62.12": 0.3228,
        "62.13": 0.3806,
        "62.71": 0.4522,
    },
}
"""Made-up coverage of the regencies, before it is scaled to the province's exact count."""

ACTIVE_MARCH_2025: Final = {
    "62.01": 47_367,
    "62.02": 41_791,
    "62.03": 73_884,
    "62.04": 27_168,
    "62.05": 49_022,
    "62.06": 23_385,
    "62.07": 38_382,
    "62.08": 19_043,
    "62.09": 24_790,
    "62.10": 21_802,
    "62.11": 18_731,
    "62.12": 13_475,
    "62.13": 18_875,
    "62.71": 48_225,
}
"""Made-up active participants of the regencies in March 2025; they add up to the published 465.940."""

MIXED_BASE: Final = 0.57
"""Share of August 2022 in the made-up base of 2023, the rest being August 2023. Between the two
rounds the regencies were reweighted by up to 26 %; so mixed, no base is implausible in either."""

SHARES: Final = {PU: 0.46, BPU: 0.455, JAKON: 0.085}
URBAN_SHARES: Final = {PU: 0.58, BPU: 0.30, JAKON: 0.12}
ESTATE_SHARES: Final = {PU: 0.54, BPU: 0.385, JAKON: 0.075}
"""Made-up parts of the base: by default, in the city, and where estates and mines employ many."""
ESTATES: Final = frozenset({"62.01", "62.02", "62.07", "62.08", "62.09"})

EASE: Final = {PU: 0.9, BPU: -1.1, JAKON: 0.5}
"""How much likelier (in log odds) a worker of the segment is covered than the regency's average."""

WRONGLY_REPORTED: Final = ("62.03", 0.462)
"""One regency reports the rate that its active participants would have on last year's base."""
NOT_REPORTED: Final = "62.12"

CLAIMS: Final = (
    Claim(
        date(2023, 11, 23),
        "Prokalteng (prokalteng.jawapos.com)",
        month(2023, 11),
        PROVINCE,
        coverage=0.37,
        active=337_000,
        eligible=911_000,
        quote="Sekitar 337.000 dari sekitar 911.000 pekerja sudah terlindungi, atau 37 persen.",
    ),
    Claim(
        date(2023, 12, 15),
        "Kalamanthana (kalamanthana.id)",
        at_day(date(2023, 12, 14)),
        PROVINCE,
        segment=PU,
        coverage=0.5648,
        active=263_000,
        eligible=473_000,
        quote="Penerima upah: 263.000 dari 473.000 pekerja, 56,48 persen.",
    ),
    Claim(
        date(2023, 12, 15),
        "Kalamanthana (kalamanthana.id)",
        at_day(date(2023, 12, 14)),
        PROVINCE,
        segment=BPU,
        coverage=0.167,
        active=68_800,
        quote="Bukan penerima upah: 68.800 pekerja, 16,70 persen.",
    ),
    Claim(
        None,
        "Balanga News (balanganews.com)",
        month(2023, 12),
        PROVINCE,
        coverage=0.4222,
        active=384_661,
        eligible=910_996,
        quote="Desember 2023: 384.661 dari 910.996 pekerja, 42,22 persen.",
    ),
    Claim(
        date(2025, 4, 3),
        "Media Dayak (mediadayak.id)",
        year(2024),
        PROVINCE,
        coverage=0.4544,
        active=466_286,
        unprotected=211_438,
        quote="Tahun 2024: cakupan 45,44 persen atau 466.286 pekerja; "
        "masih 20,59 persen atau 211.438 pekerja belum terlindungi.",
    ),
    Claim(
        date(2025, 4, 3),
        "Media Dayak (mediadayak.id)",
        month(2025, 3),
        PROVINCE,
        coverage=0.462,
        active=465_940,
        eligible=1_009_250,
        quote="Maret 2025: 1.009.250 pekerja berhak dilindungi, 465.940 di antaranya "
        "atau sekitar 46,2 persen sudah terlindungi.",
    ),
    Claim(
        None,
        "Possindo (possindo.com)",
        month(2025, 3),
        PROVINCE,
        unprotected=543_310,
        quote="Masih 543.310 pekerja belum terlindungi.",
    ),
)
"""What was published, as figures; the sentences are given in short, not word for word."""
