"""What the cells of the coverage table say beside their plain numbers: names, tips, tones, order."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.tables.columns import Column, Tone
from model import wording
from model.coverage import CoverageTable, Row
from model.observations import Nature
from model.segments import SEGMENTS

translate = QCoreApplication.translate

_FOOTNOTE: Final = "¹"


def segment_name(segment: str, language: str, *, short: bool = False) -> str:
    """Return a segment's name; the code itself for one that is none of ours."""
    section, key = ("segment_short" if short else "segment"), segment or "ALL"
    return wording.label(section, key, language) if wording.has(f"{section}.{key}", language) else segment


def reported_decimals(table: CoverageTable) -> int:
    """Return the decimals that the reported percentages of *table* need, 1 or 2."""
    told = [row.reported_coverage for row in (*table.rows, table.total) if row.reported_coverage is not None]
    return 2 if any(abs(round(value * 1000) - value * 1000) > 1e-6 for value in told) else 1


def shortfall_text(shortfall: float | None, language: str) -> str:
    """Return a shortfall in people; a surplus reads "lebih 9.106", never as a minus."""
    if shortfall is None or shortfall >= 0:
        return wording.people(shortfall, language)
    return translate("CoverageColumns", "lebih {people}").format(people=wording.people(-shortfall, language))


class CellTips:
    """The tooltips of the cells, in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def nature_tip(self, row: Row) -> str:
        if row.nature is Nature.SOURCED:
            return ""
        key = "invented" if row.nature is Nature.INVENTED else "derived"
        return f"{name(row)}: {wording.label('nature', key, self._language)}"

    def segment_tip(self, row: Row) -> str:
        nature = self.nature_tip(row).removeprefix(f"{name(row)}: ")
        return ", ".join(part for part in (segment_name(row.segment, self._language), nature) if part)

    def rank_tip(self, row: Row) -> str:
        if row.rank is None:
            return translate("CoverageColumns", "Tanpa peringkat: cakupan tidak diketahui")
        return translate("CoverageColumns", "Peringkat {rank} menurut cakupan").format(rank=row.rank)

    def vintage_tip(self, row: Row) -> str:
        return (
            translate("CoverageColumns", "Basis potensi: {name}").format(name=row.vintage)
            if row.vintage
            else ""
        )

    def coverage_tip(self, row: Row) -> str:
        if not row.over:
            return ""
        return translate("CoverageColumns", "Lebih dari 100 %: peserta aktif lebih banyak daripada potensi")

    def change_tip(self, row: Row) -> str:
        if row.change is None or not row.broken:
            return ""
        return translate("CoverageColumns", "Basis potensi berganti; kedua posisi tidak sepenuhnya sebanding")

    def trail_text(self, row: Row) -> str:
        known = [point for point in row.trail if point.value is not None]
        if len(known) < 2:
            return wording.MISSING
        first, last = (
            wording.percent(point.value, 1, self._language, unit=False) for point in (known[0], known[-1])
        )
        return f"{first} → {last}"

    def trail_tip(self, row: Row) -> str:
        cuts = {found.as_of for found in row.trail_breaks}
        broken = translate("CoverageColumns", "putus deret")
        lines = []
        for point in row.trail:
            day, value = (
                wording.short_day(point.as_of, self._language),
                wording.percent(point.value, 2, self._language),
            )
            lines.append(f"{day}: {value}" + (f" ({broken})" if point.as_of in cuts else ""))
        return "\n".join(lines)


def rank(row: Row) -> str:
    """Return the rank, a dash where there is none."""
    return wording.MISSING if row.rank is None else str(row.rank)


def name(row: Row) -> str:
    """Return the name of the region."""
    return row.name


def blank(row: Row) -> str:
    """Say nothing."""
    return ""


def same(column: Column) -> Column:
    """Leave the column as it is."""
    return column


def noted(column: Column) -> Column:
    """Put the mark of the footnote before the column's text."""
    plain = column.text
    return replace(column, text=lambda row: f"{_FOOTNOTE} {plain(row)}")


def muted(row: Row) -> Tone:
    """Recede."""
    return Tone.MUTED


def unmarked(row: Row) -> bool:
    """Carry no mark."""
    return False


def invented(row: Row) -> bool:
    """Say whether the row's figures are made up for an example."""
    return row.nature is Nature.INVENTED


def nature(row: Row, language: str) -> str:
    """Return whether the row's figures stand in a source, are derived, or made up for an example."""
    key = {Nature.SOURCED: "sourced", Nature.DERIVED: "derived", Nature.INVENTED: "invented"}[row.nature]
    return wording.label("nature", key, language)


def reported_tone(row: Row) -> Tone:
    """Recede where no percentage was reported."""
    return Tone.MUTED if row.reported_coverage is None else Tone.INK


def difference_tone(row: Row) -> Tone:
    """Stand out only where reported and recomputed disagree."""
    return Tone.BEHIND if row.disagrees else Tone.MUTED


def shortfall_tone(row: Row) -> Tone:
    """Tell a surplus from a shortfall, beside its word."""
    return Tone.ON if row.shortfall is not None and row.shortfall < 0 else Tone.INK


def segment_order(row: Row) -> int:
    """Return the place of the row's segment in every table."""
    return SEGMENTS.index(row.segment) if row.segment in SEGMENTS else len(SEGMENTS)


def trail_change(row: Row) -> float | None:
    """Return by how much coverage changed over the whole series, None where that is not known."""
    known = [point.value for point in row.trail if point.value is not None]
    return known[-1] - known[0] if len(known) > 1 else None
