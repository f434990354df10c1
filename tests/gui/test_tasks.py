import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from pytestqt.qtbot import QtBot

from gui.tasks import Task, TaskPool, watch_threads, while_it_lives
from model.progress import Report


def test_a_task_hands_back_its_result(qtbot: QtBot) -> None:
    task = Task(lambda report: 42)
    with qtbot.waitSignal(task.done) as signal:
        task.start()

    assert signal.args == [42]


def test_every_ending_arrives_on_the_gui_thread_even_in_a_plain_function(qtbot: QtBot) -> None:
    threads: list[QThread] = []
    task = Task(lambda report: None)
    task.done.connect(lambda result: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(task.ended):
        task.start()

    assert threads == [QCoreApplication.instance().thread()]  # type: ignore[union-attr]


def test_a_failed_task_hands_over_the_very_error(qtbot: QtBot) -> None:
    error = ValueError("no")

    def work(report: Report) -> None:
        raise error

    task = Task(work)
    with qtbot.waitSignal(task.failed) as signal, qtbot.assertNotEmitted(task.done):
        task.start()

    assert signal.args == [error]


def test_a_cancelled_task_stops_at_its_next_report(qtbot: QtBot) -> None:
    begun, released = threading.Event(), threading.Event()

    def work(report: Report) -> None:
        begun.set()
        released.wait(5)
        report(1, 2)
        raise AssertionError("went on after cancel")

    task = Task(work)
    with qtbot.waitSignal(task.cancelled), qtbot.assertNotEmitted(task.failed):
        task.start()
        begun.wait(5)
        task.cancel()
        released.set()


def test_a_cancelled_task_that_never_reports_delivers_no_stale_result(qtbot: QtBot) -> None:
    begun, released = threading.Event(), threading.Event()

    def work(report: Report) -> str:
        begun.set()
        released.wait(5)
        return "late"

    task = Task(work)
    with qtbot.waitSignal(task.cancelled), qtbot.assertNotEmitted(task.done):
        task.start()
        begun.wait(5)
        task.cancel()
        released.set()


def test_a_task_cancelled_before_it_starts_does_no_work(qtbot: QtBot) -> None:
    worked: list[int] = []
    task = Task(lambda report: worked.append(1))
    task.cancel()
    with qtbot.waitSignal(task.cancelled):
        task.start()

    assert worked == []


def test_the_last_progress_always_arrives(qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []

    def work(report: Report) -> None:
        for done in range(1, 1001):
            report(done, 1000)

    task = Task(work)
    task.progress.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(task.ended):
        task.start()

    assert seen[-1] == (1000, 1000)
    assert len(seen) < 100  # throttled


def test_a_pool_keeps_a_task_until_it_has_ended(qtbot: QtBot) -> None:
    pool = TaskPool()
    released = threading.Event()
    task = pool.add(Task(lambda report: released.wait(5)))

    assert list(pool.running) == [task]

    with qtbot.waitSignal(task.ended):
        released.set()

    assert list(pool.running) == []


def test_closing_a_pool_stops_what_runs(qtbot: QtBot) -> None:
    pool = TaskPool()
    begun = threading.Event()

    def work(report: Report) -> None:
        begun.set()
        while True:
            report(0, 1)

    task = pool.add(Task(work))
    begun.wait(5)
    with qtbot.waitSignal(task.cancelled):
        assert pool.close()


def test_a_callback_falls_silent_with_its_widget(qtbot: QtBot) -> None:
    heard: list[object] = []

    class Listener(QObject):
        def hear(self, value: object) -> None:
            heard.append(value)

    listener = Listener()
    callback = while_it_lives(listener.hear)
    callback("alive")
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(listener, QEvent.Type.DeferredDelete)
    callback("gone")

    assert heard == ["alive"]


def test_an_exception_that_leaves_a_thread_of_pythons_own_is_handed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    caught: list[Any] = []
    watch_threads(lambda kind, error, trace: caught.append(kind))

    def fail() -> None:
        raise LookupError

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    assert caught == [LookupError]
