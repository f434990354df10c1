"""The files of an import, each with its verdict; a tick takes one into the book."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import icons, theme
from gui.imports import FileImport, Verdict
from gui.pages.page import MEDIUM, NORMAL
from gui.tables.columns import Index, Value
from model import wording
from model.excel.notices import masked

ItemRole = Qt.ItemDataRole
WIDTH: Final = 216
_ROW, _BOX, _LEFT = 48, 14, 12
_SIGNS: Final = {
    Verdict.READING: ("loader-circle", "muted"),
    Verdict.UNDERSTOOD: ("circle-check", "on"),
    Verdict.QUESTIONS: ("circle-help", "watch"),
    Verdict.PASSWORD: ("eye-off", "watch"),
    Verdict.UNUSABLE: ("circle-x", "behind"),
    Verdict.STOPPED: ("minus", "muted"),
}
TickRole: Final = ItemRole.CheckStateRole


class FileModel(QAbstractListModel):
    """The files as Qt sees them. A tick is only asked for: the import itself decides."""

    taken_wanted = Signal(int, bool)
    skip_wanted = Signal(int)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._files: tuple[FileImport, ...] = ()
        self._reading, self._thousandths = -1, -1

    def show_progress(self, reading: int, thousandths: int) -> None:
        """Say which file is being read, -1 for none, and how far; -1 where that is not known."""
        before, self._reading, self._thousandths = self._reading, reading, thousandths
        for row in {before, reading}:
            if 0 <= row < len(self._files):
                self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def reading(self) -> int:
        """Place of the file that is being read, -1 for none."""
        return self._reading

    def progress(self, row: int) -> int:
        """Return how far the reading of a file is, in thousandths; -1 for one that is not read just now."""
        is_read = row == self._reading and self._files[row].verdict is Verdict.READING
        return self._thousandths if is_read else -1

    def show_files(self, files: tuple[FileImport, ...]) -> None:
        """Show *files*; the same ones keep their places."""
        if [file.path for file in files] == [file.path for file in self._files]:
            self._files = files
            if files:
                self.dataChanged.emit(self.index(0), self.index(len(files) - 1))
            return
        self.beginResetModel()
        self._files = files
        self.endResetModel()

    def file(self, row: int) -> FileImport:
        """Return the file in that row."""
        return self._files[row]

    def verdict(self, row: int) -> str:
        """Return in a few words how far the reading of a file has come."""
        file = self._files[row]
        match file.verdict:
            case Verdict.READING if self._reading not in {-1, row}:
                return self.tr("menunggu")
            case Verdict.READING:
                done = self.progress(row)
                said = self.tr("sedang dibaca")
                return said if done < 0 else f"{said}, {done // 10} %"
            case Verdict.STOPPED:
                return self.tr("dilewati, belum dibaca")
            case Verdict.PASSWORD:
                return self.tr("perlu kata sandi")
            case Verdict.UNUSABLE:
                return self.tr("tidak dapat dibaca")
        if file.result is None:
            return ""
        if asked := len(file.result.questions):
            return self.tr("%n pertanyaan", "", asked)
        count = wording.people(len(file.result.book.observations), self._language)
        return self.tr("dimengerti, {count} angka").format(count=count)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Value:
        if not index.isValid():
            return None
        file = self._files[index.row()]
        if role == ItemRole.DisplayRole:
            return file.name
        if role == ItemRole.AccessibleTextRole:
            left_out = "" if file.taken else ", " + self.tr("tidak diikutkan")
            return f"{file.name}, {self.verdict(index.row())}{left_out}"
        if role == ItemRole.ToolTipRole:
            place = masked(str(file.path))
            skip = self.tr("Hapus (Delete) untuk melewati berkas ini") if can_be_skipped(file) else ""
            said = file.sentence or self.verdict(index.row())
            return "\n".join(part for part in (place, said, skip) if part)
        if role == TickRole and can_be_taken(file):
            return (Qt.CheckState.Checked if file.taken else Qt.CheckState.Unchecked).value
        return None

    def setData(self, index: Index, value: Value, role: int = ItemRole.EditRole) -> bool:
        if role != TickRole or not index.isValid() or not can_be_taken(self._files[index.row()]):
            return False
        self.taken_wanted.emit(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_tickable = index.isValid() and can_be_taken(self._files[index.row()])
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_tickable else flags


class _FileDelegate(QStyledItemDelegate):
    """Paints tick, name and verdict of a file."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model = self.parent(), index.model()
        assert isinstance(view, QListView)
        assert isinstance(model, FileModel)
        now, rect, file = theme.current(), option.rect, model.file(index.row())
        is_current = view.currentIndex() == index
        painter.save()
        painter.fillRect(rect, QColor(now.tint if is_current else now.surface))
        if is_current:
            painter.fillRect(rect.left(), rect.top(), theme.px(3), rect.height(), QColor(now.accent))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(now.hairline))
        if can_be_taken(file):
            self._paint_tick(painter, _box(rect), is_on=file.taken)
        left = rect.left() + theme.px(_LEFT + _BOX + 10)
        end = _cross(rect).left() if can_be_skipped(file) else rect.right()
        room = QRect(left, rect.top() + theme.px(6), end - left - theme.px(8), theme.px(18))
        painter.setFont(theme.font(13, MEDIUM if is_current else NORMAL))
        painter.setPen(QColor(now.ink if file.taken else now.muted))
        name = painter.fontMetrics().elidedText(file.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
        self._paint_verdict(painter, room.translated(0, theme.px(18)), file, model.verdict(index.row()))
        if can_be_skipped(file):
            icons.icon("x", now.muted).paint(painter, _cross(rect))
        if (done := model.progress(index.row())) >= 0:
            high = theme.px(2)
            wide = round(rect.width() * done / 1000)
            painter.fillRect(rect.left(), rect.bottom() - high + 1, wide, high, QColor(now.accent))
        if is_current and view.hasFocus():
            self._paint_frame(painter, rect)
        painter.restore()

    def skips(self, event: QEvent, option: QStyleOptionViewItem) -> bool:
        """Say whether a click meets the cross of a file that is not read yet."""
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        return is_click and event.position().x() >= _cross(option.rect).left() - theme.px(4)  # type: ignore[attr-defined]

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        assert isinstance(model, FileModel)
        if can_be_skipped(model.file(index.row())) and self.skips(event, option):
            model.skip_wanted.emit(index.row())
            return True
        is_wanted = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            is_wanted = event.position().x() < option.rect.left() + theme.px(_LEFT + _BOX + 6)
        before = index.data(TickRole)
        if not is_wanted or before is None or event.type() == QEvent.Type.KeyRelease:
            return False
        checked, unchecked = Qt.CheckState.Checked.value, Qt.CheckState.Unchecked.value
        return model.setData(index, unchecked if before == checked else checked, TickRole)

    def _paint_frame(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(QColor(theme.current().accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)  # the tick has left its own
        painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_tick(self, painter: QPainter, box: QRect, *, is_on: bool) -> None:
        now = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.accent if is_on else now.strong), 1))
        painter.setBrush(QColor(now.accent if is_on else now.surface))
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            icons.icon("check", now.text_on_accent).paint(painter, box.adjusted(1, 1, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_verdict(self, painter: QPainter, room: QRect, file: FileImport, text: str) -> None:
        name, tone = _SIGNS[file.verdict]
        color = getattr(theme.current(), tone)
        side = theme.px(12)
        icons.icon(name, color).paint(
            painter, QRect(room.left(), room.center().y() - side // 2 + 1, side, side)
        )
        painter.setFont(theme.font(11))
        painter.setPen(QColor(theme.current().muted))
        words = room.adjusted(side + theme.px(6), 0, 0, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)


class FileList(QListView):
    """One tab stop: the arrow keys choose a file, Space takes it into the book or leaves it out, Delete
    does not wait for one that is not read yet."""

    file_chosen = Signal(int)
    taken_wanted = Signal(int, bool)
    skip_wanted = Signal(int)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importFiles")
        self.setAccessibleName(self.tr("Berkas yang diimpor"))
        self.files = FileModel(language, self)
        self.files.taken_wanted.connect(self.taken_wanted)
        self.files.skip_wanted.connect(self.skip_wanted)
        self.setModel(self.files)
        self.setItemDelegate(_FileDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)

    def show_files(self, files: tuple[FileImport, ...], current: int) -> None:
        """Show *files* and which of them is in view."""
        self.files.show_files(files)
        index = self.files.index(current)
        if index.isValid() and self.currentIndex() != index:
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and row >= 0 and can_be_skipped(self.files.file(row)):
            self.skip_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.file_chosen.emit(current.row())


def can_be_taken(file: FileImport) -> bool:
    """Say whether the file gives anything that could be left out."""
    return file.result is not None


def can_be_skipped(file: FileImport) -> bool:
    """Say whether somebody may leave the file alone because it is not read yet."""
    return file.verdict is Verdict.READING


def _cross(rect: QRect) -> QRect:
    side = theme.px(_BOX)
    return QRect(rect.right() - theme.px(_LEFT) - side, rect.center().y() - side // 2, side, side)


def _box(rect: QRect) -> QRect:
    side = theme.px(_BOX)
    return QRect(rect.left() + theme.px(_LEFT), rect.center().y() - side // 2, side, side)
