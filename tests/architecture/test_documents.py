"""The documents and the files beside them say the same as the program."""

import re
import string
import tomllib
from pathlib import Path

import pytest

from model import wording
from resources import FOLDER

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "packaging/README.md", "packaging/IT.md")
LOCKS = ("requirements.lock", "requirements-test.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(lock: str) -> set[str]:
    """Return the pinned packages of a lock file with their markers."""
    return set(re.findall(r"^([\w.-]+==[^\\\n]+?)\s*\\?$", read(lock), flags=re.MULTILINE))


@pytest.mark.parametrize("document", [*DOCUMENTS, ".ci/run"])
def test_every_make_command_that_is_written_down_exists(document: str) -> None:
    targets = set(re.findall(r"^([\w-]+):", read("Makefile"), flags=re.MULTILINE))
    named = set(re.findall(r"^\s*make ([\w-]+)|`make ([\w-]+)", read(document), flags=re.MULTILINE))

    assert {name for pair in named for name in pair if name} - targets == set()


def test_every_command_of_the_readme_is_one_of_the_programs() -> None:
    from gui.commands.arguments import parser

    named = set(re.findall(r"(?:^|`)cakupan ([a-z]+) ", read("README.md"), flags=re.MULTILINE))
    help_text = parser().format_help()

    assert len(named) > 4
    assert {name for name in named if not re.search(rf"^\s+{name}\s", help_text, re.MULTILINE)} == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_links_to_exists(document: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", read(document))
    folder = (ROOT / document).parent

    assert [link for link in links if "://" not in link and not (folder / link).exists()] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[\w.-]+==)", read(lock), flags=re.MULTILINE)[1:]

    assert len(entries) > 10
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_file_names_an_index(lock: str) -> None:
    assert re.findall(r"https?://\S+|--(?:extra-)?index-url|--find-links", read(lock)) == []


def test_the_tests_run_on_the_packages_that_the_program_ships_with() -> None:
    assert pins("requirements.lock") - pins("requirements-test.lock") == set()


def test_every_dependency_is_locked() -> None:
    locked = {re.split("==", pin)[0].casefold() for pin in pins("requirements-test.lock")}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]

    assert {re.split("[><=~]", name)[0].casefold() for name in wanted} - locked == set()


def test_pyside_stays_below_the_version_that_loses_references() -> None:
    assert "PySide6-Essentials>=6.11.3,<6.12" in PROJECT["dependencies"]


def test_the_changelog_has_the_present_version() -> None:
    assert f"\n## {PROJECT['version']}\n" in read("CHANGELOG.md")


def test_the_licence_is_the_one_that_is_declared() -> None:
    assert PROJECT["license"] == "Apache-2.0"
    assert "Apache License\n                           Version 2.0" in read("LICENSE")


def test_both_languages_have_every_sentence() -> None:
    assert wording.keys("id") ^ wording.keys("en") == set()


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(
    "path", sorted((FOLDER / "wording" / "id").glob("*.toml")), ids=lambda path: path.stem
)
def test_both_languages_name_the_same_facts(path: Path) -> None:
    twin = FOLDER / "wording" / "en" / path.name
    ours = tomllib.loads(path.read_text(encoding="utf-8"))
    theirs = tomllib.loads(twin.read_text(encoding="utf-8"))

    different = [
        f"{section}.{key}"
        for section, sentences in ours.items()
        for key, text in sentences.items()
        if placeholders(text) != placeholders(theirs[section][key])
    ]

    assert different == []


def test_no_sentence_stands_twice_in_a_catalogue() -> None:
    for language in wording.LANGUAGES:
        keys = [
            f"{section}.{key}"
            for path in (FOLDER / "wording" / language).glob("*.toml")
            for section, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items()
            for key in sentences
        ]

        assert len(keys) == len(set(keys))
