"""Sheets as they will come out, page below page, at any zoom."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui import theme
from gui.printing.page_pictures import picture
from gui.printing.page_places import FIT_WIDTH, PagePlaces, Zoom, placed
from gui.tasks import Task
from model.progress import Report

MARGIN: Final = 24
GAP: Final = 16
MOST_BYTES: Final = 192_000_000
"""Pictures kept beyond those in view, so that turning back costs nothing."""


Key = tuple[int, int, float]
"""Which PDF (counted up), page and scale a picture belongs to."""


class Run(Protocol):
    """How the preview does slow work: :meth:`gui.session.Session.run`."""

    def __call__(self, work: Callable[[Report], QImage], done: Callable[[QImage], None]) -> Task:
        """Start *work* in a task and hand its result to *done* on this thread."""
        ...


class Preview(QAbstractScrollArea):
    """Shows a PDF. Its pages are drawn in tasks, sharp at the screen's own density."""

    page_changed = Signal(int)
    """The page that fills most of the view, counted from 0."""
    zoom_changed = Signal()

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._pdf = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._zoom: Zoom = FIT_WIDTH
        self._places = placed((), 1.0, (0, 0), 0, 0)
        self._issue = 0
        self._pictures: OrderedDict[Key, QImage] = OrderedDict()
        self._broken: set[Key] = set()
        self._drawing: Task | None = None
        self._awaited: Key = (0, 0, 0.0)
        self._page = 0
        self.setObjectName("preview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pratinjau lembar"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    # ---- what is shown

    def show_pdf(self, pdf: bytes, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show *pdf* with pages of *sizes* (points); the view stays where it is if it can."""
        self._pdf, self._sizes = pdf, sizes
        self._issue += 1
        self._lay_out()

    @property
    def page(self) -> int:
        """The page that fills most of the view, counted from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages the PDF has."""
        return len(self._sizes)

    @property
    def zoom(self) -> Zoom:
        """The zoom as it was set."""
        return self._zoom

    @property
    def factor(self) -> float:
        """The zoom as a factor, also where it follows the size of the view."""
        return self._places.factor

    @property
    def is_sharp(self) -> bool:
        """Every page in view is drawn at the present zoom."""
        return bool(self._pdf) and all(self._key(page) in self._pictures for page in self._visible())

    def picture_of(self, page: int) -> QImage | None:
        """Return a page as it is drawn at the present zoom, or None where it is not drawn yet."""
        return self._pictures.get(self._key(page))

    def set_zoom(self, zoom: Zoom) -> None:
        """Change the zoom and keep the middle of the view in place."""
        middle = self._middle()
        self._zoom = zoom
        self._lay_out()
        bar = self.verticalScrollBar()
        bar.setValue(round(middle * self._places.height - self.viewport().height() / 2))
        self.zoom_changed.emit()

    def turn_to(self, page: int) -> None:
        """Scroll to the top of a page, counted from 0."""
        if 0 <= page < self.pages:
            self.verticalScrollBar().setValue(round(self._places.places[page].y - theme.px(GAP)))

    # ---- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.factor * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self.turn_to(0)
            case Qt.Key.Key_End:
                self.turn_to(self.pages - 1)
            case Qt.Key.Key_PageDown if self._shows_whole_pages():
                self.turn_to(self._page + 1)
            case Qt.Key.Key_PageUp if self._shows_whole_pages():
                self.turn_to(self._page - 1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.current().sunken))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible():
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        self._draw_next()

    # ---- inside

    def _paint_page(self, painter: QPainter, page: int) -> None:
        place, ratio = self._places.places[page], self.devicePixelRatioF()
        x = place.x - self.horizontalScrollBar().value()
        y = place.y - self.verticalScrollBar().value()
        # On a whole device pixel, so that a sharp picture stays sharp at 150 %.
        corner = QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)
        field = QRectF(corner.x(), corner.y(), place.width, place.height)
        shown = self.picture_of(page)
        if shown is not None:
            field.setSize(shown.deviceIndependentSize())
            painter.drawImage(corner, shown)
        elif older := self._any_picture(page):
            painter.drawImage(field, older, QRectF(older.rect()))
        else:
            painter.fillRect(field, Qt.GlobalColor.white)
        painter.setPen(QColor(theme.current().strong))
        painter.drawRect(field.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _any_picture(self, page: int) -> QImage | None:
        return next((self._pictures[key] for key in reversed(self._pictures) if key[1] == page), None)

    def _key(self, page: int) -> Key:
        return (self._issue, page, self._scale())

    def _scale(self) -> float:
        """Pixels of the screen for one point of the page."""
        return round(self._places.factor * 96 / 72 * self.devicePixelRatioF(), 4)

    def _visible(self) -> range:
        top = self.verticalScrollBar().value()
        return self._places.at(top, top + self.viewport().height())

    def _draw_next(self) -> None:
        """Have the next picture made that the view still lacks: one at a time, the present page first."""
        if self._drawing is not None:
            return
        for page in sorted(self._visible(), key=lambda page: abs(page - self._page)):
            key = self._key(page)
            if key not in self._pictures and key not in self._broken:
                self._start(self._pdf, key, self.devicePixelRatioF())
                return

    def _start(self, pdf: bytes, key: Key, ratio: float) -> None:
        def work(report: Report) -> QImage:
            made = picture(pdf, key[1], key[2]).convertToFormat(QImage.Format.Format_RGB32)
            made.setDevicePixelRatio(ratio)
            return made

        self._awaited = key
        self._drawing = self._run(work, self._take)
        self._drawing.ended.connect(self._drawn)

    def _take(self, made: QImage) -> None:
        self._pictures[self._awaited] = made
        self._forget_old()

    def _drawn(self) -> None:
        if self._drawing is not None and not self._drawing.is_cancelled:
            # A page that cannot be drawn is tried once, not for ever.
            self._broken |= {self._awaited} - set(self._pictures)
        self._drawing = None
        self.viewport().update()

    def _forget_old(self) -> None:
        needed = {self._key(page) for page in self._visible()}
        kept = sum(image.sizeInBytes() for image in self._pictures.values())
        for key in [key for key in self._pictures if key not in needed]:
            # What belongs to an older PDF stands in only until its page is drawn anew.
            replaced = key[0] != self._issue and self._key(key[1]) in self._pictures
            if kept > MOST_BYTES or replaced:
                kept -= self._pictures.pop(key).sizeInBytes()

    def _lay_out(self) -> None:
        # The vertical bar is counted as present: with it or without it, fit-to-width stays the same.
        bar = self.verticalScrollBar().sizeHint().width()
        view = (self.maximumViewportSize().width() - bar, self.maximumViewportSize().height())
        self._places = placed(self._sizes, self._zoom, view, theme.px(MARGIN), theme.px(GAP))
        self._set_bars(self._places)
        self._scrolled()

    def _set_bars(self, places: PagePlaces) -> None:
        for bar, length, seen in (
            (self.horizontalScrollBar(), places.width, self.viewport().width()),
            (self.verticalScrollBar(), places.height, self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(length) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(theme.px(32))

    def _middle(self) -> float:
        shown = self.verticalScrollBar().value() + self.viewport().height() / 2
        return shown / self._places.height if self._places.height else 0.0

    def _shows_whole_pages(self) -> bool:
        places = self._places.places
        return bool(places) and places[self._page].height <= self.viewport().height()

    def _scrolled(self) -> None:
        top = self.verticalScrollBar().value()
        page = self._places.current(top, top + self.viewport().height())
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()
