"""The diagnosis: enough to help, nothing out of a file, nothing about persons."""

import json
import zipfile
from pathlib import Path

import pytest

from gui.diagnosis import machine_facts, memory_megabytes, screen_facts, settings_facts, write_diagnosis
from gui.log import KEPT, NAME
from gui.policy import read_policy
from gui.settings import Recent, Settings
from gui.version import program_version

POLICY = "[tetap]\nkop = Kantor Rahasia | Jl. Rahasia\n[bawaan]\nfolder_pembaruan = //server/rina/x\nsalah\n"


@pytest.fixture
def settings() -> Settings:
    made = Settings(policy=read_policy(POLICY))
    made.province, made.theme = "62", "dark"
    made.remember(Recent("/home/rina/Dokumen/Rekap Desember.xlsx", 0.461799, "2025-03-31", "62"))
    # As a version before wrote it down; this one does not.
    made.recent = (Recent(r"C:\Users\Rina\Data\NIK 6271011234567890.xlsx", 0.5), *made.recent)
    return made


@pytest.fixture
def log(tmp_path: Path) -> Path:
    folder = tmp_path / "catatan"
    folder.mkdir()
    (folder / NAME).write_text("begins\n/home/rina/a.xlsx NIK 6271011234567890\n", encoding="utf-8")
    (folder / f"{NAME}.1").write_bytes(b"earlier \xff\n")
    (folder / "Gaji rina.xlsx").write_bytes(b"somebody's file")
    return folder


def contents(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_it_holds_versions_settings_machine_and_log(
    qapp: object, settings: Settings, log: Path, tmp_path: Path
) -> None:
    path = tmp_path / "diagnosis.zip"
    computer = {**machine_facts(), "screens": screen_facts()}
    parts = {"pengaturan": settings_facts(settings), "komputer": computer}
    names = write_diagnosis(path, parts, log)
    found = contents(path)
    machine, chosen = json.loads(found["komputer.json"]), json.loads(found["pengaturan.json"])

    assert names == ("pengaturan.json", "komputer.json", NAME, f"{NAME}.1")
    assert machine["program"] == program_version()
    assert machine["libraries"]["pandas"]
    assert machine["memory_mb"] > 100
    assert machine["screens"][0].keys() == {"size", "scale", "dpi", "main"}
    assert (chosen["province"], chosen["theme"]) == ("62", "dark")
    assert chosen["recent"] == ["NIK <angka>.xlsx", "Rekap Desember.xlsx"]
    assert chosen["policy"]["bad_lines"] == ["5: form"]
    assert found[NAME] == "begins\na.xlsx NIK <angka>\n"


def test_it_tells_nothing_about_persons_figures_or_the_office(
    qapp: object, settings: Settings, log: Path, tmp_path: Path, own_home: Path
) -> None:
    path = tmp_path / "diagnosis.zip"
    parts = {"pengaturan": settings_facts(settings), "komputer": machine_facts()}
    write_diagnosis(path, parts, log)
    text = "".join(contents(path).values())

    secrets = ["rina", "Rina", "6271011234567890", "0.4617", "Rahasia", "server", "Dokumen", own_home.name]

    assert [secret for secret in secrets if secret in text] == []


def test_memory_is_told_in_megabytes_and_less_is_free_than_there_is() -> None:
    total, free = memory_megabytes()

    assert total is not None
    assert free is not None
    assert 0 < free <= total < 100_000_000


def test_without_a_log_it_is_written_all_the_same(qapp: object, tmp_path: Path) -> None:
    names = write_diagnosis(tmp_path / "d.zip", {"komputer": machine_facts()}, tmp_path / "none")

    assert names == ("komputer.json",)


def test_it_keeps_no_more_of_the_log_than_there_may_be(tmp_path: Path) -> None:
    for number in range(1, KEPT + 5):
        (tmp_path / f"{NAME}.{number}").write_text("x", encoding="utf-8")

    assert len(write_diagnosis(tmp_path / "d.zip", {}, tmp_path)) == KEPT


def test_where_it_cannot_be_written_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        write_diagnosis(tmp_path / "none" / "d.zip", {}, tmp_path)
