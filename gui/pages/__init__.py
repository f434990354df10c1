"""The pages of the window, one file each, and the list of them in the order of the navigation.

A page is loaded when it is first shown: its module may import the heavy parts of the model.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from gui.session import Session

Maker: TypeAlias = "Callable[[Session], QWidget]"
"""Makes a page on a session: its class."""

_CONTEXT: Final = "Pages"


class Page(NamedTuple):
    """One entry of the navigation. ``load`` imports the page and returns its class."""

    id: str
    text: str
    icon: str
    load: Callable[[], Maker]
    starts_group: bool = False
    """A hairline stands above it."""
    obeys_context: bool = True
    """It shows the open book at the position, region, segment and target of the context bar."""

    @property
    def label(self) -> str:
        """The name of the page in the language of the program."""
        return QCoreApplication.translate(_CONTEXT, self.text)


def _beranda() -> Maker:
    from gui.pages.beranda import BerandaPage

    return BerandaPage


def _ringkasan() -> Maker:
    from gui.pages.ringkasan import RingkasanPage

    return RingkasanPage


def _data() -> Maker:
    from gui.pages.data import DataPage

    return DataPage


def _temuan() -> Maker:
    from gui.pages.temuan import TemuanPage

    return TemuanPage


def _cakupan() -> Maker:
    from gui.pages.cakupan import CakupanPage

    return CakupanPage


def _tren() -> Maker:
    from gui.pages.tren import TrenPage

    return TrenPage


def _lembar_cetak() -> Maker:
    from gui.pages.lembar_cetak import LembarCetakPage

    return LembarCetakPage


def _impor() -> Maker:
    from gui.pages.impor import ImporPage

    return ImporPage


PAGES: Final = (
    Page("beranda", QT_TRANSLATE_NOOP("Pages", "Beranda"), "house", _beranda),
    Page("ringkasan", QT_TRANSLATE_NOOP("Pages", "Ringkasan"), "layout-dashboard", _ringkasan, True),
    Page("data", QT_TRANSLATE_NOOP("Pages", "Data"), "table-2", _data),
    Page("temuan", QT_TRANSLATE_NOOP("Pages", "Temuan"), "circle-alert", _temuan),
    Page("cakupan", QT_TRANSLATE_NOOP("Pages", "Cakupan"), "chart-bar", _cakupan, True),
    Page("tren", QT_TRANSLATE_NOOP("Pages", "Tren"), "chart-line", _tren),
    Page("lembar_cetak", QT_TRANSLATE_NOOP("Pages", "Lembar Cetak"), "printer", _lembar_cetak, True),
)

IMPOR: Final = Page("impor", QT_TRANSLATE_NOOP("Pages", "Impor"), "download", _impor, obeys_context=False)
"""In the navigation only while an import is going on, and therefore in no list of pages."""


def entry(identifier: str) -> Page:
    """Return the page with that id; KeyError if there is none."""
    return {page.id: page for page in (*PAGES, IMPOR)}[identifier]
