"""The icon as pictures, for desktops that do not draw SVG, from resources/icons/app.svg."""

import os
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from winbuild.places import ROOT

SVG: Final = ROOT / "resources" / "icons" / "app.svg"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def write_icons(folder: Path, name: str) -> None:
    """Draw the icon into *folder* (…/icons/hicolor), each size where desktops look for it."""
    application = QGuiApplication.instance() or QGuiApplication(["icon"])
    renderer = QSvgRenderer(str(SVG))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        target = folder / f"{size}x{size}" / "apps" / f"{name}.png"
        target.parent.mkdir(parents=True)
        image.save(str(target))
    scalable = folder / "scalable" / "apps" / f"{name}.svg"
    scalable.parent.mkdir(parents=True)
    scalable.write_bytes(SVG.read_bytes())
    del application
