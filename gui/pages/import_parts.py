"""The parts of the conversation, each by a key, and how it is brought up to date."""

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui import icons, theme
from gui.pages.page import Label, SectionTitle
from gui.widgets.decision_card import DecisionCard, NamesCard, QuestionCard
from gui.widgets.decision_groups import Group, key_of
from gui.widgets.decision_line import DecisionLine
from gui.widgets.keyed_column import Wanted
from model.excel.answers import About
from model.excel.decisions import Decision
from model.excel.importing import Import


def stops_of(widget: QWidget) -> Iterable[QWidget]:
    """Return the widgets of *widget* that Tab reaches, from top to bottom."""
    # The list that a combo opens is a window of its own.
    inside = [one for one in (widget, *widget.findChildren(QWidget)) if one.window() is widget.window()]
    return [stop for stop in inside if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and not stop.focusProxy()]


def read_stops(part: QWidget) -> list[QWidget]:
    """Return the stops of a part of the conversation as one reads it: what ends a card comes last."""
    stops = list(stops_of(part))
    return sorted(stops, key=_is_link) if isinstance(part, DecisionCard) else stops


def _is_link(stop: QWidget) -> bool:
    return str(stop.property("kind")) == "link"


def first_stop(holder: DecisionCard | DecisionLine, decision: Decision) -> QWidget | None:
    """Return where the keyboard goes to answer a decision, None where nothing can be answered."""
    wanted = key_of(decision)
    shown = [stop for stop in read_stops(holder) if not stop.isHidden()]
    return next((stop for stop in shown if key_of(holder.decision_at(stop)) == wanted), None)


def card_key(decision: Decision) -> Hashable:
    """Return what a card is kept by."""
    # Other options need another field: the card is made anew.
    return key_of(decision), decision.options


def show_card(card: QWidget, *, decision: Decision, province: str) -> None:
    """Bring the card of a question up to date."""
    assert isinstance(card, QuestionCard)
    card.show_decision(decision, province)


def show_names(card: QWidget, *, decisions: Sequence[Decision], province: str) -> None:
    """Bring the card of all names up to date."""
    assert isinstance(card, NamesCard)
    card.show_decisions(decisions, province)


def show_line(line: QWidget, *, group: Group, province: str) -> None:
    """Bring a line of what was decided up to date."""
    assert isinstance(line, DecisionLine)
    line.show_group(group, province)


def keep(widget: QWidget) -> None:
    """A widget that says the same as long as it is there."""


def section(key: str, said: str) -> Wanted:
    """Return the title of a section."""

    def make() -> QWidget:
        title = SectionTitle(said)
        title.setContentsMargins(0, 0, 0, theme.px(4))
        return title

    def show(label: QWidget) -> None:
        assert isinstance(label, SectionTitle)
        label.setText(said)

    return Wanted(key, make, show)


class RecipeNote(QFrame):
    """Says by which recipe a file was read, and in what it differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipeNote")
        self.setProperty("role", "sunken")
        sign = QLabel()
        sign.setPixmap(
            icons.pixmap("badge-check", theme.current().accent, theme.px(16), self.devicePixelRatioF())
        )
        self.said = Label("", 12, tone="ink2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(*([theme.px(12), theme.px(8)] * 2))
        row.setSpacing(theme.px(8))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)


def recipe_note(said: str) -> Wanted:
    """Return the note about a recipe."""

    def show(note: QWidget) -> None:
        assert isinstance(note, RecipeNote)
        note.said.setText(said)

    return Wanted("recipe", RecipeNote, show)


def words(key: Hashable, said: str, size: int, tone: str, *, above: int = 0) -> Wanted:
    """Return a text of that size and tone, with so much air *above*."""

    def make() -> QWidget:
        label = Label(said, size, tone=tone, wrap=True)
        label.setContentsMargins(0, theme.px(above), 0, 0)
        return label

    def show(label: QWidget) -> None:
        assert isinstance(label, Label)
        label.setText(said)

    return Wanted(key, make, show)


def province_of(found: Import) -> str:
    """Return the province that the regions of a file lie in, "" while unknown."""
    decided = (decision.value for decision in found.decisions if decision.about is About.PROVINCE)
    return next((value for value in decided if value), found.answers.province or found.book.province)
