"""The entries of Bantuan that concern the program itself, chosen from the menu."""

import hashlib
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from gui import dialogs, support
from gui.log import log_folder
from gui.main_window import MainWindow
from gui.policy import read_policy
from gui.settings import Recent, Settings
from model.book import Office
from tests.builders.windows import Open

SETUP = "Cakupan-Setup-99.0.0.exe"


class Said(list[tuple[str, str]]):
    """What a window said: level and sentence."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.window = window
        window.session.notice.connect(self.add)

    def add(self, level: str, sentence: str) -> None:
        self.append((level, sentence))


@pytest.fixture
def notices(opened: Open) -> Said:
    return Said(opened(with_book=False))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with a newer setup and its list."""
    (tmp_path / SETUP).write_bytes(b"a setup")
    digest = hashlib.sha256(b"a setup").hexdigest()
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  {SETUP}\n", encoding="ascii")
    return tmp_path / SETUP


def test_a_diagnosis_is_written_where_the_person_wants_it(
    qtbot: QtBot, notices: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "diagnosis.zip"
    proposed: list[Path] = []

    def choose(parent: object, title: str, name: Path, kinds: str) -> Path:
        proposed.append(name)
        return target

    monkeypatch.setattr(dialogs, "save_file", choose)
    notices.window.commands.trigger("collect_diagnosis")
    qtbot.waitUntil(lambda: notices != [], timeout=10000)
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()

    assert names == ["pengaturan.json", "komputer.json"]
    assert notices[0][0] == "info"
    assert "diagnosis.zip" in notices[0][1]
    assert proposed[0].name.startswith("diagnosis-cakupan-20")


def test_a_diagnosis_that_nobody_wants_to_save_is_not_made(
    notices: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "save_file", lambda *arguments: None)
    window = notices.window
    window.commands.trigger("collect_diagnosis")

    assert window.session.tasks.running == ()


def test_a_diagnosis_that_cannot_be_written_is_told(
    qtbot: QtBot, notices: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dialogs, "save_file", lambda *arguments: tmp_path / "none" / "d.zip")
    notices.window.commands.trigger("collect_diagnosis")
    qtbot.waitUntil(lambda: notices != [], timeout=10000)

    assert notices[0][0] == "error"


def test_the_folder_of_the_log_is_shown(notices: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []

    def show(url: QUrl) -> bool:
        shown.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    notices.window.commands.trigger("open_log_folder")

    assert shown == []
    assert notices[0] == ("warning", f"Folder catatan tidak dapat dibuka: {log_folder()}")

    log_folder().mkdir(parents=True)
    notices.window.commands.trigger("open_log_folder")

    assert [url.toLocalFile() for url in shown] == [str(log_folder())]


@pytest.mark.parametrize("agreed", [True, False])
def test_settings_are_reset_only_when_the_person_agrees(
    opened: Open, settings: Settings, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: agreed)
    settings.language, settings.province = "en", "62"
    settings.remember(Recent("/a.xlsx"))
    window = opened(with_book=False)
    changed: list[str] = []
    window.session.appearance_changed.connect(lambda: changed.append("appearance"))
    window.session.province_changed.connect(lambda: changed.append("province"))
    window.commands.trigger("reset_settings")

    assert (settings.province, len(settings.recent)) == (("", 0) if agreed else ("62", 1))
    assert window.session.language == ("id" if agreed else "en")
    assert changed == (["province", "appearance"] if agreed else [])


def test_drawing_without_the_graphics_card_is_ticked_and_remembered(opened: Open, settings: Settings) -> None:
    window = opened(with_book=False)
    entry = window.commands["software_rendering"]

    assert not entry.isChecked()

    entry.trigger()
    window.commands.refresh()

    assert settings.software_rendering is True
    assert entry.isChecked()


def test_what_the_policy_fixes_cannot_be_chosen(opened: Open, settings: Settings) -> None:
    settings.policy = read_policy(
        "[tetap]\nbahasa = en\nprovinsi = 62\n[bawaan]\ngambar_perangkat_lunak = ya\n"
    )
    window = opened(with_book=False)

    assert not window.commands["language_id"].isEnabled()
    assert not window.commands["language_en"].isEnabled()
    assert not window.commands["province"].isEnabled()
    assert window.commands["theme_dark"].isEnabled()
    assert window.commands["software_rendering"].isEnabled()
    assert window.commands["software_rendering"].isChecked()

    window.session.set_appearance(language="id")

    assert window.session.language == "en"


def test_what_the_policy_fixes_of_the_office_outlasts_a_change(opened: Open, settings: Settings) -> None:
    settings.policy = read_policy("[tetap]\nkop = Kantor Wilayah\n")
    window = opened()
    window.session.with_office(Office(letterhead=("Kantor Lain",), place="Sampit"))

    assert window.session.book is not None
    assert window.session.book.office.letterhead == ("Kantor Wilayah",)
    assert window.session.book.office.place == "Sampit"

    window.session.show_book(window.session.book)  # nothing to save when the window is closed


def test_a_newer_setup_is_started_and_the_window_closed(
    qtbot: QtBot, notices: Said, monkeypatch: pytest.MonkeyPatch, stick: Path
) -> None:
    started: list[str] = []
    asked: list[str] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append(program)
        return True, 1

    def agree(parent: object, title: str, sentence: str, yes: str) -> bool:
        asked.append(title)
        return True

    monkeypatch.setattr(support, "_kind", lambda: "setup")
    monkeypatch.setattr(dialogs, "open_update", lambda *arguments: stick)
    monkeypatch.setattr(dialogs, "confirm", agree)
    monkeypatch.setattr(QProcess, "startDetached", start)
    window = notices.window
    window.commands.trigger("install_update")
    qtbot.waitUntil(lambda: started != [], timeout=10000)

    assert asked == ["Pasang Cakupan 99.0.0"]
    assert started == [str(stick)]
    assert not window.isVisible()


@pytest.mark.parametrize("kind", ["setup", "package"])
def test_a_setup_that_is_not_wanted_or_not_for_this_system_is_not_started(
    qtbot: QtBot, notices: Said, monkeypatch: pytest.MonkeyPatch, stick: Path, kind: str
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(support, "_kind", lambda: kind)
    monkeypatch.setattr(dialogs, "open_update", lambda *arguments: stick)
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: asked.append(arguments))
    monkeypatch.setattr(QProcess, "startDetached", lambda *arguments: pytest.fail("started"))
    window = notices.window
    window.commands.trigger("install_update")
    qtbot.waitUntil(lambda: bool(notices or asked), timeout=10000)

    assert window.isVisible()
    assert [sentence for _, sentence in notices] == (
        [] if kind == "setup" else [f"{SETUP} bukan untuk sistem komputer ini."]
    )


def test_a_setup_that_cannot_be_started_is_told_and_the_window_stays(
    qtbot: QtBot, notices: Said, monkeypatch: pytest.MonkeyPatch, stick: Path
) -> None:
    monkeypatch.setattr(support, "_kind", lambda: "setup")
    monkeypatch.setattr(dialogs, "open_update", lambda *arguments: stick)
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: True)
    monkeypatch.setattr(QProcess, "startDetached", lambda *arguments: (False, 0))
    window = notices.window
    window.commands.trigger("install_update")
    qtbot.waitUntil(lambda: notices != [], timeout=10000)

    assert notices[0][0] == "error"
    assert window.isVisible()


def test_unsaved_changes_come_before_an_update(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch, stick: Path
) -> None:
    monkeypatch.setattr(support, "_kind", lambda: "setup")
    monkeypatch.setattr(dialogs, "open_update", lambda *arguments: stick)
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: True)
    monkeypatch.setattr(QProcess, "startDetached", lambda *arguments: pytest.fail("started"))
    window = opened()
    window.session.with_office(Office(place="Sampit"))
    with qtbot.waitSignal(window.session.notice, timeout=10000) as said:
        window.commands.trigger("install_update")

    assert said.args is not None
    assert said.args[0] == "warning"

    assert window.session.book is not None
    window.session.show_book(window.session.book)  # nothing to save when the window is closed


