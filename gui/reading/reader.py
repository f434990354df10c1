"""Foreign files as values, read by a child process that may die of them without anybody's harm."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final, TypeVar

from gui.reading.child_process import ChildProcess
from gui.reading.conversation import Conversation
from gui.reading.limits import Allowance
from gui.reading.parcels import packed
from gui.reading.pipes import STEP
from model.errors import UnusableFileError
from model.excel.refusal import refusal
from model.progress import Cancelled, Report, silent

if TYPE_CHECKING:
    from model.excel.answers import Answers
    from model.excel.by_name_together import Together
    from model.excel.cell_block import FoundCells
    from model.excel.importing import Import

_USUAL: Final = Allowance()
Told = TypeVar("Told")


class Reader:
    """Reads files in one warm child process, started when first needed or by :meth:`warm_up`.

    May be used from several threads; one file is read at a time. :meth:`close` may come from any
    thread and never waits.
    """

    def __init__(self, allowance: Allowance = _USUAL) -> None:
        self._allowance = allowance
        self._child: ChildProcess | None = None
        self._is_closed = False
        # A lock that is waited for in steps; only gui.tasks knows threads.
        self._turn: SimpleQueue[None] = SimpleQueue()
        self._turn.put(None)

    def __del__(self) -> None:
        self.close()

    def warm_up(self) -> None:
        """Start the child, if there is none, without waiting until it has loaded its libraries."""
        with suppress(Empty, OSError, Cancelled):
            self._turn.get_nowait()
            try:
                self._running_child()
                if self._is_closed:  # meanwhile, by another thread
                    self._let_go()
            finally:
                self._turn.put(None)

    def examine(
        self,
        path: Path,
        answers: "Answers | None" = None,
        report: Report = silent,
        *,
        password: str = "",
    ) -> "Import":
        """Return what reading the file at *path* with *answers* comes to.

        *report* tells the progress and is called all the time: where it raises Cancelled, the
        child is killed at once and the next call starts another. Raises UnusableFileError: what
        model.excel raises, or "reading_memory", "reading_time", "reading_killed",
        "reading_broke_down".
        """
        from model.excel.answers import Answers
        from model.excel.importing import Import

        return self._told(path, (answers or Answers(), password), Import, report)

    def cells(
        self, path: Path, sheet: str, addresses: tuple[str, ...], report: Report = silent
    ) -> "FoundCells":
        """Return the cells of a sheet around *addresses*, without anything private; as :meth:`examine`."""
        from model.excel.cell_block import FoundCells

        return self._told(path, (sheet, addresses), FoundCells, report)

    def together(
        self, files: "Sequence[tuple[Path, Answers, str]]", report: Report = silent
    ) -> "tuple[Together, ...]":
        """Return what lists of persons come to when several files (path, answers, password) count together.

        The child knows who is on them from :meth:`examine`; what it does not know (any more) is
        read again. Raises as :meth:`examine`.
        """
        from model.excel.by_name_together import Answer

        asked = tuple((str(path.absolute()), answers) for path, answers, _ in files)
        for _ in range(2):
            outcome = self._told(files[0][0], (asked,), Answer, report)
            if not outcome.missing and len(outcome.files) == len(files):
                return outcome.files
            if not set(outcome.missing) <= set(range(len(files))):
                break
            for number in outcome.missing:
                path, answers, password = files[number]
                self.examine(path, answers, report, password=password)
        raise refusal("reading_broke_down", files[0][0].name)

    def _told(self, path: Path, wanted: tuple[object, ...], kind: type[Told], report: Report) -> Told:
        """Return what the child makes of *wanted* about the file at *path*; see gui.reading.child."""
        question = packed((str(path.absolute()), *wanted))
        with self._my_turn(report):
            try:
                talk = Conversation(self._running_child(), path, self._allowance, report)
                outcome = talk.hold(question)
                if not isinstance(outcome, kind | UnusableFileError):
                    raise refusal("reading_broke_down", path.name)
            except OSError as error:  # the system starts no child
                raise refusal("reading_broke_down", path.name) from error
            except BaseException as error:
                self._let_go()
                if self._is_closed and isinstance(error, UnusableFileError):
                    raise Cancelled from error
                raise
            if self._is_closed:
                self._let_go()
        if isinstance(outcome, UnusableFileError):
            raise outcome
        return outcome

    def close(self) -> None:
        """End the child; who is reading is told that it was cancelled. Returns at once."""
        self._is_closed = True
        try:
            self._turn.get_nowait()
        except Empty:  # whoever has the turn lets go of the pipes
            child = self._child
            if child is not None:
                child.kill()
            return
        self._let_go()
        self._turn.put(None)

    @contextmanager
    def _my_turn(self, report: Report) -> Iterator[None]:
        while True:
            report(0, 1)
            with suppress(Empty):
                self._turn.get(timeout=STEP)
                break
        try:
            yield
        finally:
            self._turn.put(None)

    def _running_child(self) -> ChildProcess:
        if self._is_closed:
            raise Cancelled
        if self._child is not None and not self._child.is_alive:
            self._let_go()
        if self._child is None:
            self._child = ChildProcess()
        return self._child

    def _let_go(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child = None
