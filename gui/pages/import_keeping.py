"""What a person looks at and works in, found again after the conversation has changed."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from gui.pages.import_parts import first_stop
from gui.widgets.decision_card import DecisionCard
from gui.widgets.decision_groups import Key, key_of
from gui.widgets.decision_line import DecisionLine
from model.excel.importing import Import


class Kept:
    """The part in view, and the decision whose field has the keyboard, before *parts* of *area* change."""

    def __init__(self, area: QScrollArea, parts: Sequence[QWidget]) -> None:
        self._area = area
        self._focus = QApplication.focusWidget()
        self._key = self._key_in(parts)
        seen = [part for part in parts if -part.height() < self._height_of(part) < area.height()]
        held = [part for part in seen if self._focus is not None and part.isAncestorOf(self._focus)]
        self._part = next(iter(held or seen), None)
        self._height = self._height_of(self._part) if self._part is not None else 0

    def hold(self, parts: Sequence[QWidget], found: Import) -> None:
        """Bring the part back to its height, and the keyboard to the decision if its widget is gone."""
        inside = self._area.widget()
        layout = inside.layout() if inside else None
        if self._part in parts and layout is not None and self._part is not None:
            layout.activate()
            if moved := self._height_of(self._part) - self._height:
                bar = self._area.verticalScrollBar()
                bar.setValue(bar.value() + moved)
        self._bring_back_keyboard(parts, found)

    # ---- inside

    def _key_in(self, parts: Sequence[QWidget]) -> Key | None:
        for part in parts:
            if (
                isinstance(part, DecisionCard | DecisionLine)
                and self._focus
                and part.isAncestorOf(self._focus)
            ):
                return key_of(part.decision_at(self._focus))
        return None

    def _bring_back_keyboard(self, parts: Sequence[QWidget], found: Import) -> None:
        if self._key is None or self._focus is None or self._focus.isVisibleTo(self._area):
            return
        holder = holder_of(parts, self._key)
        decision = next((one for one in found.decisions if key_of(one) == self._key), None)
        stop = first_stop(holder, decision) if holder and decision else None
        if stop is not None:
            # Not before its layout has shown it: a widget out of view takes no keyboard.
            QTimer.singleShot(0, stop, partial(stop.setFocus, Qt.FocusReason.OtherFocusReason))

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._area, QPoint(0, 0)).y()


def holder_of(parts: Iterable[QWidget], key: Key) -> DecisionCard | DecisionLine | None:
    """Return the card or the line on which a decision stands."""
    holders = (part for part in parts if isinstance(part, DecisionCard | DecisionLine))
    return next((holder for holder in holders if key in holder.kept_by()), None)
