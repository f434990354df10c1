"""The language of the interface: our strings, Qt's own, and the locale that numbers are typed in.

Indonesian is the language of the source. Qt brings no Indonesian of its own, so its buttons and
dialogs are translated by us (resources/translations/qt_id.ts).
"""

from typing import Final

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from resources import FOLDER

TRANSLATIONS: Final = FOLDER / "translations"
_LOCALES: Final = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_FILES: Final = {"id": ("qt_id.qm",), "en": ("cakupan_en.qm",)}
_OURS: Final = "cakupanTranslator"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark *text* for translation and return it; pyside6-lupdate looks for this very name.

    Qt's own function of that name says that it returns an object, which no type checker accepts.
    """
    return text


def install(app: QApplication, language: str) -> None:
    """Make *app* speak *language* ("id" or "en") from now on; widgets made before keep their texts."""
    for old in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(old)
        old.deleteLater()
    for name in _FILES[language]:
        translator = QTranslator(app)
        translator.setObjectName(_OURS)
        if not translator.load(str(TRANSLATIONS / name)):
            raise FileNotFoundError(TRANSLATIONS / name)
        app.installTranslator(translator)
    QLocale.setDefault(_LOCALES[language])
