"""A package named ``packaging`` of our own would shadow the library of that name, which pytest needs."""

from importlib.metadata import version
from pathlib import Path

import packaging.version

ROOT = Path(__file__).parents[2]


def test_the_folder_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_library_of_that_name_is_the_one_imported() -> None:
    assert ROOT / "packaging" not in Path(packaging.version.__file__).parents
    assert packaging.version.Version(version("packaging")).release


def test_the_test_folders_are_no_packages_either() -> None:
    assert sorted((ROOT / "tests").rglob("__init__.py")) == []
