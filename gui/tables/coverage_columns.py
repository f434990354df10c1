"""The columns of the coverage table: their headers, texts, marks and what copying takes from them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.tables import coverage_texts as texts
from gui.tables.columns import Column, Look
from gui.tables.copying import plain_number, plain_percent
from model import wording
from model.coverage import CoverageTable, Row
from model.observations import Nature

translate = QCoreApplication.translate

ALWAYS_SHOWN: Final = frozenset({"rank", "name", "segment"})
_STATUS_ORDER: Final = {"on_track": 2, "watch": 1, "behind": 0}


def coverage_columns(table: CoverageTable, language: str) -> tuple[Column, ...]:
    """Return the columns for the rows of *table*; the header names its positions and its target."""
    make = _Columns(table, language)
    return (
        *make.names(), *make.people(), *make.coverage(), *make.target(), *make.change(), *make.nature()
    )  # fmt: skip


def total_columns(columns: tuple[Column, ...], table: CoverageTable) -> tuple[Column, ...]:
    """Return *columns* as the total shows them: named once, without rank, with its footnote."""
    changed: dict[str, Callable[[Column], Column]] = {
        "rank": lambda column: replace(column, text=texts.blank, tooltip=texts.blank, copied=None),
        "shortfall": texts.noted if has_footnote(table) else texts.same,
        "segment": lambda column: (
            replace(column, text=texts.name)
            if table.by == ("segment",)
            else replace(column, text=texts.blank)
        ),
    }
    marked = "segment" if table.by == ("segment",) else "name"
    bare = (column if column.name == marked else replace(column, mark=texts.unmarked) for column in columns)
    return tuple(changed.get(column.name, texts.same)(column) for column in bare)


def frozen_count(table: CoverageTable) -> int:
    """Return how many first columns name the row and stay in view."""
    return 3 if table.by == ("region", "segment") else 2


def has_footnote(table: CoverageTable) -> bool:
    """Say whether the total's shortfall is the province's own and no sum of the column."""
    return "region" in table.by and bool(table.total.code) and table.total.shortfall is not None


class _Columns:
    """Makes the columns, group by group."""

    def __init__(self, table: CoverageTable, language: str) -> None:
        self._table, self._language = table, language
        self._tips = texts.CellTips(language)
        self._decimals = texts.reported_decimals(table)

    def names(self) -> tuple[Column, ...]:
        language = self._language
        group = (
            translate("CoverageColumns", "Segmen")
            if self._table.by == ("segment",)
            else translate("CoverageColumns", "Wilayah")
        )
        rank = Column(
            "rank",
            "#",
            texts.rank,
            group,
            numeric=True,
            width=36,
            tone=texts.muted,
            note=(
                translate("CoverageColumns", "Peringkat menurut cakupan di dalam segmen yang sama")
                if self._table.by == ("region", "segment")
                else translate("CoverageColumns", "Peringkat menurut cakupan")
            ),
            tooltip=self._tips.rank_tip,
        )
        name = Column(
            "name",
            translate("CoverageColumns", "Kabupaten/kota"),
            texts.name,
            group,
            width=154,
            mark=texts.invented,
            tooltip=self._tips.nature_tip,
        )
        segment = Column(
            "segment",
            translate("CoverageColumns", "Segmen"),
            lambda row: texts.segment_name(row.segment, language).partition(" (")[0],
            group,
            width=160,
            mark=texts.invented,
            tooltip=self._tips.segment_tip,
            key=texts.segment_order,
        )
        if self._table.by == ("segment",):
            return rank, segment
        if self._table.by == ("region", "segment"):
            short = replace(
                segment,
                width=72,
                mark=texts.unmarked,
                text=lambda row: texts.segment_name(row.segment, language, short=True),
                tooltip=lambda row: texts.segment_name(row.segment, language),
            )
            return rank, name, short
        return rank, name

    def people(self) -> tuple[Column, ...]:
        group = translate("CoverageColumns", "Jumlah orang")
        employed = self._count("employed", translate("CoverageColumns", "Penduduk\nbekerja"), group, 96)
        eligible = self._count("eligible", translate("CoverageColumns", "Potensi"), group, 80)
        return (
            replace(
                employed,
                shown=False,
                note=translate("CoverageColumns", "Angka tahunan terbaru sampai posisi ini"),
            ),
            replace(
                eligible,
                tooltip=self._tips.vintage_tip,
                note=translate("CoverageColumns", "Pekerja yang berhak dilindungi"),
            ),
            self._count("active", translate("CoverageColumns", "Peserta\naktif"), group, 76),
            replace(
                self._count("unprotected", translate("CoverageColumns", "Belum\nterlindungi"), group, 84),
                note=translate("CoverageColumns", "Potensi dikurangi peserta aktif"),
            ),
        )

    def coverage(self) -> tuple[Column, ...]:
        language, decimals, group = (
            self._language,
            self._decimals,
            translate("CoverageColumns", "Cakupan, persen"),
        )
        missing = translate("CoverageColumns", "tidak ada")
        return (
            Column(
                "coverage",
                translate("CoverageColumns", "Dihitung ulang"),
                lambda row: wording.percent(row.coverage, 2, language, unit=False),
                group,
                numeric=True,
                width=136,
                look=Look.BAR,
                strong=True,
                tooltip=self._tips.coverage_tip,
                note=translate("CoverageColumns", "Peserta aktif ÷ potensi × 100"),
                copied=lambda row: plain_percent(row.coverage, language),
            ),
            Column(
                "reported_coverage",
                translate("CoverageColumns", "Dilaporkan"),
                lambda row: (
                    missing
                    if row.reported_coverage is None
                    else wording.percent(row.reported_coverage, decimals, language, unit=False)
                ),
                group,
                numeric=True,
                width=84,
                look=Look.TINT,
                tone=texts.reported_tone,
                note=translate("CoverageColumns", "Persentase yang tertulis di sumber"),
                copied=lambda row: plain_percent(row.reported_coverage, language),
            ),
            Column(
                "difference",
                translate("CoverageColumns", "Selisih"),
                lambda row: wording.signed(wording.points(row.difference, decimals, language, unit=False)),
                group,
                numeric=True,
                width=74,
                look=Look.FLAG,
                tone=texts.difference_tone,
                note=translate("CoverageColumns", "Dilaporkan dikurangi dihitung ulang, poin persen"),
                copied=lambda row: plain_percent(row.difference, language),
            ),
        )

    def target(self) -> tuple[Column, ...]:
        language, table = self._language, self._table
        group = translate("CoverageColumns", "Terhadap target")
        if table.target_rate is not None:
            rate = wording.percent(table.target_rate, 2, language)
            group = translate("CoverageColumns", "Terhadap target {rate}").format(rate=rate)
        status = {key: wording.label("status", key, language) for key in _STATUS_ORDER}
        return (
            replace(
                self._count("target", translate("CoverageColumns", "Target,\norang"), group, 92), shown=False
            ),
            Column(
                "shortfall",
                translate("CoverageColumns", "Kekurangan"),
                lambda row: texts.shortfall_text(row.shortfall, language),
                group,
                numeric=True,
                width=96,
                tone=texts.shortfall_tone,
                note=translate("CoverageColumns", "Target dikurangi peserta aktif, orang"),
                copied=lambda row: plain_number(row.shortfall, 0, language),
            ),
            Column(
                "attainment",
                translate("CoverageColumns", "Capaian,\npersen"),
                lambda row: wording.percent(row.attainment, 1, language, unit=False),
                group,
                numeric=True,
                width=72,
                note=translate("CoverageColumns", "Peserta aktif ÷ target × 100"),
                copied=lambda row: plain_percent(row.attainment, language),
            ),
            Column(
                "status",
                translate("CoverageColumns", "Status"),
                lambda row: status.get(row.status, wording.MISSING),
                group,
                width=100,
                look=Look.STATUS,
                key=lambda row: _STATUS_ORDER.get(row.status),
            ),
        )

    def change(self) -> tuple[Column, ...]:
        language, table = self._language, self._table
        group = translate("CoverageColumns", "Perubahan, poin persen")
        since = wording.short_day(table.previous, language)
        trail = table.total.trail or next((row.trail for row in table.rows if row.trail), ())
        span = translate("CoverageColumns", "Deret")
        if len(trail) > 1:
            first, last = (wording.short_day(point.as_of, language) for point in (trail[0], trail[-1]))
            span = f"{first} –\n{last}"
        return (
            Column(
                "trail",
                span,
                self._tips.trail_text,
                group,
                width=82,
                look=Look.SPARKLINE,
                copyable=False,
                tooltip=self._tips.trail_tip,
                key=texts.trail_change,
                note=translate("CoverageColumns", "Cakupan di setiap posisi; skala tiap baris sendiri"),
            ),
            Column(
                "change",
                translate("CoverageColumns", "Sejak\n{position}").format(position=since),
                lambda row: wording.signed(wording.points(row.change, 2, language, unit=False)),
                group,
                numeric=True,
                width=80,
                tooltip=self._tips.change_tip,
                copied=lambda row: plain_percent(row.change, language),
            ),
        )

    def nature(self) -> tuple[Column, ...]:
        """What is copied must not lose that its figures are made up for an example."""
        language = self._language
        if not any(texts.invented(row) for row in (*self._table.rows, self._table.total)):
            return ()
        return (
            Column(
                "nature",
                translate("CoverageColumns", "Sifat"),
                lambda row: texts.nature(row, language),
                translate("CoverageColumns", "Keterangan"),
                width=150,
                shown=False,
                always_copied=True,
                note=translate("CoverageColumns", "Dari sumber, turunan, atau rekaan untuk contoh"),
            ),
        )

    # ---- texts

    def _count(self, name: str, header: str, group: str, width: int) -> Column:
        language = self._language

        def text(row: Row) -> str:
            shown = wording.people(getattr(row, name), language)
            approximate = row.nature is Nature.DERIVED and name in row.approximate
            return f"±{shown}" if approximate and shown != wording.MISSING else shown

        def copied(row: Row) -> str:
            return plain_number(getattr(row, name), 1, language)

        return Column(name, header, text, group, numeric=True, width=width, copied=copied)
