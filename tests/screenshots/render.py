"""Draw every page of the sample at the scale of this process: python -m tests.screenshots.render FOLDER."""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from gui.app import Program, make_application, warm_up
from gui.pages import PAGES
from gui.settings import in_memory
from model.pedigree import FigureRef
from model.progress import silent
from model.regions import regencies
from tests.builders.office import Line, workbook
from tests.screenshots.settling import settle

SIZE = (1440, 900)


def main(folder: Path) -> int:
    """Write a picture of every page, light and dark; returns the exit code."""
    app = make_application()
    percent = round(app.devicePixelRatio() * 100)
    warm_up(silent)
    with tempfile.TemporaryDirectory() as home:
        for theme in ("light", "dark"):
            settings = in_memory(str(Path(home) / f"{theme}.ini"))
            settings.theme, settings.province = theme, "62"
            program = Program(app, settings)
            path = partial(_named, folder, theme, percent)
            _draw(program, path)
            _draw_import(program, path, Path(home))
            program.session.close()
            program.window.close()
    return 0


def _draw(program: Program, path: Callable[[str], str]) -> None:
    session, window = program.session, program.window
    window.resize(*SIZE)
    window.show()
    window.set_ready()
    settle(session)
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
    """The page of an import that asks, and one of several files."""
    session = program.session
    names = [*(region.name for region in regencies("62")[:-1]), "P. Raya X"]
    lines: list[Line] = [
        [number, name, 900 + 7 * number, 500 + 3 * number] for number, name in enumerate(names, 1)
    ]
    files = [
        workbook(
            home / f"Rekap {month}.xlsx",
            ["REKAP KEPESERTAAN PROVINSI KALIMANTAN TENGAH"],
            [f"Keadaan {month} 2025" if month != "terbaru" else None],
            ["No", "Kabupaten/Kota", "Potensi", "Peserta Aktif"],
            *lines,
        )
        for month in ("terbaru", "Maret", "April")
    ]
    for name, chosen in (("10-impor", files[:1]), ("11-impor-beberapa-berkas", files)):
        session.open_files(chosen)
        settle(session)
        _save(program, path(name))
    session.imports.cancel()
    settle(session)


def _named(folder: Path, theme: str, percent: int, name: str) -> str:
    return str(folder / f"{name}-{theme}-{percent}.png")


def _save(program: Program, path: str) -> None:
    if not program.window.grab().save(path):
        raise OSError(f"{path} cannot be written")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
