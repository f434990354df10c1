"""Summaries, tables and figures with defaults, for tests of paper: Kalimantan Tengah in March 2025."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import ceil
from typing import Any, Final

from model.book import Office, Signatory
from model.coverage import CoverageTable, Row
from model.figures import Break, Figure, Point, Series, TargetLine
from model.observations import Nature
from model.periods import Period, month
from model.problems import Problem, Severity
from model.summary import Citation, KeyFigure, Summary

MARCH: Final = month(2025, 3)
DECEMBER: Final = month(2024, 12)
RATE: Final = 666_408 / 1_009_250

OFFICE: Final = Office(
    province="62",
    letterhead=(
        "PEMERINTAH PROVINSI KALIMANTAN TENGAH",
        "DINAS TENAGA KERJA DAN TRANSMIGRASI",
        "Jl. Yos Soedarso No. 02, Palangka Raya 73112, Telp. (0536) 3221703",
    ),
    place="Palangka Raya",
    signatory=Signatory(
        position="KEPALA DINAS TENAGA KERJA DAN TRANSMIGRASI PROVINSI KALIMANTAN TENGAH",
    ),
)

REGENCIES: Final = (
    ("62.01", "Kotawaringin Barat", 100_574, 47_367, 0.471),
    ("62.02", "Kotawaringin Timur", 150_144, 41_791, 0.278),
    ("62.03", "Kapuas", 164_619, 73_884, 0.462),
    ("62.04", "Barito Selatan", 49_662, 27_168, 0.547),
    ("62.05", "Barito Utara", 60_450, 49_022, 0.811),
    ("62.06", "Katingan", 58_790, 23_385, 0.398),
    ("62.07", "Seruyan", 63_156, 38_382, 0.608),
    ("62.08", "Sukamara", 24_440, 19_043, 0.779),
    ("62.09", "Lamandau", 39_357, 24_790, 0.630),
    ("62.10", "Gunung Mas", 51_683, 21_802, 0.422),
    ("62.11", "Pulang Pisau", 53_723, 18_731, 0.349),
    ("62.12", "Murung Raya", 37_209, 13_475, None),
    ("62.13", "Barito Timur", 50_250, 18_875, 0.376),
    ("62.71", "Palangka Raya", 105_193, 48_225, 0.458),
)


def row(
    code: str = "62",
    name: str = "Kalimantan Tengah",
    eligible: float | None = 1_009_250,
    active: float | None = 465_940,
    reported: float | None = None,
    *,
    rate: float | None = RATE,
    **changes: Any,  # noqa: ANN401
) -> Row:
    """Return a row with everything that follows from its counts; *changes* has the last word."""
    facts: dict[str, Any] = {
        "code": code,
        "name": name,
        "segment": "",
        "eligible": eligible,
        "active": active,
        "employed": None,
        **_covered(eligible, active, reported),
        **_aimed(eligible, active, rate),
        "rank": None,
        "change": None,
        "change_active": None,
        "change_eligible": None,
        "broken": False,
        "vintage": "2025",
        "nature": Nature.SOURCED,
        "trail": (),
        "trail_breaks": (),
    }
    return Row(**(facts | changes))


def _covered(eligible: float | None, active: float | None, reported: float | None) -> dict[str, Any]:
    """What the counts say about coverage, and about the reported one."""
    known = eligible is not None and active is not None and eligible > 0
    coverage = active / eligible if known and active is not None and eligible is not None else None
    return {
        "coverage": coverage,
        "unprotected": eligible - active if eligible is not None and active is not None else None,
        "reported_coverage": reported,
        "difference": reported - coverage if coverage is not None and reported is not None else None,
        "disagrees": reported is not None and coverage is not None and abs(coverage - reported) > 0.001,
        "over": coverage is not None and coverage > 1,
    }


def _aimed(eligible: float | None, active: float | None, rate: float | None) -> dict[str, Any]:
    """What the counts say about a target of *rate*."""
    target = ceil(round(rate * eligible, 6)) if rate is not None and eligible is not None else None
    attainment = active / target if active is not None and target else None
    return {
        "target": target,
        "shortfall": target - active if target is not None and active is not None else None,
        "attainment": attainment,
        "status": _status(attainment),
    }


def _status(attainment: float | None) -> str:
    if attainment is None:
        return ""
    return "on_track" if attainment >= 0.95 else "watch" if attainment >= 0.6 else "behind"


def regency_rows() -> tuple[Row, ...]:
    """Return the fourteen regencies in code order, ranked."""
    rows = [
        row(code, name, eligible, active, reported, nature=Nature.INVENTED)
        for code, name, eligible, active, reported in REGENCIES
    ]
    best_first = sorted(rows, key=lambda found: -(found.coverage or 0))
    return tuple(replace(found, rank=best_first.index(found) + 1) for found in rows)


def coverage_table(rows: Sequence[Row] | None = None, **changes: Any) -> CoverageTable:  # noqa: ANN401
    """Return the table of the regencies, or of *rows*, with the province as its total."""
    table = CoverageTable(
        as_of=MARCH,
        previous=DECEMBER,
        by=("region",),
        rows=tuple(regency_rows() if rows is None else rows),
        total=row(reported=0.462),
        target_set="tersirat dari siaran pers 2025",
        target_rate=RATE,
        breaks=(Break(MARCH, "62", "2024", "2025"),),
    )
    return replace(table, **changes)


def points(*values: tuple[Period, float | None, Nature]) -> tuple[Point, ...]:
    """Return points of a series from (position, value, nature)."""
    return tuple(Point(as_of, value, nature=nature) for as_of, value, nature in values)


def province_series() -> Series:
    """Return the province's coverage from March 2023 to March 2025: two breaks, some invented points."""
    invented, sourced = Nature.INVENTED, Nature.SOURCED
    return Series(
        "62",
        "Kalteng",
        "",
        points(
            (month(2023, 3), 0.342, invented),
            (month(2023, 6), 0.353, invented),
            (month(2023, 9), 0.363, invented),
            (month(2023, 12), 0.4222, sourced),
            (month(2024, 3), 0.391, invented),
            (month(2024, 6), 0.414, invented),
            (month(2024, 9), 0.437, invented),
            (DECEMBER, 0.4544, Nature.DERIVED),
            (MARCH, 0.46167, sourced),
        ),
        (Break(month(2024, 3), "62", "2023", "2024"), Break(MARCH, "62", "2024", "2025")),
    )


