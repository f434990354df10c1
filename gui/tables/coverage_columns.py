"""The columns of the coverage table: their headers, texts, marks and what copying takes from them."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.tables import coverage_texts as texts
from gui.tables.columns import Column, Look
from gui.tables.copying import plain_number, plain_percent
from gui.tables.coverage_names import naming_columns
from model import wording
from model.coverage import CoverageTable, Row
from model.observations import Nature

translate = QCoreApplication.translate

_STATUS_ORDER: Final = {"on_track": 2, "watch": 1, "behind": 0}


def coverage_columns(table: CoverageTable, language: str) -> tuple[Column, ...]:
    """Return the columns for the rows of *table*; the header names its positions and its target."""
    make = _Columns(table, language)
    return (
        *naming_columns(table, language),
        *make.people(),
        *make.coverage(),
        *make.target(),
        *make.change(),
        *make.nature(),
    )


class _Columns:
    """Makes the columns of figures, group by group."""

    def __init__(self, table: CoverageTable, language: str) -> None:
        self._table, self._language = table, language
        self._tips = texts.CellTips(language)
        self._decimals = texts.reported_decimals(table)

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
        group = translate("CoverageColumns", "Cakupan, persen")
        return self._recalculated(group), self._reported(group), self._difference(group)

    def _recalculated(self, group: str) -> Column:
        language = self._language
        return Column(
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
        )

    def _reported(self, group: str) -> Column:
        language, decimals = self._language, self._decimals
        missing = translate("CoverageColumns", "tidak ada")
        return Column(
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
        )

    def _difference(self, group: str) -> Column:
        language, decimals = self._language, self._decimals
        return Column(
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
        )

    def target(self) -> tuple[Column, ...]:
        group = translate("CoverageColumns", "Terhadap target")
        if self._table.target_rate is not None:
            rate = wording.percent(self._table.target_rate, 2, self._language)
            group = translate("CoverageColumns", "Terhadap target {rate}").format(rate=rate)
        people = self._count("target", translate("CoverageColumns", "Target,\norang"), group, 92)
        return (
            replace(people, shown=False),
            self._shortfall(group),
            self._attainment(group),
            self._status(group),
        )

    def _shortfall(self, group: str) -> Column:
        language = self._language
        return Column(
            "shortfall",
            translate("CoverageColumns", "Kekurangan"),
            lambda row: texts.shortfall_text(row.shortfall, language),
            group,
            numeric=True,
            width=96,
            tone=texts.shortfall_tone,
            note=translate("CoverageColumns", "Target dikurangi peserta aktif, orang"),
            copied=lambda row: plain_number(row.shortfall, 0, language),
        )

    def _attainment(self, group: str) -> Column:
        language = self._language
        return Column(
            "attainment",
            translate("CoverageColumns", "Capaian,\npersen"),
            lambda row: wording.percent(row.attainment, 1, language, unit=False),
            group,
            numeric=True,
            width=72,
            note=translate("CoverageColumns", "Peserta aktif ÷ target × 100"),
            copied=lambda row: plain_percent(row.attainment, language),
        )

    def _status(self, group: str) -> Column:
        status = {key: wording.label("status", key, self._language) for key in _STATUS_ORDER}
        return Column(
            "status",
            translate("CoverageColumns", "Status"),
            lambda row: status.get(row.status, wording.MISSING),
            group,
            width=100,
            look=Look.STATUS,
            key=lambda row: _STATUS_ORDER.get(row.status),
        )

    def change(self) -> tuple[Column, ...]:
        group = translate("CoverageColumns", "Perubahan, poin persen")
        return self._trail(group), self._since(group)

    def _trail(self, group: str) -> Column:
        table = self._table
        trail = table.total.trail or next((row.trail for row in table.rows if row.trail), ())
        span = translate("CoverageColumns", "Deret")
        if len(trail) > 1:
            first, last = (wording.short_day(point.as_of, self._language) for point in (trail[0], trail[-1]))
            span = f"{first} –\n{last}"
        return Column(
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
        )

    def _since(self, group: str) -> Column:
        language = self._language
        since = wording.short_day(self._table.previous, language)
        return Column(
            "change",
            translate("CoverageColumns", "Sejak\n{position}").format(position=since),
            lambda row: wording.signed(wording.points(row.change, 2, language, unit=False)),
            group,
            numeric=True,
            width=80,
            tooltip=self._tips.change_tip,
            copied=lambda row: plain_percent(row.change, language),
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
