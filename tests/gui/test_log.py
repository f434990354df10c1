"""The log: what reaches it, what never does, and that it never stands in the way."""

import faulthandler
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import log as log_module
from gui.log import KEPT, LARGEST, NAME, Log, data_folder, discreet, log_files, log_folder


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    # pytest watches for native faults itself.
    monkeypatch.setattr(faulthandler, "enable", lambda file: None)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    made = Log(tmp_path / "catatan")
    yield made
    made.close()


def text_of(log: Log) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in log_files(log.folder))


def test_it_lies_in_the_users_data_folder(own_home: Path) -> None:
    assert log_folder().parent == data_folder()
    assert log_folder().is_relative_to(own_home)


def test_what_was_said_before_it_was_opened_comes_first(log: Log) -> None:
    log.write("info", "begins")

    assert text_of(log) == ""

    log.open()
    log.write("warning", "goes on")
    lines = text_of(log).splitlines()

    assert [line.split(maxsplit=4)[2:] for line in lines] == [
        ["INFO", lines[0].split()[3], "begins"],
        ["WARNING", lines[0].split()[3], "goes on"],
    ]


def test_a_fault_opens_it_at_once(log: Log) -> None:
    log.fault("LookupError: no such column\n")

    assert "ERROR" in text_of(log)
    assert "LookupError: no such column" in text_of(log)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (r"C:\Users\Rina Sari\Data Pegawai\buku.xlsx: locked", "buku.xlsx: locked"),
        (r"\\server\bersama\kantor\data baru.xlsx", "data baru.xlsx"),
        ("file:///home/rina/Rekap.ods", "Rekap.ods"),
        ("cannot open '/home/rina/Dokumen/Rekap 1.xlsx'", "cannot open 'Rekap 1.xlsx'"),
        ("NIK 6271011234567890 twice", "NIK <angka> twice"),
        ("NIK 6271 0112 3456 7890 twice", "NIK <angka> twice"),
        ("NIP 19870412 201001 1 001", "NIP <angka>"),
        ("telp 0812-3456-7890", "telp <angka>"),
    ],
)
def test_folders_and_numbers_of_persons_never_reach_it(said: str, written: str) -> None:
    assert discreet(said) == written


def test_the_name_of_the_user_never_reaches_it(own_home: Path) -> None:
    assert own_home.name not in discreet(f"no folder {own_home}")
    assert discreet(f"no file {own_home / 'Dokumen' / 'buku.xlsx'}") == "no file buku.xlsx"


@pytest.mark.parametrize(
    "said",
    [
        "1.009.250 pekerja, 46,2 %",
        "gui/app.py:120 _build",
        "1/2 of 14 regions",
        "Qt 6.11.3, 2025-03-31",
        "https and no folder",
    ],
)
def test_everything_else_stays(said: str) -> None:
    assert discreet(said) == said


def test_it_is_written_discreetly(log: Log, own_home: Path) -> None:
    log.open()
    log.write("info", f"{own_home}/Gaji/buku.xlsx NIK 6271011234567890")

    assert "buku.xlsx NIK <angka>" in text_of(log)
    assert "Gaji" not in text_of(log)
    assert "6271" not in text_of(log)


def test_it_never_grows_beyond_its_files(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "LARGEST", 1000)
    log.open()
    for number in range(400):
        log.write("info", f"entry {number}")
    sizes = [path.stat().st_size for path in log_files(log.folder)]

    assert len(sizes) == len(list(log.folder.iterdir())) == KEPT + 1
    assert max(sizes) <= 1000
    assert "entry 399" in (log.folder / NAME).read_text(encoding="utf-8")
    assert LARGEST * (KEPT + 1) <= 2_000_000


def test_a_file_that_cannot_be_renamed_is_written_on(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*names: object) -> None:
        raise PermissionError("held open by another window")

    monkeypatch.setattr(log_module, "LARGEST", 200)
    log.open()
    monkeypatch.setattr("os.rename", held)
    for number in range(20):
        log.write("info", f"entry {number}")

    assert [path.name for path in log_files(log.folder)] == [NAME]
    assert all(f"entry {number}\n" in text_of(log) for number in range(20))


def test_without_a_folder_to_write_in_it_is_silent(tmp_path: Path) -> None:
    (tmp_path / "catatan").write_text("a file where the folder should be", encoding="utf-8")
    log = Log(tmp_path / "catatan")
    log.write("info", "begins")
    log.open()
    log.fault("goes on")

    assert log.watch_native_faults() is False

    log.close()


def test_threads_may_write_at_the_same_time(log: Log) -> None:
    log.open()

    def work(name: str) -> None:
        for number in range(50):
            log.write("info", f"{name} {number}.")

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(text_of(log).splitlines()) == 200


def test_a_sudden_end_is_told_by_the_next_run(log: Log) -> None:
    assert log.watch_native_faults() is False

    (log.folder / "berhenti-mendadak.txt").write_text(
        'Fatal Python error: Segmentation fault\n  File "/home/rina/program/gui/app.py", line 3 in main\n',
        encoding="utf-8",
    )
    following = Log(log.folder)

    assert following.watch_native_faults() is True

    following.open()

    assert "Segmentation fault" in text_of(log)
    assert "rina" not in text_of(log)

    following.close()
    once_more = Log(log.folder)

    assert once_more.watch_native_faults() is False

    once_more.close()
