"""The pages at the left: icon, label, and how many findings wait."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui import icons, theme
from gui.pages import IMPOR, PAGES, Page
from gui.pages.page import MEDIUM, NORMAL, Rule
from gui.session import Session

WIDTH = 176
_ITEM = 32
_BADGE_LIMIT = 99
_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class NavigationItem(QAbstractButton):
    """One page. A badge says how many findings wait, 0 for none."""

    def __init__(self, page: Page, tooltip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = page.icon
        self._badge = 0
        self._is_error = False
        self._shows_focus = False
        self.setText(page.label)
        self.setObjectName(f"navigation_{page.id}")
        self.setAccessibleName(page.label)
        self.setToolTip(tooltip)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_badge(self, count: int, spoken: str, *, is_error: bool) -> None:
        """Show *count* findings; *spoken* is what a screen reader says after the name."""
        self._badge, self._is_error = count, is_error
        self.setAccessibleName(f"{self.text()}, {spoken}" if count else self.text())
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A frame helps those who came by the keyboard; after a click it would only be noise.
        self._shows_focus = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(theme.px(40 + 32) + text, theme.px(_ITEM))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(now.tint))
            painter.drawRoundedRect(field, theme.px(4), theme.px(4))
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(
                QRectF(0, theme.px(8), theme.px(3), self.height() - theme.px(16)), 1.5, 1.5
            )
        elif self.underMouse():
            painter.setBrush(QColor(now.sunken))
            painter.drawRoundedRect(field, theme.px(4), theme.px(4))
        if self.hasFocus() and self._shows_focus:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))
        self._paint_label(painter, now)
        if self._badge:
            self._paint_badge(painter, now)

    def _paint_label(self, painter: QPainter, now: theme.Theme) -> None:
        color = now.accent if self.isChecked() else now.ink2
        side = theme.px(16)
        picture = icons.pixmap(self._icon_name, color, side, self.devicePixelRatioF())
        painter.drawPixmap(theme.px(12), (self.height() - side) // 2, picture)
        painter.setPen(QColor(color))
        painter.setFont(theme.font(13, MEDIUM if self.isChecked() else NORMAL))
        field = self.rect().adjusted(theme.px(40), 0, -theme.px(8), 0)
        painter.drawText(field, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _paint_badge(self, painter: QPainter, now: theme.Theme) -> None:
        text = str(self._badge) if self._badge <= _BADGE_LIMIT else f"{_BADGE_LIMIT}+"
        painter.setFont(theme.font(11, MEDIUM))
        high = theme.px(16)
        wide = max(high, painter.fontMetrics().horizontalAdvance(text) + theme.px(8))
        field = QRectF(self.width() - wide - theme.px(12), (self.height() - high) / 2, wide, high)
        color = QColor(now.behind if self._is_error else now.watch)
        painter.setPen(QPen(color, 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(field, high / 2, high / 2)
        painter.drawText(field, int(Qt.AlignmentFlag.AlignCenter), text)


class Navigation(QFrame):
    """The list of pages: one tab stop, the arrow keys move, the choice is followed at once."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._group = QButtonGroup(self)
        self.setProperty("role", "navigation")
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Halaman"))
        self._items: dict[str, NavigationItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        column.setSpacing(0)
        for place, page in enumerate(PAGES, start=1):
            if page.starts_group:
                column.addLayout(_rule())
            column.addWidget(self._add(page, f"{page.label} (Ctrl+{place})"))
            if place == 1:
                column.addWidget(self._add(IMPOR, self.tr("Impor yang sedang berjalan")))
                self._items[IMPOR.id].hide()
        column.addStretch(1)
        self.setMinimumWidth(theme.px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group.buttonToggled.connect(self._toggled)
        session.page_changed.connect(self.show_page)
        session.book_changed.connect(self._count)
        if session.is_importing:
            self._show_import()
        self.show_page(session.page)
        self._count()

    def item(self, page: str) -> NavigationItem:
        """Return the entry of a page."""
        return self._items[page]

    def show_page(self, page: str) -> None:
        """Mark a page as the one in view."""
        if page == IMPOR.id and self._items[page].isHidden():
            self._show_import()
        self._items[page].setChecked(True)

    def _add(self, page: Page, tooltip: str) -> NavigationItem:
        item = self._items[page.id] = NavigationItem(page, tooltip)
        item.setFont(theme.font(13))
        self._group.addButton(item)
        return item

    def _show_import(self) -> None:
        self._items[IMPOR.id].show()
        self._session.imports.changed.connect(self._follow_import)

    def _follow_import(self) -> None:
        """Take the page of the import out of the list once the import has ended."""
        if not self._session.imports.is_active:
            self._session.imports.changed.disconnect(self._follow_import)
            self._items[IMPOR.id].hide()

    def _toggled(self, button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001  Qt calls it
        if checked:
            self.chosen.emit(button.objectName().removeprefix("navigation_"))

    def _count(self) -> None:
        severities = [str(problem.severity) for problem in self._session.problems]
        errors, warnings = severities.count("error"), severities.count("warning")
        spoken = f"{self.tr('%n galat', '', errors)}, {self.tr('%n peringatan', '', warnings)}"
        self._items["temuan"].set_badge(errors + warnings, spoken, is_error=errors > 0)


def _rule() -> QHBoxLayout:
    """Return a hairline with air around it."""
    inset = QHBoxLayout()
    inset.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
    inset.addWidget(Rule())
    return inset
