"""The file of settings: where it lies, what happens when it is damaged or cannot be written."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from gui.policy import Policy, read_policy
from gui.settings import Recent, Settings, in_memory, is_damaged, own_settings


def own_file(home: Path) -> Path:
    return home / "settings" / "Cakupan" / "Cakupan.ini"


def written(home: Path, content: bytes) -> Path:
    path = own_file(home)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def filled(settings: Settings) -> Settings:
    settings.language, settings.zoom, settings.geometry = "en", 1.5, b"\x00\x01\xff"
    settings.remember(Recent("/data/Rékap Désémber.xlsx", 0.4617, "2025-03-31", "62"))
    settings.store.sync()
    return settings


def test_settings_are_a_file_and_are_there_at_the_next_start(own_home: Path) -> None:
    filled(own_settings(Policy()))
    again = own_settings(Policy())

    assert own_file(own_home).is_file()
    assert (again.language, again.zoom, again.geometry) == ("en", 1.5, b"\x00\x01\xff")
    assert again.recent[0].path == "/data/Rékap Désémber.xlsx"
    assert (again.set_aside, again.is_writable) == ("", True)


DAMAGED = {
    "zeros, as after a power cut": b"\0" * 512,
    "a settings file that ends in zeros": b"[General]\nlanguage=en\n" + b"\0" * 64,
    "another file": b"PK\x03\x04\xff\xfe\x8a workbook",
    "a text": b"Ini bukan pengaturan\nsama sekali\n",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_put_aside_and_the_program_has_its_defaults(own_home: Path, content: bytes) -> None:
    path = written(own_home, content)
    settings = own_settings(Policy())
    kept = path.with_name(settings.set_aside)

    assert kept.name == f"Cakupan.ini.rusak-{date.today().isoformat()}"
    assert kept.read_bytes() == content
    assert (settings.language, settings.recent) == ("id", ())

    filled(settings)

    assert own_settings(Policy()).language == "en"
    assert kept.read_bytes() == content


def test_a_second_damaged_file_on_one_day_does_not_replace_the_first(own_home: Path) -> None:
    first = own_settings_on(written(own_home, b"\0" * 8))
    second = own_settings_on(written(own_home, b"\0" * 9))

    assert second == f"{first}-2"
    assert (own_file(own_home).with_name(first)).read_bytes() == b"\0" * 8


def own_settings_on(path: Path) -> str:
    assert path.exists()
    return own_settings(Policy()).set_aside


@given(st.dictionaries(st.sampled_from("abcdef"), st.text() | st.binary() | st.floats() | st.booleans()))
def test_what_qt_writes_never_counts_as_damaged(values: dict[str, object]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.ini"
        store = QSettings(str(path), QSettings.Format.IniFormat)
        for key, value in values.items():
            store.setValue(key, value)
        store.sync()

        assert not is_damaged(path)


def test_settings_of_an_older_version_are_taken_over_once(own_home: Path) -> None:
    former = filled(Settings(QSettings("Cakupan", "Cakupan")))
    settings = own_settings(Policy())

    assert (settings.language, settings.zoom, settings.geometry) == ("en", 1.5, b"\x00\x01\xff")
    assert settings.recent[0].path == "/data/Rékap Désémber.xlsx"
    assert own_file(own_home).is_file()

    former.store.sync()

    assert former.language == "id"  # nothing is left there


def test_where_nothing_can_be_read_the_settings_last_as_long_as_the_program(own_home: Path) -> None:
    own_file(own_home).mkdir(parents=True)
    settings = own_settings(Policy())

    assert settings.is_writable is False

    settings.theme = "dark"

    assert settings.theme == "dark"


def test_settings_in_memory_leave_no_file(own_home: Path) -> None:
    settings = filled(Settings())

    assert (settings.language, settings.zoom, settings.geometry) == ("en", 1.5, b"\x00\x01\xff")
    assert settings.recent[0].coverage == 0.4617
    assert list(own_home.rglob("*")) == []


def test_a_reset_forgets_everything_for_good(tmp_path: Path) -> None:
    path = str(tmp_path / "settings.ini")
    settings = filled(in_memory(path))
    settings.software_rendering = True
    settings.reset()

    for now in (settings, in_memory(path)):
        assert (now.language, now.zoom, now.recent, now.geometry) == ("id", 1.0, (), b"")
        assert now.software_rendering is False


def test_a_choice_of_the_user_wins_over_a_default_of_the_policy(tmp_path: Path) -> None:
    policy = read_policy("[bawaan]\nbahasa = en\nprovinsi = 62\n")
    settings = Settings(in_memory(str(tmp_path / "settings.ini")).store, policy)

    assert (settings.language, settings.province) == ("en", "62")

    settings.language = "id"

    assert (settings.language, settings.province) == ("id", "62")


def test_what_the_policy_fixes_is_so_whatever_was_chosen(tmp_path: Path) -> None:
    store = in_memory(str(tmp_path / "settings.ini")).store
    Settings(store).province = "63"
    settings = Settings(store, read_policy("[tetap]\nprovinsi = Kalimantan Tengah\n"))

    assert settings.province == "62"
    assert settings.is_fixed("province")
    assert not settings.is_fixed("language")

    settings.province = "64"

    assert settings.province == "62"


def test_a_damaged_value_counts_as_the_default_of_the_policy(tmp_path: Path) -> None:
    store = in_memory(str(tmp_path / "settings.ini")).store
    store.setValue("language", "kw")

    assert Settings(store, read_policy("[bawaan]\nbahasa = en\n")).language == "en"
