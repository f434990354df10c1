"""Tasks by the thousand, and tasks that outlive who asked: what corrupts memory shows here."""

import gc

from PySide6.QtCore import QObject

from gui.tasks import while_it_lives
from tests.builders.processes import in_its_own_process

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
    result = in_its_own_process(SCRIPT)

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
