from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gui.tables.columns import Column, Tone
from gui.tables.coverage_columns import coverage_columns
from gui.tables.coverage_legend import legend_entries
from gui.tables.coverage_names import frozen_count
from gui.tables.coverage_total import has_footnote, total_columns
from model.book import Office
from model.coverage import CoverageTable, Row
from model.observations import Nature
from tests.builders.summaries import coverage_table, province_series, row

pytestmark = pytest.mark.usefixtures("qapp")


def column(name: str, table: CoverageTable | None = None) -> Column:
    columns = coverage_columns(table or coverage_table(), "id")
    return next(found for found in columns if found.name == name)


def kapuas(**changes: object) -> Row:
    return row("62.03", "Kapuas", 164_619, 73_884, **changes)  # type: ignore[arg-type]


def test_counts_and_percentages_are_written_as_the_office_writes_them() -> None:
    assert column("eligible").text(kapuas()) == "164.619"
    assert column("coverage").text(kapuas()) == "44,88"
    assert column("attainment").text(kapuas(rate=0.6603)) == "68,0"


def test_a_surplus_is_said_in_words_and_never_as_a_minus() -> None:
    above = row("62.05", "Barito Utara", 60_450, 49_022, rate=0.6603)

    assert column("shortfall").text(above) == "lebih 9.106"
    assert column("shortfall").tone(above) is Tone.ON
    assert column("shortfall").text(kapuas(rate=0.6603)) == "34.814"


def test_a_missing_reported_figure_says_so_and_others_are_a_dash() -> None:
    unknown = row(eligible=None, active=None, rate=None)

    assert column("reported_coverage").text(unknown) == "tidak ada"
    for name in ("eligible", "active", "unprotected", "coverage", "difference", "shortfall", "attainment",
                 "status", "trail", "change", "rank"):  # fmt: skip
        assert column(name).text(unknown) == "–", name


def test_only_a_disagreement_stands_out() -> None:
    difference = column("difference")

    assert difference.text(kapuas(reported=0.462)) == "+1,3"
    assert difference.tone(kapuas(reported=0.462)) is Tone.BEHIND
    assert difference.text(kapuas(reported=0.449)) == "0,0"
    assert difference.tone(kapuas(reported=0.449)) is Tone.MUTED


def test_reported_figures_keep_the_decimals_that_they_came_with() -> None:
    table = coverage_table([kapuas(reported=0.4488)])

    assert column("reported_coverage", table).text(table.rows[0]) == "44,88"
    assert column("difference", table).text(table.rows[0]) == "0,00"


def test_derived_figures_carry_a_plus_minus_and_invented_ones_a_dot() -> None:
    derived = kapuas(nature=Nature.DERIVED, approximate=frozenset({"eligible", "unprotected"}))
    invented = kapuas(nature=Nature.INVENTED)

    assert column("eligible").text(derived) == "±164.619"
    assert column("active").text(derived) == "73.884"
    assert column("name").mark(invented)
    assert column("name").tooltip(invented) == "Kapuas: rekaan untuk contoh"
    assert not column("name").mark(kapuas())


def test_the_headers_name_the_target_and_the_positions() -> None:
    series = province_series()
    table = coverage_table(total=row(trail=series.points, trail_breaks=series.breaks), target_rate=0.6603)

    assert column("shortfall", table).group == "Terhadap target 66,03 %"
    assert column("trail", table).header == "Mar 2023 –\nMar 2025"
    assert column("change", table).header == "Sejak\nDes 2024"


def test_the_base_is_the_tooltip_of_potensi() -> None:
    assert (
        column("eligible").tooltip(kapuas(vintage="Sakernas Agu 2024")) == "Basis potensi: Sakernas Agu 2024"
    )


def test_employed_is_offered_but_not_shown_at_first() -> None:
    assert not column("employed").shown
    assert column("eligible").shown


def test_the_segment_column_stands_where_segments_are() -> None:
    by_both = coverage_table([kapuas(segment="BPU")], by=("region", "segment"))
    by_segment = coverage_table([kapuas(segment="BPU")], by=("segment",))

    assert column("segment", by_both).text(by_both.rows[0]) == "BPU"
    assert frozen_count(by_both) == 3
    assert column("segment", by_segment).text(by_segment.rows[0]) == "Bukan Penerima Upah"
    assert "name" not in [found.name for found in coverage_columns(by_segment, "id")]


def test_the_provinces_shortfall_has_a_footnote_and_a_partial_sum_has_none() -> None:
    whole = coverage_table()
    part = coverage_table(total=replace(whole.total, code="", name="Jumlah 9 wilayah"))
    columns = {found.name: found for found in total_columns(coverage_columns(whole, "id"), whole)}

    assert columns["shortfall"].text(whole.total) == "¹ 200.468"
    assert columns["rank"].text(whole.total) == ""
    assert columns["shortfall"].copied is not None
    assert columns["shortfall"].copied(whole.total) == "200468"
    assert has_footnote(whole)
    assert not has_footnote(part)


def test_the_legend_names_the_steps_of_the_office() -> None:
    office = Office(on_track=0.9, watch=0.5)
    texts = {entry.mark: entry.text for entry in legend_entries(coverage_table(), office, "id")}

    assert texts["on_track"] == "Sesuai: capaian ≥ 90 %"
    assert texts["watch"] == "Pantau: 50–90 %"
    assert texts["behind"] == "Tertinggal: < 50 %"
    assert texts["invented"] == "rekaan untuk contoh"
    assert "jumlah provinsi" in texts["note"]


def test_the_legend_leaves_out_marks_that_are_not_shown() -> None:
    bare = row(rate=None)
    table = coverage_table([bare], total=bare, target_rate=None, target_set="")

    assert legend_entries(table, Office(), "id") == ()


def test_a_table_without_targets_still_has_both_gaps(qtbot: QtBot) -> None:
    bare = row(rate=None)
    names = [found.name for found in coverage_columns(coverage_table([bare], target_rate=None), "id")]

    assert {"unprotected", "shortfall"} <= set(names)
