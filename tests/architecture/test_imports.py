"""The directions of import, as sentences. They hold for lazy imports inside functions as well."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXCEL = {"openpyxl", "python_calamine", "xlsxwriter", "msoffcrypto", "fastexcel", "polars"}
QT = {"PySide6", "shiboken6", "pyqtgraph"}
HEAVY = ("pandas", "numpy", "pyqtgraph", "openpyxl", "python_calamine", "typst", "pypdfium2", "rapidfuzz")


@cache
def imports_of(path: Path) -> tuple[str, ...]:
    """Return every dotted name that the file imports, "PySide6.QtCore.QSettings" for a name from a module."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return tuple(names)


def files_below(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def offenders(files: list[Path], forbidden: set[str], *, allowed: str = "-") -> list[str]:
    """Return "file: import" wherever one of *forbidden* (a package, or a name anywhere in it) is imported."""
    found = []
    for path in files:
        place = path.relative_to(ROOT).as_posix()
        if place == allowed or place.startswith(f"{allowed}/"):
            continue
        for name in imports_of(path):
            parts = name.split(".")
            if parts[0] in forbidden or any(part in forbidden for part in parts if part[:1].isupper()):
                found.append(f"{place}: {name}")
    return found


def test_there_are_files_to_look_at() -> None:
    assert len(files_below("model")) > 10
    assert len(files_below("gui")) > 10


def test_the_model_knows_no_toolkit_and_no_gui() -> None:
    assert offenders(files_below("model"), QT | {"gui", "tests"}) == []


def test_the_model_knows_no_threads_and_no_settings() -> None:
    assert (
        offenders(files_below("model"), {"threading", "concurrent", "asyncio", "locale", "configparser"})
        == []
    )


def test_resources_import_nothing_of_ours() -> None:
    assert offenders(files_below("resources"), {"model", "gui"} | QT) == []


def test_the_program_never_imports_its_tests() -> None:
    assert offenders(files_below("gui", "model", "resources"), {"tests", "pytest", "hypothesis"}) == []


def test_only_model_excel_knows_spreadsheet_libraries() -> None:
    assert offenders(files_below("model", "gui"), EXCEL, allowed="model/excel") == []


def test_only_model_report_knows_typst_and_pdfium() -> None:
    assert offenders(files_below("model", "gui"), {"typst", "pypdfium2"}, allowed="model/report") == []


def test_only_page_pictures_turns_pages_in_the_gui_for_it_lets_one_thread_in_at_a_time() -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in files_below("gui")
        if any(name.startswith(("model.report.pages", "pypdfium2")) for name in imports_of(path))
    }

    assert users == {"gui/printing/page_pictures.py"}


def test_only_gui_charts_knows_pyqtgraph() -> None:
    assert offenders(files_below("gui"), {"pyqtgraph"}, allowed="gui/charts") == []


def test_commands_and_the_process_that_reads_import_no_toolkit() -> None:
    assert offenders(files_below("gui/commands", "gui/reading"), QT) == []


def test_only_gui_tasks_knows_threads() -> None:
    forbidden = {"threading", "concurrent", "QThread", "QThreadPool", "QRunnable", "QtConcurrent"}

    assert offenders(files_below("gui"), forbidden, allowed="gui/tasks.py") == []


def test_only_gui_dialogs_opens_file_and_message_boxes() -> None:
    assert offenders(files_below("gui"), {"QFileDialog", "QMessageBox"}, allowed="gui/dialogs.py") == []


def test_only_gui_settings_touches_stored_settings() -> None:
    assert offenders(files_below("gui"), {"QSettings"}, allowed="gui/settings.py") == []


def test_nothing_imports_a_network_library() -> None:
    forbidden = {"socket", "ssl", "http", "urllib", "requests", "ftplib", "smtplib"}

    assert offenders(files_below("gui", "model", "resources"), forbidden) == []


def test_of_qts_network_only_the_local_sockets_are_used() -> None:
    names = [name for path in files_below("gui", "model") for name in imports_of(path) if "QtNetwork" in name]

    assert {name.split(".")[-1] for name in names} <= {"QLocalServer", "QLocalSocket"}


def test_pages_never_import_each_other() -> None:
    from gui.pages import PAGES

    identifiers = {page.id for page in PAGES}
    found = [
        f"{path.name}: {name}"
        for path in files_below("gui/pages", "gui/widgets", "gui/tables", "gui/charts", "gui/printing")
        for name in imports_of(path)
        if path.stem != "__init__" and set(name.split(".")[2:3]) & (identifiers - {path.stem})
        if name.startswith("gui.pages.")
    ]

    assert found == []


def loaded_after(statement: str) -> set[str]:
    """Run *statement* in an interpreter of its own and return the top-level packages that it loaded."""
    code = f"{statement}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    command = [sys.executable, "-c", code]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(outcome.stdout.split())


@pytest.mark.parametrize(
    "module", ["app", "main_window", "session", "settings", "theme", "actions", "pages.beranda"]
)
def test_the_window_starts_without_heavy_libraries(module: str) -> None:
    loaded = loaded_after(f"import gui.{module}")

    assert loaded & set(HEAVY) == set()


def test_the_commands_need_no_toolkit() -> None:
    modules = ", ".join(
        f"gui.commands.{path.stem}" for path in files_below("gui/commands") if path.stem != "__init__"
    )

    assert loaded_after(f"import {modules}") & QT == set()


def test_starting_a_command_loads_no_toolkit() -> None:
    loaded = loaded_after("import gui.__main__")

    assert loaded & (QT | set(HEAVY)) == set()
