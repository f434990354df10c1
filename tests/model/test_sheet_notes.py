from model.problems import Problem, Severity
from model.report.sheet_notes import MOST_NOTES, sheet_notes
from tests.builders.summaries import MARCH, finding


def missing(region: str, name: str) -> Problem:
    return Problem(
        Severity.WARNING,
        "over_100",
        region=region,
        facts={"name": name, "as_of": MARCH, "rate": 1.2, "active": 12, "eligible": 10},
    )


def test_one_kind_of_finding_about_many_regions_is_one_note_with_their_names() -> None:
    regions = (("62.01", "Kotawaringin Barat"), ("62.03", "Kapuas"), ("62.71", "Palangka Raya"))
    found = [missing(*regions[0]), finding("Lain."), missing(*regions[1]), missing(*regions[2])]

    notes = [note["text"] for note in sheet_notes(found, "id")]

    assert len(notes) == 2
    assert notes[0].startswith(found[0].text())
    assert notes[0].endswith(" Serupa: Kapuas, Palangka Raya.")
    assert notes[1] == "Lain."


def test_two_of_a_kind_stay_two_notes() -> None:
    found = [missing("62.01", "Kotawaringin Barat"), missing("62.03", "Kapuas")]

    assert [note["text"] for note in sheet_notes(found, "id")] == [problem.text() for problem in found]


def test_notes_end_where_nobody_reads_on_and_say_how_many_are_left() -> None:
    notes = sheet_notes([finding(f"Temuan {number}.") for number in range(15)], "id")

    assert len(notes) == MOST_NOTES + 1
    assert notes[-1]["text"] == "dan 9 temuan lain: lihat halaman Temuan."


def test_as_many_notes_as_fit_end_with_the_last_of_them() -> None:
    notes = sheet_notes([finding(f"Temuan {number}.") for number in range(MOST_NOTES)], "id")

    assert notes[-1]["text"] == f"Temuan {MOST_NOTES - 1}."
