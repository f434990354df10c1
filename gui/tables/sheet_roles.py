"""What the roles of a drawn sheet are called, and how each is painted: never by colour alone."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from gui import theme
from model.excel.importing import Role

translate = QCoreApplication.translate

ORDER: Final = tuple(Role)
"""The roles in the order of every legend; a role's byte in a SheetModel is its place here, plus one."""

ACROSS: Final = frozenset(
    {Role.TITLE, Role.HEADER, Role.NUMBERING, Role.PERIOD, Role.SEGMENT, Role.TOTAL, Role.NOTE, Role.LEFT_OUT}
)
"""Roles that whole rows can have; they are named beside the row's number."""

_HATCHED: Final = {Role.LEFT_OUT: Qt.BrushStyle.BDiagPattern, Role.PERSON: Qt.BrushStyle.DiagCrossPattern}
_STRENGTH: Final = {Role.CODE: 0.5, Role.REGION: 1.0}
_COLORED: Final = {Role.PERIOD: 1, Role.SEGMENT: 2}
_VEIL: Final = {"light": 0.10, "dark": 0.18}


def role_name(role: Role) -> str:
    """Return what a person calls the role."""
    names = {
        Role.TITLE: translate("SheetRoles", "Judul"),
        Role.HEADER: translate("SheetRoles", "Kepala kolom"),
        Role.NUMBERING: translate("SheetRoles", "Nomor"),
        Role.REGION: translate("SheetRoles", "Wilayah"),
        Role.CODE: translate("SheetRoles", "Kode"),
        Role.PERIOD: translate("SheetRoles", "Waktu"),
        Role.SEGMENT: translate("SheetRoles", "Segmen"),
        Role.FIGURE: translate("SheetRoles", "Angka"),
        Role.TOTAL: translate("SheetRoles", "Jumlah"),
        Role.NOTE: translate("SheetRoles", "Catatan"),
        Role.LEFT_OUT: translate("SheetRoles", "Tidak dipakai"),
        Role.PERSON: translate("SheetRoles", "Data perorangan, disamarkan"),
    }
    return names[role]


def short_role_name(role: Role) -> str:
    """Return the name of a role for the narrow bands beside the rows' numbers and over the columns."""
    short = {
        Role.HEADER: translate("SheetRoles", "kepala"),
        Role.LEFT_OUT: translate("SheetRoles", "lewat"),
        Role.PERSON: translate("SheetRoles", "disamarkan"),
    }
    return short.get(role) or role_name(role).lower()


def paint_role(painter: QPainter, area: QRectF, role: Role | None) -> None:
    """Paint what lies behind a cell of that role; a cell of none lies outside every table."""
    now = theme.current()
    painter.fillRect(area, QColor(now.ground if role is None or role in _HATCHED else now.surface))
    if role in {Role.HEADER, Role.NUMBERING, Role.TOTAL}:
        painter.fillRect(area, QColor(now.sunken))
    elif role in _STRENGTH:
        color = QColor(now.tint)
        color.setAlphaF(_STRENGTH[role])
        painter.fillRect(area, color)
    elif role in _COLORED:
        color = QColor(now.series[_COLORED[role]])
        color.setAlphaF(_VEIL[now.name])
        painter.fillRect(area, color)
    elif role in _HATCHED:
        painter.fillRect(area, QBrush(QColor(now.hairline), _HATCHED[role]))


def role_tone(role: Role | None) -> str:
    """Return the theme's colour of the text in a cell of that role."""
    if role in {Role.HEADER, Role.TITLE, Role.TOTAL, Role.FIGURE}:
        return "ink"
    quiet = role is None or role in {Role.NUMBERING, Role.NOTE, Role.LEFT_OUT, Role.PERSON, Role.CODE}
    return "muted" if quiet else "ink2"


def is_heavy(role: Role | None) -> bool:
    """Say whether the text of a cell of that role is heavy."""
    return role in {Role.HEADER, Role.TITLE, Role.TOTAL}
