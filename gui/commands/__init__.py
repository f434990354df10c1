"""The command line: what scripts drive. Imports no Qt and needs no display (but for selftest)."""

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from gui.commands.arguments import parser
from model.disk_errors import disk_sentence
from model.errors import UnanswerableError, UnusableFileError

_COMMANDS: Final = {
    "table": ("gui.commands.table", "run_table"),
    "trend": ("gui.commands.trend", "run_trend"),
    "check": ("gui.commands.check", "run_check"),
    "print": ("gui.commands.print_sheet", "run_print"),
    "new": ("gui.commands.books", "run_write"),
    "sample": ("gui.commands.books", "run_write"),
    "add": ("gui.commands.add", "run_add"),
    "diff": ("gui.commands.diff", "run_diff"),
    "selftest": ("gui.commands.selftest", "run_selftest"),
}
COMMANDS: Final = frozenset(_COMMANDS)
"""The words that make a call a command; anything else opens the window."""

DONE, WITH_ERRORS, WRONG_USAGE, UNUSABLE = 0, 1, 2, 3
"""Exit codes: done; done but with findings of severity error; wrong usage; a file that cannot be used."""


def run_command(argv: Sequence[str]) -> int:
    """Run one command and return its exit code. Sentences for people go to stderr, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows console would refuse "−" and "÷"
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as stop:
        return DONE if stop.code in (0, None) else WRONG_USAGE
    try:
        return _run(arguments)
    except UnusableFileError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except UnanswerableError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    except BrokenPipeError:  # the reader, "head" say, has seen enough
        sys.stdout = io.TextIOWrapper(io.BytesIO())
        return DONE
    except OSError as error:
        print(disk_sentence(error), file=sys.stderr)
        return UNUSABLE


def _run(arguments: argparse.Namespace) -> int:
    """Import only what the command needs: a table must not wait for typst, nor a check for Qt."""
    if hasattr(arguments, "files"):
        # The child loads its libraries while this process loads its own.
        import_module("gui.reading.shared").shared_reader().warm_up()
        # Asked for once, however often a command reads: the input holds it once.
        arguments.secret = import_module("gui.commands.secret").asked_password(arguments)
    module, function = _COMMANDS[arguments.command]
    run: Callable[[argparse.Namespace], int] = getattr(import_module(module), function)
    return run(arguments)
