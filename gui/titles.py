"""The titles of the menus, which the window shows before the menus are made."""

from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from gui.i18n import QT_TRANSLATE_NOOP

Menu = Literal["file", "edit", "view", "data", "sheet", "help"]

MENUS: Final[dict[Menu, str]] = {
    "file": QT_TRANSLATE_NOOP("Actions", "Berkas"),
    "edit": QT_TRANSLATE_NOOP("Actions", "Sunting"),
    "view": QT_TRANSLATE_NOOP("Actions", "Tampilan"),
    "data": QT_TRANSLATE_NOOP("Actions", "Data"),
    "sheet": QT_TRANSLATE_NOOP("Actions", "Lembar"),
    "help": QT_TRANSLATE_NOOP("Actions", "Bantuan"),
}


def menu_titles() -> list[str]:
    """Return the titles in the language of the program, in the order of the bar."""
    return [QCoreApplication.translate("Actions", title) for title in MENUS.values()]
