"""What the marks of a coverage table mean."""

from PySide6.QtCore import QCoreApplication

from gui.tables.coverage_total import has_footnote
from gui.tables.legend import LegendEntry
from model import wording
from model.book import Office
from model.coverage import CoverageTable
from model.observations import Nature

translate = QCoreApplication.translate


def legend_entries(table: CoverageTable, office: Office, language: str) -> tuple[LegendEntry, ...]:
    """Return the marks that *table* really shows, with the steps that the office has set."""
    return (*_statuses(table, office, language), *_marks(table, language), *_notes(table))


def _statuses(table: CoverageTable, office: Office, language: str) -> list[LegendEntry]:
    if not any(row.status for row in (*table.rows, table.total)):
        return []
    on_track, watch = (wording.percent(value, 0, language) for value in (office.on_track, office.watch))
    low = wording.percent(office.watch, 0, language, unit=False)
    texts = {
        "on_track": translate("CoverageLegend", "{word}: capaian ≥ {step}").format(
            word=wording.label("status", "on_track", language), step=on_track
        ),
        "watch": f"{wording.label('status', 'watch', language)}: {low}–{on_track}",
        "behind": f"{wording.label('status', 'behind', language)}: < {watch}",
    }
    return [
        LegendEntry("on_track", texts["on_track"]),
        LegendEntry("watch", texts["watch"]),
        LegendEntry("behind", texts["behind"]),
    ]


def _marks(table: CoverageTable, language: str) -> list[LegendEntry]:
    rows = (*table.rows, table.total)
    entries = []
    if any(row.target is not None and row.eligible for row in rows):
        text = translate("CoverageLegend", "target")
        if table.target_rate is not None:
            text = f"{text} {wording.percent(table.target_rate, 2, language)}"
        entries.append(LegendEntry("target", text))
    if any(row.trail_breaks for row in rows):
        text = translate("CoverageLegend", "putus deret; skala tiap baris sendiri")
        entries.append(LegendEntry("break", text))
    if any(row.nature is Nature.INVENTED for row in rows):
        entries.append(LegendEntry("invented", wording.label("nature", "invented", language)))
    if any(row.nature is Nature.DERIVED for row in rows):
        entries.append(LegendEntry("", f"± {wording.label('nature', 'derived', language)}"))
    return entries


def _notes(table: CoverageTable) -> list[LegendEntry]:
    notes = []
    if table.by == ("region", "segment"):
        notes.append(translate("CoverageLegend", "# Peringkat di dalam segmen yang sama."))
    if has_footnote(table):
        notes.append(translate("CoverageLegend", "¹ Dihitung dari jumlah provinsi, bukan penjumlahan kolom."))
    return [LegendEntry("note", text) for text in notes]
