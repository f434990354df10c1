"""Position, region, segment, target set and base: what every page obeys, chosen in one place."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from gui import icons, theme
from gui.pages import entry
from gui.pages.page import MEDIUM, Rule
from gui.session import Session
from gui.widgets.action_button import ActionButton
from model import wording
from model.errors import UnanswerableError
from model.regions import regencies, region_name
from model.segments import SEGMENTS

HEIGHT = 56
_NARROWEST, _KEPT = 84, 172
_LONG = 104
"""What the name of a target set keeps: it is the longest and the first to be cut."""
_WIDEST = 320


class ContextField(QComboBox):
    """A label above a value; a click opens the choices. Shows itself, without a frame."""

    def __init__(self, label: str, name: str, kept: int = _KEPT, parent: QWidget | None = None) -> None:
        """*kept* is the width below which the value is cut only when nothing else can give way."""
        super().__init__(parent)
        self.label = label
        self._kept = kept
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFont(theme.font(13, MEDIUM))
        self.setProperty("role", "context")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.view().setFont(theme.font(13))
        self.view().setAccessibleName(label)
        self.setMaxVisibleItems(16)

    def set_choices(self, choices: Sequence[tuple[str, object]], current: object) -> None:
        """Offer (text, value) pairs with *current* chosen; says nothing to anybody about it."""
        self.blockSignals(True)
        self.clear()
        for text, value in choices:
            self.addItem(text, value)
        place = next((row for row, (_, value) in enumerate(choices) if value == current), 0)
        self.setCurrentIndex(place if choices else -1)
        self.blockSignals(False)
        self.setEnabled(len(choices) > 0)
        self.updateGeometry()
        self.update()

    @property
    def value(self) -> object:
        """The chosen value, None for none."""
        return self.currentData()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        # Not as wide as the longest choice: the bar would leap about with every book.
        text = max(metrics.horizontalAdvance(text) for text in (self.currentText(), self.label, "x" * 12))
        return QSize(min(text + theme.px(16 + 14 + 32), theme.px(_WIDEST)), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        # Short values stay whole; the long ones give way.
        value = self.fontMetrics().horizontalAdvance(self.currentText()) + theme.px(10 + 26)
        return QSize(min(max(value, theme.px(_NARROWEST)), theme.px(self._kept)), theme.px(HEIGHT))

    def showPopup(self) -> None:
        longest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(row)) for row in range(self.count())),
            default=0,
        )
        self.view().setMinimumWidth(max(self.width(), longest + theme.px(40)))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        is_tight = self.width() < self.sizeHint().width()
        left = theme.px(10 if is_tight else 16)
        right = self.width() - theme.px(24 if is_tight else 32)
        value = self.currentText() or wording.MISSING
        painter.setFont(theme.font(11))
        painter.setPen(QColor(now.muted))
        field = QRect(left, theme.px(9), self.width() - left - theme.px(4), theme.px(16))
        label = painter.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, field.width())
        painter.drawText(field, int(Qt.AlignmentFlag.AlignVCenter), label)
        painter.setFont(self.font())
        painter.setPen(QColor(now.ink if self.isEnabled() else now.muted))
        field = QRect(left, theme.px(27), right - left, theme.px(18))
        shown = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, field.width())
        painter.drawText(field, int(Qt.AlignmentFlag.AlignVCenter), shown)
        self.setToolTip(value if shown != value else "")
        side = theme.px(14)
        arrow = icons.pixmap("chevron-down", now.ink2, side, self.devicePixelRatioF())
        painter.drawPixmap(right + theme.px(4), theme.px(29), arrow)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))


class ContextBar(QFrame):
    """The fields at the left, buttons for actions at the right.

    Without a book there is no context, and an import does not obey that of the open book: the fields
    are away then, and the bar keeps its place.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("role", "bar")
        self.setObjectName("contextBar")
        self.setAccessibleName(self.tr("Konteks"))
        self.setFixedHeight(theme.px(HEIGHT))
        # The bar gives way before the window grows: its fields are cut, its buttons lose their text.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.as_of = ContextField(self.tr("Posisi"), "contextPosition")
        self.region = ContextField(self.tr("Wilayah"), "contextRegion")
        self.segment = ContextField(self.tr("Segmen"), "contextSegment")
        self.target_set = ContextField(self.tr("Set target"), "contextTargetSet", _LONG)
        self.basis = ContextField(self.tr("Basis"), "contextBasis")
        self._fields = {
            "as_of": self.as_of,
            "region": self.region,
            "segment": self.segment,
            "target_set": self.target_set,
            "basis": self.basis,
        }
        self._buttons: list[ActionButton] = []
        self._arrange()
        session.book_changed.connect(self._fill)
        session.context_changed.connect(self._fill)
        session.page_changed.connect(self._fill)
        self._fill()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(16), 0)
        row.setSpacing(0)
        self._rules = [Rule(vertical=True) for _ in self._fields]
        for field, rule in zip(self._fields.values(), self._rules, strict=True):
            row.addWidget(field)
            row.addWidget(rule)
            field.activated.connect(self._chosen)
        row.addStretch(1)
        row.addSpacing(theme.px(8))
        self._buttons_row = QHBoxLayout()
        self._buttons_row.setSpacing(theme.px(8))
        row.addLayout(self._buttons_row)

    def add_button(self, button: ActionButton) -> None:
        """Put a button at the right; it gives up its text before the fields give up theirs."""
        self._buttons.append(button)
        self._buttons_row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        texts = sum(
            button.fontMetrics().horizontalAdvance(button.accessibleName()) for button in self._buttons
        )
        buttons = len(self._buttons) * theme.px(56) + theme.px(32) + texts
        fields = sum(field.sizeHint().width() for field in self._fields.values())
        is_compact = fields + buttons > self.width()
        for button in self._buttons:
            button.set_compact(is_compact)
        # There is one basis to choose from: it is the first to go where room is short.
        has_room = self._has_context and fields <= self.width() - theme.px(120)
        self.basis.setVisible(has_room)
        self._rules[-1].setVisible(has_room)

    def _chosen(self) -> None:
        name = next(name for name, field in self._fields.items() if field is self.sender())
        self._session.set_context(**{name: self._fields[name].value})

    def _fill(self) -> None:
        self._fill_fields()
        for field, rule in zip(self._fields.values(), self._rules, strict=True):
            field.setVisible(self._has_context)
            rule.setVisible(self._has_context)
        self._make_room()

    @property
    def _has_context(self) -> bool:
        return self._session.book is not None and entry(self._session.page).obeys_context

    def _fill_fields(self) -> None:
        context, book = self._session.context, self._session.book
        if book is None:
            for field in self._fields.values():
                field.set_choices((), None)
            return
        language = self._session.language
        newest, *older = reversed(self._session.positions or (None,))
        # None is the newest: it stays the newest when the book gets another one.
        days = [(wording.day(newest, language), None), *((wording.day(day, language), day) for day in older)]
        self.as_of.set_choices(days, None if context.as_of == newest else context.as_of)
        self.region.set_choices(self._regions(book.province), context.region)
        self.segment.set_choices(self._segments(), context.segment)
        self.target_set.set_choices(self._target_sets(), context.target_set)
        self.basis.set_choices([(self.tr("Menurut posisi"), "as_published")], context.basis)

    def _regions(self, province: str) -> list[tuple[str, object]]:
        return [
            (region_name(province) or self.tr("Semua wilayah"), ""),
            *((region.name, region.code) for region in regencies(province)),
        ]

    def _segments(self) -> list[tuple[str, object]]:
        present = self._session.segments
        language = self._session.language
        return [
            (self.tr("Semua segmen"), ""),
            *((wording.label("segment", name, language), name) for name in SEGMENTS if name in present),
        ]

    def _target_sets(self) -> list[tuple[str, object]]:
        assert self._session.book is not None
        return [
            *((self._with_rate(found.name), found.name) for found in self._session.book.target_sets),
            (self.tr("Tanpa target"), ""),
        ]

    def _with_rate(self, name: str) -> str:
        if name != self._session.context.target_set:
            return name
        try:
            rate = self._session.coverage_table().target_rate
        except UnanswerableError:
            return name
        return name if rate is None else f"{name}, {wording.percent(rate, 2, self._session.language)}"
