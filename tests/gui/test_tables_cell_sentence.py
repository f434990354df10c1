import pytest

from gui.tables.cell_sentence import CellSentence, cell_sentence
from model import wording
from model.book import Office
from model.coverage import CoverageTable, Row
from tests.builders.summaries import coverage_table, province_series, row

COLUMNS = ("rank", "name", "eligible", "active", "employed", "unprotected", "coverage", "reported_coverage",
           "difference", "target", "shortfall", "attainment", "status", "change", "trail")  # fmt: skip


def said(found: Row, column: str, table: CoverageTable | None = None, language: str = "id") -> CellSentence:
    return cell_sentence(
        found, column, column.capitalize(), table or coverage_table([found]), Office(), language
    )


def kapuas(**changes: object) -> Row:
    return row("62.03", "Kapuas", 164_619, 73_884, **changes)  # type: ignore[arg-type]


def test_a_disagreement_is_said_with_both_figures_and_the_sum_behind_it() -> None:
    sentence = said(kapuas(reported=0.462), "difference")

    assert sentence.title == "Kapuas, Difference"
    assert sentence.fact == "Dilaporkan 46,2 %, dihitung ulang 44,9 %."
    assert sentence.why == "73.884 ÷ 164.619 = 44,88 %; selisih 1,32 poin persen."
    assert sentence.alarming


def test_an_agreement_is_no_alarm() -> None:
    sentence = said(kapuas(reported=0.449), "reported_coverage")

    assert sentence.fact == "Dilaporkan 44,9 %, cocok dengan dihitung ulang 44,9 %."
    assert not sentence.alarming


def test_coverage_shows_its_formula_with_the_figures() -> None:
    sentence = said(kapuas(), "coverage")

    assert sentence.fact == "Cakupan 44,88 %."
    assert sentence.why == "73.884 peserta aktif ÷ 164.619 potensi × 100."


def test_more_than_a_hundred_percent_is_said_in_words() -> None:
    over = row("64.08", "Kutai Timur", 51_086, 77_074)

    assert said(over, "coverage").fact == "Cakupan 150,87 %, lebih dari 100 %."
    assert said(over, "coverage").alarming
    assert said(over, "unprotected").fact == "Peserta aktif 25.988 orang lebih banyak daripada potensi."


def test_both_gaps_keep_their_names() -> None:
    assert said(kapuas(), "unprotected").fact == "Belum terlindungi 90.735 orang."
    assert said(kapuas(rate=0.6603), "shortfall").fact == "Kurang 34.814 orang untuk mencapai target."
    surplus = row("62.05", "Barito Utara", 60_450, 49_022, rate=0.6603)
    assert said(surplus, "shortfall").fact == "Lebih 9.106 orang dari target."


def test_a_change_across_bases_says_that_it_does_not_compare() -> None:
    changed = kapuas(change=-0.012, broken=True)

    sentence = said(changed, "change")

    assert sentence.fact == "Turun 1,20 poin persen sejak 31 Desember 2024."
    assert sentence.why.endswith("Basis potensi berganti, jadi kedua posisi tidak sepenuhnya sebanding.")


def test_the_small_line_is_told_from_its_first_to_its_last_figure() -> None:
    series = province_series()

    sentence = said(kapuas(trail=series.points, trail_breaks=series.breaks), "trail")

    assert sentence.fact == "Dari 34,2 % (31 Maret 2023) menjadi 46,2 % (31 Maret 2025)."
    assert sentence.why.startswith("Deret putus 2 kali")


def test_participants_are_compared_with_the_position_before() -> None:
    assert said(kapuas(change_active=-346), "active").why == "Berkurang 346 orang sejak 31 Desember 2024."


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("column", COLUMNS)
def test_a_row_of_which_nothing_is_known_still_gets_a_sentence(column: str, language: str) -> None:
    unknown = row("62.03", "Kapuas", None, None, rate=None)
    table = coverage_table([unknown], previous=None, target_rate=None, target_set="")

    sentence = said(unknown, column, table, language)

    assert sentence.fact.endswith(".")
    assert "None" not in f"{sentence.fact} {sentence.why}"


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("column", COLUMNS)
def test_every_cell_of_a_full_row_is_explained(column: str, language: str) -> None:
    series = province_series()
    full = kapuas(
        reported=0.462, employed=228_725, change=0.01, change_active=10, rank=1, trail=series.points
    )

    sentence = said(full, column, language=language)

    assert sentence.fact
    assert "{" not in sentence.fact + sentence.why
    assert "–" not in sentence.fact + sentence.why


def test_a_segment_is_named_with_its_region_only_where_both_vary() -> None:
    found = kapuas(segment="BPU")

    assert (
        said(found, "active", coverage_table([found], by=("region", "segment"))).title == "Kapuas BPU, Active"
    )
    assert said(found, "active", coverage_table([found], by=("segment",))).title == "BPU, Active"
