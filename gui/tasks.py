"""Run model functions off the GUI thread, with progress and cancel. The only place that knows threads."""

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final, ParamSpec, TypeVar, cast
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from model.progress import Cancelled, Report

T = TypeVar("T")
P = ParamSpec("P")

_PROGRESS_EVERY: Final = 0.05
"""Seconds between two progress signals: more would only keep the event loop busy."""


class _Runnable(QRunnable):
    """Calls a function in a thread of the pool.

    Not QRunnable.create: that frees its Python function in the thread without holding the GIL,
    which corrupts memory and ends the program within some tens of tasks (PySide6 6.11.3).
    """

    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__()
        self._call = call

    def run(self) -> None:
        self._call()


class Task(QObject):
    """A running job. Exactly one of done, failed, cancelled is emitted, always on the GUI thread.

    A task that was cancelled never emits ``done``, even when its work ended before it noticed:
    its result is out of date.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()
    """After any of the three."""

    _returned = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Report], Any],
        parent: QObject | None = None,
        *,
        label: str = "",
        must_finish: bool = False,
    ) -> None:
        super().__init__(parent)
        self.label = label
        self.must_finish = must_finish
        """It cannot be cancelled: what it does is done when somebody hears of it."""
        self._work = work
        self._stop = threading.Event()
        self._last_report = 0.0
        # Through a slot of ours, so that plain functions connected to the signals run here as well.
        self._returned.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Queue the work. Keep a reference to this task until it has ended."""
        (pool or QThreadPool.globalInstance()).start(_Runnable(self._run))

    def cancel(self) -> None:
        """Ask the work to stop at its next report; returns at once. Work that must finish goes on."""
        if not self.must_finish:
            self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Somebody asked this task to stop."""
        return self._stop.is_set()

    def _run(self) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            if not self._stop.is_set():
                result = self._work(self._report)
        except Cancelled:
            self._stop.set()
        except Exception as raised:  # the thread's outermost frame: every failure goes to the GUI
            error = raised
        self._returned.emit(result, error)

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last_report >= _PROGRESS_EVERY:
            self._last_report = now
            self.progress.emit(done, total)

    def _end(self, result: object, error: Exception | None) -> None:
        if self._stop.is_set():
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(result)
        self.ended.emit()


class TaskPool(QObject):
    """The tasks of one window: started here, kept until they have ended, stopped together."""

    changed = Signal()
    """A task started, moved on or ended."""

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: list[Task] = []

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks that have not ended, oldest first."""
        return tuple(self._running)

    def add(self, task: Task) -> Task:
        """Start *task* and keep it alive until it has ended."""
        task.setParent(self)
        self._running.append(task)
        task.ended.connect(self._forget)
        task.start(self._pool)
        self.changed.emit()
        return task

    def cancel(self) -> None:
        """Ask every running task to stop."""
        for task in self._running:
            task.cancel()

    def close(self, milliseconds: int = 3000) -> bool:
        """Cancel what can be and wait for the threads; False if one is still busy after that time."""
        self.cancel()
        return self._pool.waitForDone(milliseconds)

    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._running:
            self._running.remove(task)
            task.deleteLater()
        self.changed.emit()


def while_it_lives(callback: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return *callback* made silent once the Qt object that it is a method of is gone.

    It does not keep that object alive: a widget held by nothing but a task would be destroyed by
    the task's own end, and with it the session and the task that is just ending.
    """
    owner = getattr(callback, "__self__", None)
    if not isinstance(owner, QObject):
        return callback
    method = WeakMethod(cast(Any, callback))

    def guarded(value: object) -> None:
        alive = method()
        if alive is not None and shiboken6.isValid(alive.__self__):
            alive(value)

    return guarded


class Turns:
    """Lets one task at a time into a library that is not made for several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def take(self, work: Callable[P, T], *arguments: P.args, **options: P.kwargs) -> T:
        """Return what *work* returns, called while no other task is inside."""
        with self._lock:
            return work(*arguments, **options)


def watch_threads(
    report: Callable[[type[BaseException], BaseException, TracebackType | None], None],
) -> None:
    """Hand exceptions that leave a thread of Python's own to *report*, on that thread."""

    def hook(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            report(failed.exc_type, failed.exc_value, failed.exc_traceback)

    threading.excepthook = hook
