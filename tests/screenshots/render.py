"""Draw every page of the sample at the scale of this process: python -m tests.screenshots.render FOLDER."""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from gui.app import Program, make_application, warm_up
from gui.i18n import install
from gui.pages import PAGES
from gui.settings import in_memory
from model.pedigree import FigureRef
from model.progress import silent
from tests.screenshots import import_states
from tests.screenshots.settling import settle

SIZE = (1440, 900)


def main(folder: Path) -> int:
    """Write a picture of every page, light and dark; returns the exit code."""
    app = make_application()
    percent = round(app.devicePixelRatio() * 100)
    warm_up(silent)
    with tempfile.TemporaryDirectory() as home:
        for theme, language in (("light", "id"), ("dark", "id"), ("light", "en")):
            settings = in_memory(str(Path(home) / f"{theme}-{language}.ini"))
            settings.theme, settings.province, settings.language = theme, "62", language
            install(app, language)
            program = Program(app, settings)
            path = partial(_named, folder, theme if language == "id" else f"{theme}-{language}", percent)
            _show(program)
            if language == "id":
                _draw(program, path)
            _draw_import(program, path, Path(home))
            program.session.close()
            program.window.close()
    return 0


def _show(program: Program) -> None:
    program.window.resize(*SIZE)
    program.window.show()
    program.window.set_ready()
    settle(program.session)


def _draw(program: Program, path: Callable[[str], str]) -> None:
    session = program.session
    _save(program, path("0-beranda-kosong"))
    session.open_sample()
    settle(session)
    for place, page in enumerate(PAGES, start=1):
        session.show_page(page.id)
        settle(session)
        _save(program, path(f"{place}-{page.id}"))
    _draw_states(program, path)


def _draw_states(program: Program, path: Callable[[str], str]) -> None:
    """The states that a walk through the pages does not show."""
    session = program.session
    assert session.book is not None
    session.show_page("ringkasan")
    session.select_figure(FigureRef("coverage", session.book.province, "", session.positions[-1], ""))
    settle(session)
    _save(program, path("8-asal-angka"))
    session.select_figure(None)
    session.show_page("cakupan")
    for button in program.window.findChildren(QPushButton, "both"):
        button.click()
    settle(session)
    _save(program, path("9-cakupan-wilayah-segmen"))


def _draw_import(program: Program, path: Callable[[str], str], home: Path) -> None:
    """Every state of the page of an import, in the order in which they are drawn."""
    place = count(1)

    def save(name: str) -> None:
        _save(program, path(f"10-impor-{next(place):02}-{name}"))

    import_states.draw(program, save, home)


def _named(folder: Path, theme: str, percent: int, name: str) -> str:
    return str(folder / f"{name}-{theme}-{percent}.png")


def _save(program: Program, path: str) -> None:
    if not program.window.grab().save(path):
        raise OSError(f"{path} cannot be written")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