def figure(**changes: Any) -> Figure:  # noqa: ANN401
    """Return the trend of the province alone, with its target and breaks."""
    series = province_series()
    plain = Figure(
        unit="percent",
        series=(series,),
        focus=("62",),
        targets=(TargetLine("Target", 0.6603, MARCH),),
        breaks=series.breaks,
        low=0.3,
        high=0.7,
    )
    return replace(plain, **changes)


def crowded_figure() -> Figure:
    """Return the province and fourteen regencies, three of them and the province in focus."""
    around = [
        replace(
            province_series(),
            code=code,
            name=name,
            points=tuple(
                replace(
                    point, value=None if point.value is None else point.value * active / eligible / 0.4617
                )
                for point in province_series().points
            ),
        )
        for code, name, eligible, active, _ in REGENCIES
    ]
    focus = ("62", "62.03", "62.10", "62.71")
    return figure(series=(province_series(), *around), focus=focus, low=0.2, high=0.9)


def key_figures() -> tuple[KeyFigure, ...]:
    """Return the five figures of the province with their changes since December 2024."""
    return (
        KeyFigure("coverage", 465_940 / 1_009_250, 0.0073, False),
        KeyFigure("active", 465_940, -346, False),
        KeyFigure("eligible", 1_009_250, -16_908, True),
        KeyFigure("unprotected", 543_310, -16_562, True),
        KeyFigure("shortfall", 200_468, -10_819, True),
    )


def finding(text: str, severity: Severity = Severity.WARNING) -> Problem:
    """Return a finding whose sentence is *text* in every language (code "plain" of the tests)."""
    return _Said(severity, "said", facts={"text": text})


class _Said(Problem):
    """A finding that brings its own sentence, so that tests of paper need no catalogue of findings."""

    def text(self, language: str = "id") -> str:
        return str(self.facts["text"])

    def hint(self, language: str = "id") -> str:
        return ""


NOTES: Final = (
    finding("Kapuas dilaporkan 46,2 %, dihitung ulang 44,88 %.", Severity.ERROR),
    finding(
        "Basis potensi berganti pada 2024 dan 2025; garis tidak disambung dan persen antarbasis tidak "
        "sepenuhnya sebanding."
    ),
    finding("Murung Raya: sumber tidak memuat persentase cakupan."),
    finding("Angka kabupaten/kota rekaan untuk contoh. Angka provinsi bersumber.", Severity.INFO),
)


def summary(**changes: Any) -> Summary:  # noqa: ANN401
    """Return the province's sheet of March 2025 as the office prints it; *changes* replace its parts."""
    plain = Summary(
        office=OFFICE,
        region="62",
        name="Kalimantan Tengah",
        segment="",
        as_of=MARCH,
        previous=DECEMBER,
        vintage="2025",
        target_set="tersirat dari siaran pers 2025",
        target_rate=RATE,
        key_figures=key_figures(),
        row=row(reported=0.462),
        headline="Cakupan naik 0,73 poin persen, padahal peserta aktif berkurang 346 orang.",
        explanation="Penyebabnya potensi yang lebih kecil (+0,76 poin persen); perubahan peserta justru "
        "menurunkannya 0,03 poin persen.",
        table=coverage_table(),
        figure=figure(),
        notes=NOTES,
        sources=(
            Citation("Rekap UCJ Kalteng Maret 2025.xlsx", date(2025, 4, 3), ("Rekap!C21", "Rekap!D21"), ""),
            Citation("Siaran pers 2 April 2025", None, (), "posisi 2024"),
        ),
        invented=True,
        book_name="Kalteng 2025.xlsx",
        printed_on=date(2025, 4, 3),
        paper="f4",
    )
    return replace(plain, **changes)


def nothing_known() -> Summary:
    """Return a sheet of a book that holds next to nothing."""
    empty = row(eligible=None, active=None, rate=None)
    rows = tuple(row(code, name, None, None, rate=None) for code, name, *_ in REGENCIES)
    return summary(
        office=Office(),
        previous=None,
        vintage="",
        target_set="",
        target_rate=None,
        key_figures=tuple(
            KeyFigure(name, None, None, False)
            for name in ("coverage", "active", "eligible", "unprotected", "shortfall")
        ),
        row=empty,
        headline="",
        explanation="",
        table=coverage_table(rows, total=empty, previous=None, target_set="", target_rate=None, breaks=()),
        figure=Figure("percent", ()),
        notes=(),
        sources=(),
        invented=False,
        book_name="",
    )
