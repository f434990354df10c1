"""Tasks by the thousand, and tasks that outlive who asked: what corrupts memory shows here."""

import gc
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject

from gui.tasks import while_it_lives

ROOT = Path(__file__).parent.parent.parent

SCRIPT = """
from PySide6.QtCore import QCoreApplication
from gui.tasks import Task, TaskPool

app = QCoreApplication([])
pool = TaskPool()
ended = 0

def go_on(result):
    global ended
    ended += 1
    if ended >= 3000:
        app.quit()
        return
    task = Task(lambda report: sum(range(10)))
    task.done.connect(go_on)
    pool.add(task)

go_on(None)
go_on(None)
app.exec()
print("done")
"""


def test_thousands_of_tasks_leave_the_memory_intact() -> None:
    # In a process of its own: the failure that this guards against takes the process with it.
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (result.returncode, result.stdout.split()) == (0, ["done"]), result.stderr


def test_a_callback_does_not_keep_its_widget_alive() -> None:
    class Listener(QObject):
        def hear(self, value: object) -> None: ...

    listener = Listener()
    callback = while_it_lives(listener.hear)
    del listener
    gc.collect()

    callback("nobody is there")

    assert not [found for found in gc.get_objects() if type(found).__name__ == "Listener"]
