import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gui import i18n
from gui.main_window import MainWindow
from gui.pages import PAGES
from gui.session import Session
from gui.settings import in_memory
from tests.builders.books import PUBLISHED, book, every_regency, target_of

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
ENGLISH = i18n.TRANSLATIONS / "cakupan_en.ts"
Speak = Callable[[str], None]


class Stretched(QTranslator):
    """A language that says everything with twice the letters: what breaks here breaks in German."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        parts = re.split(r"(\{[^}]*\}|%[\dn]|&|\(\*[^)]*\))", source)
        return "".join(part if place % 2 else _stretched(part) for place, part in enumerate(parts))

    def isEmpty(self) -> bool:  # noqa: N802  Qt calls it
        return False


def _stretched(text: str) -> str:
    return re.sub(r"[aeiou]", lambda found: found[0] * 3, text)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    """Return what makes the program speak "id", "en" or "stretched"."""
    stretched = Stretched()

    def begin(language: str) -> None:
        i18n.install(qapp, "id" if language == "stretched" else language)
        if language == "stretched":
            qapp.installTranslator(stretched)

    yield begin
    qapp.removeTranslator(stretched)
    i18n.install(qapp, "id")


def messages(path: Path) -> dict[tuple[str, str], str]:
    """Every (context, source) of a translation file with its finished translation, "" if unfinished."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") != "unfinished"
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = forms[-1] if done and all(forms) else ""
    return found


def run_tool(name: str, *arguments: str | Path) -> None:
    command = [str(TOOLS / name), *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def test_every_string_of_the_window_is_translated_into_english(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    run_tool("pyside6-lupdate", *sorted((ROOT / "gui").rglob("*.py")), "-ts", fresh)
    english = messages(ENGLISH)
    missing = [key for key in messages(fresh) if not english.get(key)]

    assert missing == []  # make translations, then translate what is unfinished


@pytest.mark.parametrize("name", ["cakupan_en", "qt_id"])
def test_a_translation_has_the_placeholders_of_its_source(name: str) -> None:
    for (context, source), said in messages(i18n.TRANSLATIONS / f"{name}.ts").items():
        pattern = r"\{[^}]*\}|%[\dn]"

        assert sorted(re.findall(pattern, said)) == sorted(re.findall(pattern, source)), (context, source)


@pytest.mark.parametrize("name", ["cakupan_en", "qt_id"])
def test_the_program_loads_what_the_translators_wrote(name: str, tmp_path: Path) -> None:
    made = tmp_path / f"{name}.qm"
    run_tool("pyside6-lrelease", i18n.TRANSLATIONS / f"{name}.ts", "-qm", made)

    assert made.read_bytes() == (i18n.TRANSLATIONS / f"{name}.qm").read_bytes()  # make translations


def test_qts_own_buttons_and_menus_are_indonesian(qtbot: QtBot, speak: Speak) -> None:
    speak("id")
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Ok | standard.Save | standard.Cancel | standard.Yes | standard.Apply)
    qtbot.addWidget(box)
    line = QLineEdit()
    qtbot.addWidget(line)
    menu: QMenu = line.createStandardContextMenu()
    entries = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()

    assert {button.text() for button in box.buttons()} == {"Oke", "Simpan", "Batal", "&Ya", "Terapkan"}
    assert entries == ["&Urungkan", "Ulang&i", "&Potong", "&Salin", "&Tempel", "Hapus", "Pilih semua"]


@pytest.mark.parametrize(
    ("context", "source"),
    [
        ("QFileDialog", "File &name:"),
        ("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
        ("QPrintDialog", "Print"),
        ("QPrintSettingsOutput", "Copies"),
        ("QPrintPreviewDialog", "Next page"),
        ("QPageSetupWidget", "Landscape"),
        ("QMessageBox", "Show Details..."),
        ("QWidgetTextControl", "&Copy"),
        ("QPlatformTheme", "Discard"),
    ],
)
def test_qts_dialogs_are_indonesian(qapp: QApplication, speak: Speak, context: str, source: str) -> None:
    speak("id")

    assert QCoreApplication.translate(context, source) != source


def test_numbers_are_typed_as_the_language_writes_them(speak: Speak) -> None:
    speak("id")

    assert QLocale().toString(1009250) == "1.009.250"

    speak("en")

    assert QLocale().toString(1009250) == "1,009,250"


def test_changing_the_language_leaves_no_translator_behind(qapp: QApplication, speak: Speak) -> None:
    speak("en")
    speak("id")

    assert QCoreApplication.translate("StatusBar", "Batal") == "Batal"

    speak("en")

    assert QCoreApplication.translate("StatusBar", "Batal") == "Cancel"


def test_one_is_counted_otherwise_than_many(speak: Speak) -> None:
    def said(count: int) -> str:
        return QCoreApplication.translate("StatusBar", "%n galat", "", count)

    speak("id")

    assert (said(1), said(3)) == ("1 galat", "3 galat")

    speak("en")

    assert (said(1), said(3)) == ("1 error", "3 errors")


@pytest.mark.parametrize("language", ["id", "en", "stretched"])
def test_every_page_opens_and_fits_in_every_language(
    qtbot: QtBot, speak: Speak, tmp_path: Path, language: str
) -> None:
    speak(language)
    settings = in_memory(str(tmp_path / "settings.ini"))
    settings.language = "en" if language == "en" else "id"
    session = Session(settings)
    session.show_book(book(*PUBLISHED, every_regency(), target_sets=(target_of(0.6603),)))
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    for page in PAGES:
        session.show_page(page.id)
        # A page that needs more room than the window has pushes it wider.
        assert window.minimumSizeHint().width() <= 1280, page.id
    session.close()


def test_the_stretched_language_stretches(speak: Speak, qapp: QApplication) -> None:
    speak("stretched")

    assert QCoreApplication.translate("Pages", "Temuan") == "Teeemuuuaaan"
    assert QCoreApplication.translate("StatusBar", "%n galat", "", 2) == "2 gaaalaaat"