def test_a_package_is_explained(
    qtbot: QtBot, notices: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "cakupan_99.0.0_amd64.deb"
    package.write_bytes(b"a package")
    digest = hashlib.sha256(b"a package").hexdigest()
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  {package.name}\n", encoding="ascii")
    monkeypatch.setattr(support, "_kind", lambda: "package")
    monkeypatch.setattr(dialogs, "open_update", lambda *arguments: tmp_path / "SHA256SUMS")
    notices.window.commands.trigger("install_update")
    qtbot.waitUntil(lambda: notices != [], timeout=10000)

    assert f"sudo apt install {package}" in notices[0][1]


def test_the_folder_of_the_policy_is_where_updates_are_looked_for(
    opened: Open, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(dialogs, "open_update", lambda parent, folder: looked.append(folder))
    settings.policy = read_policy("[bawaan]\nfolder_pembaruan = /srv/pembaruan\n")
    opened(with_book=False).commands.trigger("install_update")

    assert looked == ["/srv/pembaruan"]


def test_what_an_administrator_installed_is_left_to_the_administrator(
    notices: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(support, "_is_for_all_users", lambda: True)
    monkeypatch.setattr(dialogs, "open_update", lambda *arguments: pytest.fail("asked"))
    notices.window.commands.trigger("install_update")

    assert "semua pengguna" in notices[0][1]
