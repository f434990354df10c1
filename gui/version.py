"""The version of the program, from its one source: the metadata of the package."""

from functools import cache

from resources import FOLDER


@cache
def program_version() -> str:
    """Return the version, "0.1.0"; read from pyproject.toml where the program is not installed."""
    # Imported here, because they take longer than all the rest of the first paint may.
    project = FOLDER.parent / "pyproject.toml"
    if project.is_file():
        import tomllib

        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("cakupan")
    except PackageNotFoundError:
        return "0"
