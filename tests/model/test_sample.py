from functools import cache

import pandas as pd
import pytest

from model.book import Book
from model.coverage import coverage_table, positions, region_row
from model.excel.book_file import read_book
from model.excel.reader import read_grid
from model.measures import Measure
from model.observations import Nature
from model.periods import Period, month
from model.quality import find_problems
from model.regions import regencies
from model.sample import FILE_NAME, TARGET_SET, regency_bases, sample_book, shared_out
from model.sample_figures import ACTIVE, EMPLOYED, YEARS
from resources import FOLDER

_PUBLISHED = {
    month(2023, 12): (384_661, 910_996),
    month(2024, 12): (466_286, 1_026_158),
    month(2025, 3): (465_940, 1_009_250),
}


@cache
def sample() -> Book:
    return sample_book()


def rows(as_of: Period, measure: Measure) -> pd.DataFrame:
    frame = sample().observations
    return frame[(frame["as_of"] == pd.Timestamp(as_of.day)) & (frame["measure"] == str(measure))]


def test_the_committed_workbook_says_what_the_sample_says_value_for_value() -> None:
    read = read_book(read_grid(FOLDER / "sample" / FILE_NAME))
    made = sample()

    pd.testing.assert_frame_equal(read.observations, made.observations)
    assert read.target_sets == made.target_sets
    assert read.claims == made.claims
    assert read.office == made.office
    assert read.notes == made.notes
    assert read.sources[:-1] == made.sources[:-1]
    assert read.problems == ()


@pytest.mark.parametrize("as_of", _PUBLISHED)
def test_the_regencies_add_up_to_the_published_figures_of_the_province(as_of: Period) -> None:
    active, eligible = _PUBLISHED[as_of]
    regency_codes = {region.code for region in regencies("62")}

    for measure, published in ((Measure.ACTIVE, active), (Measure.ELIGIBLE, eligible)):
        found = rows(as_of, measure)
        total = found[found["segment"] == ""].set_index("region")["value"]

        assert total["62"] == published
        assert total[list(regency_codes)].sum() == published


@pytest.mark.parametrize("as_of", ACTIVE)
@pytest.mark.parametrize("measure", [Measure.ACTIVE, Measure.ELIGIBLE])
def test_the_segments_add_up_to_their_regency_in_whole_people(as_of: Period, measure: Measure) -> None:
    found = rows(as_of, measure)
    below = found[found["region"] != "62"]
    totals = below[below["segment"] == ""].set_index("region")["value"]
    parts = below[below["segment"] != ""].groupby("region")["value"].sum()

    assert (parts == totals).all()
    assert (below["value"] % 1 == 0).all()


def test_everything_that_nobody_published_is_marked_as_made_up() -> None:
    frame = sample().observations
    is_published = frame["source"] != "buku"

    assert set(frame.loc[~is_published, "nature"]) == {"rekaan"}
    assert set(frame.loc[~is_published, "note"]) == {"rekaan untuk contoh"}
    assert set(frame.loc[is_published, "nature"]) == {"", "turunan"}
    assert set(frame.loc[is_published & (frame["measure"] != "employed"), "region"]) == {"62"}


def test_the_base_of_2024_is_said_to_be_derived_and_how() -> None:
    derived = sample().observations.query("nature == 'turunan'")

    assert list(derived["value"]) == [1_026_158]
    assert "45,44 %" in derived["note"].iloc[0]
    assert round(466_286 / 0.4544) == 1_026_158


def test_no_row_covers_more_people_than_it_counts() -> None:
    frame = sample().observations
    keys = ["region", "segment", "as_of"]
    counted = frame[frame["measure"].isin(["active", "eligible"])]
    wide = counted.pivot(index=keys, columns="measure", values="value")

    assert (wide["active"] <= wide["eligible"]).all()


def test_self_employed_workers_are_the_weakest_segment_everywhere() -> None:
    for region in regencies("62"):
        found = coverage_table(sample(), by=("segment",), region=region.code).rows
        rates = {row.segment: row.coverage for row in found if row.coverage is not None}

        assert min(rates, key=lambda segment: rates[segment]) == "BPU"


def test_the_only_error_is_the_regency_that_reported_on_last_years_base() -> None:
    found = find_problems(sample())
    errors = [problem for problem in found if problem.severity == "error"]

    assert [(problem.code, problem.region) for problem in errors] == [("reported_differs", "62.03")]
    assert region_row(sample(), "62.03", "", month(2024, 12), "").eligible == pytest.approx(
        73_884 / 0.462, rel=2e-4
    )
    assert {problem.code for problem in found} == {"reported_differs", "break_named"}


def test_one_regency_reports_nothing() -> None:
    assert region_row(sample(), "62.12", "", month(2025, 3), "").reported_coverage is None


def test_employed_people_add_up_to_the_province_in_every_year() -> None:
    for place, _ in enumerate(YEARS):
        below = sum(counts[place] for code, counts in EMPLOYED.items() if code != "62")

        assert below == EMPLOYED["62"][place]


def test_bps_codes_were_translated_and_not_only_dotted() -> None:
    assert EMPLOYED["62.08"][YEARS.index(2022)] == 32_944  # Sukamara, 6206 to BPS
    assert EMPLOYED["62.06"][YEARS.index(2024)] == 81_684  # Katingan, 6209 to BPS


def test_the_bases_lie_between_six_and_nine_tenths_of_the_employed() -> None:
    for number in (2023, 2024, 2025):
        for region, base in regency_bases(number).items():
            for place in (YEARS.index(number - 1), YEARS.index(min(number, 2024))):
                assert 0.6 <= base / EMPLOYED[region][place] <= 0.9


def test_the_target_is_the_one_that_the_press_report_implies() -> None:
    total = coverage_table(sample(), target_set=TARGET_SET).total

    assert (total.target, total.shortfall) == (666_408, 200_468)


def test_there_is_a_position_every_quarter_up_to_march_2025() -> None:
    assert len(positions(sample())) == 9
    assert positions(sample())[-1] == month(2025, 3)


def test_the_sample_is_the_same_every_time() -> None:
    pd.testing.assert_frame_equal(sample_book().observations, sample().observations)


def test_every_figure_knows_its_cell_and_its_source() -> None:
    frame = sample().observations
    known = {source.id for source in sample().sources}

    assert (frame["sheet"] == "Data").all()
    assert frame["cell"].is_unique
    assert set(frame["source"]) <= known
    assert set(Nature) >= {Nature(nature) for nature in frame["nature"].unique()}


def test_people_are_shared_out_whole_and_complete() -> None:
    assert shared_out(10, {"a": 1, "b": 1, "c": 1}) == {"a": 4, "b": 3, "c": 3}
    assert sum(shared_out(1_009_250, {"a": 0.3, "b": 7.1, "c": 2.2}).values()) == 1_009_250
