"""The conversation about one file: what is asked first, then what was decided, each with its reason."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from gui import theme
from gui.pages.import_keeping import Kept, holder_of
from gui.pages.import_parts import (
    card_key,
    first_stop,
    keep,
    province_of,
    read_stops,
    recipe_note,
    section,
    show_card,
    show_line,
    show_names,
    words,
)
from gui.pages.import_places import named, titles_of
from gui.pages.page import Button
from gui.widgets.decision_card import DecisionCard, NamesCard, QuestionCard
from gui.widgets.decision_groups import Group, Key, groups_of, heading, key_of
from gui.widgets.decision_line import DecisionLine
from gui.widgets.keyed_column import KeyedColumn, Wanted
from model.excel.answers import About
from model.excel.decisions import Decision
from model.excel.importing import Import

_MOST: Final = 5
"""Of one kind so many lines are shown; the others when they are asked for."""
_NAMES: Final = "names"


class Conversation(QScrollArea):
    """Lists the decisions of an Import. A new reading of the same file changes only what has changed."""

    answered = Signal(object, str)
    withdrawn = Signal(object)
    chosen = Signal(object)
    """The decision whose cells are to be shown."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conversation")
        self.setAccessibleName(self.tr("Pertanyaan dan keputusan"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._language = language
        self._file = ""
        self._asked: dict[Key, None] = {}
        self._whole: set[tuple[str, About]] = set()
        self._import: Import | None = None
        self._recipe = ""
        self._chosen: Key | None = None
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(20))
        asked, decided = QVBoxLayout(), QVBoxLayout()
        asked.setSpacing(theme.px(8))
        decided.setSpacing(theme.px(2))
        column.addLayout(asked)
        column.addLayout(decided)
        column.addStretch(1)
        self._asked_column, self._decided_column = KeyedColumn(asked), KeyedColumn(decided)
        self.setWidget(inside)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # ---- what is shown

    def show_import(self, found: Import, file: str, recipe: str = "") -> None:
        """Show the decisions of *found*; *recipe* says by which recipe they were made and what differs."""
        if file != self._file:
            self.clear()
            self._file = file
        self._import = found
        self._asked.update({key_of(decision): None for decision in found.questions})
        kept = Kept(self, self._parts())
        self._recipe = recipe
        self._asked_column.show(self._wanted_questions(found, recipe))
        self._decided_column.show(self._wanted_lines(found))
        self._order_tabs()
        self._mark()
        kept.hold(self._parts(), found)

    def clear(self) -> None:
        """Forget the file: nothing that was typed or opened for one may stand there for the next."""
        self._file, self._chosen, self._import = "", None, None
        self._asked.clear()
        self._whole.clear()
        self._asked_column.show([])
        self._decided_column.show([])
        self.verticalScrollBar().setValue(0)

    @property
    def questions(self) -> list[DecisionCard]:
        """The cards of what was asked, from top to bottom."""
        return [widget for widget in self._parts() if isinstance(widget, DecisionCard)]

    @property
    def lines(self) -> list[DecisionLine]:
        """The lines of what was decided, from top to bottom."""
        return [widget for widget in self._parts() if isinstance(widget, DecisionLine)]

    def choose(self, decision: Decision, *, scroll: bool = True) -> None:
        """Mark the card or the line of a decision, and bring it into view."""
        self._chosen = key_of(decision)
        self._mark()
        holder = self._holder(self._chosen)
        if holder is None:
            self._whole.add((decision.table, decision.about))
            if self._import is not None:
                self.show_import(self._import, self._file, self._recipe)
            holder = self._holder(self._chosen)
        if holder is not None and scroll:
            self.ensureWidgetVisible(holder, 0, theme.px(24))

    def stops(self) -> list[QWidget]:
        """Return what Tab reaches, from top to bottom."""
        return [stop for widget in self._parts() for stop in read_stops(widget)]

    def focus_question(self) -> bool:
        """Put the keyboard into the first question that is still open; False where there is none."""
        return any(map(self.focus_on, self._import.questions if self._import else ()))

    def focus_on(self, decision: Decision) -> bool:
        """Put the keyboard where a decision is answered or changed; False where it cannot be."""
        holder = self._holder(key_of(decision))
        field = first_stop(holder, decision) if holder else None
        if field is None or holder is None:
            return False
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(holder, 0, theme.px(24))
        return True

    # ---- making

    def _wanted_questions(self, found: Import, recipe: str) -> list[Wanted]:
        # In the order in which they were first asked: what a person goes to next must not move.
        first = {key: place for place, key in enumerate(self._asked)}
        asked = sorted(
            (named(decision, found) for decision in found.decisions if key_of(decision) in first),
            key=lambda decision: first[key_of(decision)],
        )
        wanted = [recipe_note(recipe)] if recipe else []
        if not found.decisions:
            wanted.append(words("nothing", self.tr("Tidak ada yang perlu diputuskan."), 13, "muted"))
        if asked:
            wanted.append(self._asked_heading(sum(decision.is_open for decision in asked)))
            wanted += self._cards(asked, province_of(found))
        return wanted

    def _wanted_lines(self, found: Import) -> list[Wanted]:
        decided = [named(one, found) for one in found.decisions if key_of(one) not in self._asked]
        if not decided:
            return []
        title = section("decided", self.tr("Sudah diputuskan"))
        return [title, *self._lines(found, decided, province_of(found))]

    def _asked_heading(self, left: int) -> Wanted:
        said = self.tr("Semua pertanyaan terjawab")
        if left:
            said = self.tr("%n pertanyaan", "", left)
        return section("asked", said)

    def _cards(self, asked: Sequence[Decision], province: str) -> list[Wanted]:
        cards: list[Wanted] = []
        for decision in asked:
            if decision.about is not About.NAME:
                make = partial(self._make_card, decision, province)
                show = partial(show_card, decision=decision, province=province)
                cards.append(Wanted(card_key(decision), make, show))
        names = [decision for decision in asked if decision.about is About.NAME]
        if names:
            show = partial(show_names, decisions=names, province=province)
            cards.append(Wanted(_NAMES, self._make_names, show))
        return cards

    def _lines(self, found: Import, decided: Sequence[Decision], province: str) -> list[Wanted]:
        wanted: list[Wanted] = []
        titles = titles_of(found)
        for table in dict.fromkeys(decision.table for decision in decided):
            of_table = [decision for decision in decided if decision.table == table]
            if len(titles) > 1 and table:
                name = self.tr("Tabel {name}").format(name=titles.get(table, table))
                wanted.append(words(("table", table), name, 12, "ink", above=8))
            wanted += self._kinds(table, groups_of(of_table), province)
        return wanted

    def _kinds(self, table: str, groups: list[Group], province: str) -> list[Wanted]:
        wanted: list[Wanted] = []
        for about in dict.fromkeys(group.first.about for group in groups):
            of_kind = [group for group in groups if group.first.about is about]
            wanted.append(words(("kind", table, about), heading(about), 11, "muted", above=6))
            whole = len(of_kind) <= _MOST + 1 or (table, about) in self._whole
            for group in of_kind if whole else of_kind[:_MOST]:
                make = partial(self._make_line, group, province)
                wanted.append(Wanted(group.keys, make, partial(show_line, group=group, province=province)))
            if not whole:
                left = len(of_kind) - _MOST
                wanted.append(
                    Wanted(("more", table, about), partial(self._make_more, table, about, left), keep)
                )
        return wanted

    def _make_card(self, decision: Decision, province: str) -> QWidget:
        return self._connected(QuestionCard(decision, self._language, province))

    def _make_names(self) -> QWidget:
        return self._connected(NamesCard(self._language))

    def _make_line(self, group: Group, province: str) -> QWidget:
        return self._connected(DecisionLine(group, self._language, province))

    def _connected(self, widget: QWidget) -> QWidget:
        assert isinstance(widget, DecisionCard | DecisionLine)
        widget.answered.connect(self.answered)
        widget.withdrawn.connect(self.withdrawn)
        widget.chosen.connect(self._choose)
        if isinstance(widget, DecisionLine):
            widget.opened.connect(self._make_room)
        return widget

    def _make_more(self, table: str, about: About, left: int) -> QWidget:
        more = Button(self.tr("%n lagi", "", left), kind="link", name="moreDecisions")
        more.setFont(theme.font(12))
        more.clicked.connect(partial(self._show_whole, table, about))
        return more

    def _show_whole(self, table: str, about: About) -> None:
        self._whole.add((table, about))
        if self._import is None:
            return
        before = set(self.lines)
        self.show_import(self._import, self._file, self._recipe)
        first = next((line for line in self.lines if line not in before), None)
        if first is not None:
            first.take_focus()
            self._make_room_for(first)

    def _parts(self) -> list[QWidget]:
        return [*self._asked_column.widgets, *self._decided_column.widgets]

    # ---- choosing

    def _choose(self, decision: Decision) -> None:
        self._chosen = key_of(decision)
        self._mark()
        self.chosen.emit(decision)

    def _make_room(self) -> None:
        line = self.sender()
        if isinstance(line, DecisionLine):
            self._make_room_for(line)

    def _make_room_for(self, line: DecisionLine) -> None:
        # Not before the line has grown.
        QTimer.singleShot(0, line, partial(self.ensureWidgetVisible, line, 0, theme.px(12)))

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        for holder in self._holders():
            if holder.isAncestorOf(new):
                decision = holder.decision_at(new)
                if key_of(decision) != self._chosen:
                    self._choose(decision)
                return

    def _mark(self) -> None:
        for holder in self._holders():
            holder.set_chosen(self._chosen in holder.kept_by())

    def _holders(self) -> list[DecisionCard | DecisionLine]:
        return [*self.questions, *self.lines]

    def _holder(self, key: Key) -> DecisionCard | DecisionLine | None:
        return holder_of(self._parts(), key)

    def _order_tabs(self) -> None:
        for first, second in pairwise(self.stops()):
            QWidget.setTabOrder(first, second)
