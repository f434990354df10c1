from model.excel.answers import About, Answers
from model.excel.decisions import Decision, Standing
from model.excel.examine import examine
from model.regions import regencies
from tests.builders.office import Line, grid, sheet

NAMES = [region.name for region in regencies("62")]


def decided(answers: Answers) -> list[Decision]:
    """The decisions about names in a table where "Pulpis Raya" stands twice for an unknown region."""
    names = [*NAMES[:8], "Pulpis Raya", *NAMES[10:]]
    lines: list[Line] = [[name, 1000 + number, 400 + number] for number, name in enumerate(names)]
    title = ["Keadaan per 31 Maret 2025 Provinsi Kalimantan Tengah"]
    found = examine(grid(sheet(title, ["Kabupaten/Kota", "Potensi", "Peserta Aktif"], *lines)), answers)
    return [decision for decision in found.decisions if decision.about is About.NAME]


def test_an_answered_name_stays_a_decision_with_its_cells() -> None:
    (asked,) = decided(Answers())
    assert asked.is_open

    (answered,) = decided(Answers().having(About.NAME, asked.key, "62.11"))

    assert (answered.key, answered.value, answered.standing) == (asked.key, "62.11", Standing.ANSWERED)
    assert (answered.subject, answered.places) == ("Pulpis Raya", asked.places)


def test_an_answer_about_a_name_that_the_file_lacks_is_no_decision() -> None:
    answers = Answers().having(About.NAME, "pulpis raya", "leave").having(About.NAME, "lain", "62.01")

    assert [decision.value for decision in decided(answers)] == ["leave"]


def test_the_answer_about_a_name_that_is_quoted_cut_short_stays_a_decision() -> None:
    endless = "Wilayah yang namanya sangat panjang sekali dan tidak dikenal siapa pun di mana pun"
    lines: list[Line] = [[name, 1000 + number, 400 + number] for number, name in enumerate(NAMES)]
    title = ["Keadaan per 31 Maret 2025 Provinsi Kalimantan Tengah"]
    header = ["Kabupaten/Kota", "Potensi", "Peserta Aktif"]
    file = grid(sheet(title, header, *lines, [endless, 50, 20]))
    (asked,) = examine(file).questions

    found = examine(file, Answers().having(About.NAME, asked.key, "leave"))

    (answered,) = (decision for decision in found.decisions if decision.about is About.NAME)
    assert (answered.key, answered.subject, answered.places) == (asked.key, asked.subject, asked.places)
    assert answered.standing is Standing.ANSWERED
