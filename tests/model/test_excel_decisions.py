"""What reading decided and what it asks: every decision with its reason; an answer settles it."""

import pickle

import pytest

from model import wording
from model.excel.answers import About, Answers
from model.excel.decision_words import question_of, reason_of, value_of
from model.excel.decisions import Standing
from model.excel.importing import Role
from model.measures import Measure
from model.periods import month
from tests.builders.examined import answering, decided, look, open_questions, painted, values
from tests.builders.office import TITLE, Line, body, codes, figures, positions, sheet

PLAIN: list[Line] = [
    ["REKAP KEPESERTAAN"],
    [TITLE],
    [],
    ["No", "Kab/Kota", "Potensi", "Aktif PU", "Iuran"],
    *body([1000, 2000], [400, 900], [7, 8]),
    ["Sumber: BPJS Ketenagakerjaan"],
]


def test_a_sheet_that_is_understood_asks_nothing_and_says_why() -> None:
    result = look(sheet(*PLAIN))

    assert result.questions == ()
    told = {(str(one.about), one.key): (one.value, one.reason) for one in result.decisions}
    assert told["province", ""] == ("62", "province_names")
    assert told["position", "rekap"] == ("2025-03", "position_said")
    assert told["table", "rekap"] == ("read", "table_found")
    assert told["column", "potensi"] == ("eligible", "column_header")
    assert told["column", "aktif pu"] == ("active", "column_header")
    assert told["segment", "aktif pu"] == ("PU", "segment_header")
    assert told["segment", "potensi"] == ("", "segment_all")
    assert told["column", "iuran"] == ("left_out", "column_unused")
    assert told["column", "kab/kota"] == ("name", "column_names")


def test_every_decision_speaks_both_languages() -> None:
    for one in look(sheet(*PLAIN)).decisions:
        for language in wording.LANGUAGES:
            assert question_of(one, language)
            assert reason_of(one, language)
            assert value_of(one.about, one.value, language) or not one.value
            assert all(value_of(one.about, option, language) for option in one.options if option)


def test_every_value_that_can_be_chosen_has_words() -> None:
    for about in (About.COLUMN, About.TABLE, About.SHARE, About.SCALE, About.CODES, About.PERSONS):
        keys = [key for key in wording.keys("id") if key.startswith(f"value.{about}_")]
        assert keys, about
    assert value_of(About.NAME, "62.03") == "Kabupaten Kapuas"
    assert value_of(About.POSITION, "2025-03") == "31 Maret 2025"
    assert value_of(About.COLUMN, "active", "en") == wording.label("measure", "active", "en")


def test_an_import_crosses_into_another_process_as_it_is() -> None:
    result = look(sheet(*PLAIN))
    sent = pickle.loads(pickle.dumps(result))

    assert sent.decisions == result.decisions
    assert sent.shape == result.shape
    assert sent.sheets == result.sheets
    assert values(sent.book) == values(result.book)


@pytest.mark.parametrize("header", ["Angka", "Perusahaan Aktif", "Peserta Aktif Perempuan"])
def test_a_column_that_nobody_can_know_is_asked_about_where_nothing_else_gives_a_figure(header: str) -> None:
    page = sheet([TITLE], [], ["No", "Kab/Kota", header], *body([1, 2]))
    (asked,) = look(page).questions
    answered = look(page, answers=answering({(About.COLUMN, asked.key): "active"}))
    left = look(page, answers=answering({(About.COLUMN, asked.key): "left_out"}))

    assert (asked.about, asked.value, asked.standing) == (About.COLUMN, "", Standing.OPEN)
    assert asked.options[:2] == ("active", "eligible")
    assert asked.places == ((2, 2),)
    assert figures(answered.book, Measure.ACTIVE) == {"62.01": 1, "62.02": 2}
    assert decided(answered, About.COLUMN, asked.key).standing is Standing.ANSWERED
    assert left.questions == ()
    assert not {"measure_unknown", "columns_not_recognised"} & set(codes(left.book))


def test_a_column_with_other_words_beside_known_ones_is_left_out_and_may_be_changed() -> None:
    result = look(sheet(*PLAIN))
    changed = look(sheet(*PLAIN), answers=answering({(About.COLUMN, "iuran"): "target"}))

    assert decided(result, About.COLUMN, "iuran").standing is Standing.RECOGNISED
    assert "target" in decided(result, About.COLUMN, "iuran").options
    assert "columns_not_recognised" not in codes(changed.book)


def test_months_and_segments_without_a_measure_ask_once_for_all_of_them() -> None:
    page = sheet(
        ["Rekap 2025"],
        ["Kab/Kota", "Januari", None, "Februari", None],
        [None, "PU", "BPU", "PU", "BPU"],
        ["Kapuas", 5, 6, 7, 8],
        ["Seruyan", 6, 7, 8, 9],
    )
    asked = look(page)
    answered = look(page, answers=answering({(About.COLUMN, "·"): "active"}))

    assert open_questions(asked) == [("column", "·")]
    assert len(asked.questions[0].places) == 4
    assert figures(answered.book, Measure.ACTIVE, segment="BPU", as_of="2025-02-28") == {
        "62.03": 8,
        "62.07": 9,
    }
    assert len(answered.book.observations) == 8


