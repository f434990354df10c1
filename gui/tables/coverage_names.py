"""The first columns of the coverage table: the rank of a row, and what it is called."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.tables import coverage_texts as texts
from gui.tables.columns import Column
from model.coverage import CoverageTable

translate = QCoreApplication.translate

ALWAYS_SHOWN: Final = frozenset({"rank", "name", "segment"})


def frozen_count(table: CoverageTable) -> int:
    """Return how many first columns name the row and stay in view."""
    return 3 if table.by == ("region", "segment") else 2


def naming_columns(table: CoverageTable, language: str) -> tuple[Column, ...]:
    """Return the rank, and the region or the segment or both, as the rows of *table* are told apart."""
    tips = texts.CellTips(language)
    if table.by == ("segment",):
        group = translate("CoverageColumns", "Segmen")
        rank = _rank(translate("CoverageColumns", "Peringkat menurut cakupan"), group, tips)
        return rank, _segment(group, language, tips)
    group = translate("CoverageColumns", "Wilayah")
    if table.by == ("region", "segment"):
        note = translate("CoverageColumns", "Peringkat menurut cakupan di dalam segmen yang sama")
        return _rank(note, group, tips), _name(group, tips), _short_segment(group, language, tips)
    return _rank(translate("CoverageColumns", "Peringkat menurut cakupan"), group, tips), _name(group, tips)


def _rank(note: str, group: str, tips: texts.CellTips) -> Column:
    return Column(
        "rank",
        "#",
        texts.rank,
        group,
        numeric=True,
        width=36,
        tone=texts.muted,
        note=note,
        tooltip=tips.rank_tip,
    )


def _name(group: str, tips: texts.CellTips) -> Column:
    return Column(
        "name",
        translate("CoverageColumns", "Kabupaten/kota"),
        texts.name,
        group,
        width=154,
        mark=texts.invented,
        tooltip=tips.nature_tip,
    )


def _segment(group: str, language: str, tips: texts.CellTips) -> Column:
    return Column(
        "segment",
        translate("CoverageColumns", "Segmen"),
        lambda row: texts.segment_name(row.segment, language).partition(" (")[0],
        group,
        width=160,
        mark=texts.invented,
        tooltip=tips.segment_tip,
        key=texts.segment_order,
    )


def _short_segment(group: str, language: str, tips: texts.CellTips) -> Column:
    return replace(
        _segment(group, language, tips),
        width=72,
        mark=texts.unmarked,
        text=lambda row: texts.segment_name(row.segment, language, short=True),
        tooltip=lambda row: texts.segment_name(row.segment, language),
    )
