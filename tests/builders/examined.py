"""Files looked at as a whole, for tests of what is read, decided and asked."""

from collections.abc import Mapping

from model.book import Book
from model.excel.answers import About, Answers
from model.excel.decisions import Decision
from model.excel.examine import examine
from model.excel.grid import Sheet
from model.excel.importing import Import, Role
from tests.builders.office import grid

Found = dict[tuple[str, str, str, str], tuple[float | None, str]]


def look(*sheets: Sheet, file: str = "rekap.xlsx", answers: Answers | None = None) -> Import:
    """What reading a workbook of these sheets comes to."""
    return examine(grid(*sheets, file=file), answers or Answers())


def answering(given: Mapping[tuple[About, str], str]) -> Answers:
    """Answers by what they are about and their key."""
    answers = Answers()
    for (about, key), value in given.items():
        answers = answers.having(about, key, value)
    return answers


def cells(book: Book) -> Found:
    """Every figure by measure, segment, position and region, with the cell that it came from."""
    found: Found = {}
    frame = book.observations
    days = frame["as_of"].dt.strftime("%Y-%m-%d")
    columns = (frame["measure"], frame["segment"], days, frame["region"], frame["value"])
    for measure, segment, day, region, value, page, cell in zip(
        *columns, frame["sheet"], frame["cell"], strict=True
    ):
        key = (measure, segment, day, region)
        assert key not in found, f"{key} was read twice"
        found[key] = (None if value != value else float(value), f"{page}!{cell}")
    return found


def values(book: Book) -> dict[tuple[str, str, str, str], float | None]:
    """Every figure by measure, segment, position and region."""
    return {key: value for key, (value, _) in cells(book).items()}


def decided(result: Import, about: About, key: str = "") -> Decision:
    """The one decision about something."""
    (found,) = (one for one in result.decisions if one.about is about and one.key == key)
    return found


def open_questions(result: Import) -> list[tuple[str, str]]:
    """What has to be asked, by what it is about and its key."""
    return [(str(decision.about), decision.key) for decision in result.questions]


def painted(result: Import, role: Role, sheet: int = 0) -> set[tuple[int, int]]:
    """The cells of a sheet that have a role; where roles lie over each other, the last one counts."""
    roles: dict[tuple[int, int], Role] = {}
    for area in result.sheets[sheet].roles:
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                roles[row, column] = area.role
    return {place for place, own in roles.items() if own is role}