def test_the_measure_of_a_title_may_be_another_one() -> None:
    page = sheet(
        ["Peserta Aktif 2025"], ["Kab/Kota", "Januari", "Februari"], ["Kapuas", 5, 6], ["Seruyan", 6, 7]
    )
    result = look(page)
    changed = look(page, answers=answering({(About.COLUMN, "·"): "inactive"}))

    assert (decided(result, About.COLUMN, "·").value, decided(result, About.COLUMN, "·").reason) == (
        "active",
        "column_title",
    )
    assert figures(changed.book, Measure.INACTIVE, as_of="2025-01-31") == {"62.03": 5, "62.07": 6}


def test_the_segment_of_a_title_or_a_sheet_holds_for_columns_that_name_none() -> None:
    lines: list[Line] = [[TITLE], ["Kab/Kota", "Potensi", "Aktif"], ["Kapuas", 5, 3], ["Seruyan", 6, 3]]
    result = look(sheet(*lines, name="PU"), sheet(*lines, name="BPU"))
    titled = look(
        sheet(["Peserta Aktif Segmen BPU"], [TITLE], ["Kab/Kota", "Jumlah"], ["Kapuas", 5], ["Seruyan", 6])
    )

    assert figures(result.book, Measure.ACTIVE, segment="PU") == {"62.03": 3, "62.07": 3}
    assert figures(result.book, Measure.ACTIVE, segment="BPU") == {"62.03": 3, "62.07": 3}
    assert figures(result.book, Measure.ACTIVE) == {}
    assert figures(titled.book, Measure.ACTIVE, segment="BPU") == {"62.03": 5, "62.07": 6}
    assert decided(titled, About.SEGMENT, "jumlah").reason == "segment_title"


def test_a_segment_that_was_answered_holds() -> None:
    page = sheet([TITLE], ["Kab/Kota", "Aktif"], ["Kapuas", 5], ["Seruyan", 6])
    result = look(page, answers=answering({(About.SEGMENT, "aktif"): "BPU"}))

    assert figures(result.book, Measure.ACTIVE, segment="BPU") == {"62.03": 5, "62.07": 6}
    assert decided(result, About.SEGMENT, "aktif").standing is Standing.ANSWERED


def test_a_base_beside_months_may_get_a_time_of_its_own() -> None:
    page = sheet(
        ["Peserta Aktif 2025"],
        ["Kab/Kota", "Potensi", "Januari", "Februari"],
        ["Kapuas", 9, 5, 6],
        ["Seruyan", 9, 6, 7],
    )
    result = look(page)
    dated = look(page, answers=answering({(About.PERIOD, "potensi"): "2025-02"}))

    assert decided(result, About.PERIOD, "potensi").value == ""
    assert figures(result.book, Measure.ELIGIBLE, as_of="2025-01-31") == {"62.03": 9, "62.07": 9}
    assert figures(dated.book, Measure.ELIGIBLE, as_of="2025-01-31") == {}
    assert figures(dated.book, Measure.ELIGIBLE, as_of="2025-02-28") == {"62.03": 9, "62.07": 9}


def test_names_are_asked_once_with_all_their_places_and_candidates_first() -> None:
    lines: list[Line] = [["Kapuas", 5], ["Barito Utra", 6], ["Seruyan", 6], ["Lamandau", 7], ["Katingan", 8]]
    pages = [sheet([title], ["Kab/Kota", "Aktif"], *lines, name=title[-13:]) for title in
             ("Keadaan per 31 Maret 2025", "Keadaan per 30 April 2025")]  # fmt: skip
    result = look(*pages)
    (asked,) = result.questions
    answers = answering({(About.NAME, "barito utra"): "62.05"})
    answered = look(*pages, answers=answers)
    left = look(*pages, answers=answering({(About.NAME, "barito utra"): "leave"}))

    assert (asked.about, asked.key, asked.options) == (About.NAME, "barito utra", ("62.05", "62.13", "leave"))
    assert figures(answered.book, Measure.ACTIVE, as_of="2025-04-30")["62.05"] == 6
    assert answered.questions == left.questions == ()
    assert decided(answered, About.NAME, "barito utra").value == "62.05"
    assert not {"name_suggested", "name_unknown"} & set(codes(left.book))


