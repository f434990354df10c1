"""Any table that an office may draw gives back the figures it was drawn from, all of them and no more."""

from hypothesis import HealthCheck, given, note, settings

from model.excel.examine import examine
from model.excel.grid import Grid
from tests.builders.any_layout import any_layouts
from tests.builders.layout_facts import Facts, check_given_back
from tests.builders.layouts import Style, drawn


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_layouts())
def test_any_drawn_table_gives_its_figures_back_and_asks_nothing(table: tuple[Facts, Style]) -> None:
    facts, style = table
    page = drawn(facts, style)
    note("\n".join(repr(row) for row in page.rows[:14]))
    found = examine(Grid("rekap.xlsx", "0" * 64, (page.sheet,)))

    note(str([(problem.code, problem.cell) for problem in found.book.problems]))
    check_given_back(found.book, facts.truth(province=style.prints_province))
    assert not found.questions
