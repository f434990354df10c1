"""The icon as Windows wants it, and the pictures of the setup, drawn from resources/icons/app.svg."""

import os
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from winbuild.places import ROOT

SVG: Final = ROOT / "resources" / "icons" / "app.svg"
SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""What Explorer, the taskbar and shortcuts ask for between 100 % and 250 %."""

_SMALLEST_PNG: Final = 128
"""Older parts of Windows show only uncompressed pictures at the small sizes."""

SIDE_SIZE: Final = (164, 314)
HEADER_SIZE: Final = (150, 57)


def icon_file(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """Return an .ico of *pictures*, each its size in pixels and its data (a PNG, or a DIB with mask)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries, data = b"", b""
    for size, content in pictures:
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), offset + len(data))
        data += content
    return head + entries + data


def dib(size: int, rows: Sequence[bytes]) -> bytes:
    """Return a square picture as icons hold it: header, rows of BGRA from the lowest, and an empty mask."""
    mask = b"\0" * (((size + 31) // 32 * 4) * size)
    header = struct.pack(
        "<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, size * size * 4 + len(mask), 0, 0, 0, 0
    )
    return header + b"".join(reversed(rows)) + mask


def write_icon(path: Path) -> None:
    """Draw the icon in every size and write it to *path*."""
    application = QGuiApplication.instance() or QGuiApplication(["icon"])
    pictures = [
        (size, _png(size) if size >= _SMALLEST_PNG else dib(size, _rows(_drawn(size)))) for size in SIZES
    ]
    path.write_bytes(icon_file(pictures))
    del application


def write_setup_pictures(folder: Path) -> None:
    """Draw the pictures of the setup's pages, side.bmp and header.bmp, into *folder*."""
    application = QGuiApplication.instance() or QGuiApplication(["icon"])
    side = QImage(*SIDE_SIZE, QImage.Format.Format_RGB32)
    side.fill(QColor("#0F766E"))
    _paint(side, QRectF(50, 96, 64, 64))
    header = QImage(*HEADER_SIZE, QImage.Format.Format_RGB32)
    header.fill(Qt.GlobalColor.white)
    _paint(header, QRectF(98, 8, 40, 40))
    for image, name in ((side, "side.bmp"), (header, "header.bmp")):
        QImageWriter(str(folder / name), QByteArray(b"bmp")).write(
            image.convertToFormat(QImage.Format.Format_RGB888)
        )
    del application


def _drawn(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    _paint(image, QRectF(0, 0, size, size))
    return image


def _paint(image: QImage, place: QRectF) -> None:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SVG)).render(painter, place)
    painter.end()


def _rows(image: QImage) -> list[bytes]:
    stride = image.bytesPerLine()
    data = bytes(image.constBits())
    return [data[row * stride : row * stride + image.width() * 4] for row in range(image.height())]


def _png(size: int) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(_drawn(size))
    return bytes(store.data())
