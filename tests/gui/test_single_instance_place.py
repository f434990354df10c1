"""Where the place of a window lies: one for each screen, on this machine; no obstacle where it cannot be."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from gui.single_instance import SingleInstance, own_instance


def test_a_folder_that_cannot_be_written_does_not_end_the_start(qapp: QObject, tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file", encoding="utf-8")
    place = SingleInstance(tmp_path / "run")

    assert place.claim() is True
    assert place.listen() is False


def test_two_screens_of_one_user_have_windows_of_their_own(
    qapp: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    addresses = []
    for display in (":0", ":1"):
        monkeypatch.setenv("DISPLAY", display)
        addresses.append(own_instance(tmp_path).address)

    assert addresses[0] != addresses[1]
    assert all(Path(address).is_relative_to(tmp_path) for address in addresses)


def test_the_lock_lies_on_this_machine_where_it_can(
    qapp: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    assert Path(own_instance(tmp_path / "home").address).parent == tmp_path