def test_codes_that_mean_two_regions_are_one_question_and_not_one_for_each() -> None:
    page = sheet([TITLE], ["Kode", "Aktif"], [6201, 5], [6202, 6], [6206, 7], [6207, 9], [6271, 8])
    result = look(page)
    bps = look(page, answers=answering({(About.CODES, "kode"): "bps"}))
    own = look(page, answers=answering({(About.CODES, "kode"): "kemendagri"}))

    assert open_questions(result) == [("codes", "kode")]
    assert result.questions[0].places == ((4, 0), (5, 0))
    assert figures(bps.book, Measure.ACTIVE) == {"62.01": 5, "62.02": 6, "62.08": 7, "62.09": 9, "62.71": 8}
    assert figures(own.book, Measure.ACTIVE) == {"62.01": 5, "62.02": 6, "62.06": 7, "62.07": 9, "62.71": 8}


def test_names_beside_codes_say_whose_they_are() -> None:
    lines: list[Line] = [
        [6206, "Sukamara", 5],
        [6207, "Lamandau", 6],
        [6208, "Seruyan", 7],
        [6209, "Katingan", 8],
    ]
    found = decided(look(sheet([TITLE], ["Kode", "Kab/Kota", "Aktif"], *lines)), About.CODES, "kode")

    assert (found.value, found.standing, found.reason) == ("bps", Standing.RECOGNISED, "codes_names")


def test_a_position_that_a_title_says_can_be_corrected() -> None:
    page = sheet(*PLAIN)
    changed = look(page, answers=answering({(About.POSITION, "rekap"): "2025-04"}))

    assert positions(changed.book) == ["2025-04-30"]
    assert decided(changed, About.POSITION, "rekap").standing is Standing.ANSWERED
    assert positions(look(page, answers=Answers(position=month(2024, 1))).book) == ["2025-03-31"]


def test_a_year_that_is_missing_is_asked_with_its_header() -> None:
    (asked,) = look(
        sheet(["Peserta aktif"], ["Kab/Kota", "Januari"], ["Kapuas", 1], ["Seruyan", 2])
    ).questions

    assert (asked.about, asked.reason, asked.facts["header"]) == (About.POSITION, "year_unknown", "Januari")


def test_next_months_form_has_the_same_shape() -> None:
    def form(title: str, head: str, count: int) -> tuple[str, ...]:
        lines = body([1] * count, [2] * count)
        return look(sheet([title], ["No", "Kab/Kota", "Potensi", f"Aktif {head}"], *lines, name=head)).shape

    march = form("Keadaan per 31 Maret 2025", "Maret 2025", 14)

    assert march == form("Keadaan per 30 April 2025", "April 2025", 13)
    assert march == ("[·]", "no", "kab/kota", "potensi", "aktif")


def test_the_sheet_is_painted_with_what_every_cell_is() -> None:
    lines: list[Line] = [*PLAIN[:3], *PLAIN[3:4], ["(1)", "(2)", "(3)", "(4)", "(5)"], *PLAIN[4:]]
    lines.insert(7, [None, "Jumlah", 3000, 1300, 15])
    result = look(sheet(*lines))

    assert painted(result, Role.TITLE) == {(0, 0), (1, 0)}
    assert painted(result, Role.HEADER) == {(3, column) for column in range(5)}
    assert painted(result, Role.NUMBERING) >= {(4, column) for column in range(5)}
    assert painted(result, Role.REGION) == {(5, 1), (6, 1)}
    assert painted(result, Role.FIGURE) == {(row, column) for row in (5, 6) for column in (2, 3)}
    assert painted(result, Role.LEFT_OUT) == {(5, 4), (6, 4)}
    assert painted(result, Role.TOTAL) == {(7, column) for column in range(5)}
    assert painted(result, Role.NOTE) == {(8, 0)}


def test_a_table_that_seems_to_be_about_something_else_is_read_where_a_person_insists() -> None:
    strangers: list[Line] = [[f"Desa {number}", number] for number in range(12)]
    page = sheet([TITLE], ["Nama", "Aktif"], ["Kapuas", 1], ["Seruyan", 2], *strangers)
    result = look(page)
    insisted = look(page, answers=answering({(About.TABLE, "rekap"): "read"}))

    assert decided(result, About.TABLE, "rekap").value == "leave"
    assert decided(result, About.TABLE, "rekap").standing is Standing.RECOGNISED
    assert figures(insisted.book, Measure.ACTIVE) == {"62.03": 1, "62.07": 2}


def test_the_name_of_an_agency_says_no_segment() -> None:
    result = look(sheet(["DINAS PU PROVINSI"], [TITLE], ["Kab/Kota", "Aktif"], ["Kapuas", 5], ["Seruyan", 6]))

    assert figures(result.book, Measure.ACTIVE) == {"62.03": 5, "62.07": 6}


def test_one_decision_for_several_sheets_names_its_cells_on_each() -> None:
    lower: list[Line] = [[], *PLAIN]
    result = look(sheet(*PLAIN, name="Januari"), sheet(*lower, name="Februari"))

    one = decided(result, About.COLUMN, "potensi")
    assert one.sheets == ("Januari", "Februari")
    assert one.places_on("Januari") == ((3, 2),)
    assert one.places_on("Februari") == ((4, 2),)
    assert one.places_on("Maret") == ()
    assert pickle.loads(pickle.dumps(one)) == one
