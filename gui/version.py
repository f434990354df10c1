"""The version of the program, from its one source: the metadata of the package."""

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from resources import FOLDER


@cache
def program_version() -> str:
    """Return the version, "0.1.0"; read from pyproject.toml where the program is not installed."""
    project = FOLDER.parent / "pyproject.toml"
    if project.is_file():
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    try:
        return version("cakupan")
    except PackageNotFoundError:
        return "0"
