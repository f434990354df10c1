"""The window taken apart and built anew, over and over, while tasks run."""

import gc
import threading

from pytestqt.qtbot import QtBot

from gui.garbage import Collector, none_collected
from tests.builders.processes import in_its_own_process

SCRIPT = """
import faulthandler, gc, sys, tempfile

faulthandler.enable()
from PySide6.QtCore import QTimer
from gui.app import Program, make_application, warm_up
from gui.garbage import Collector
from gui.pages import PAGES
from gui.settings import in_memory
from model.progress import silent

app = make_application()
warm_up(silent)
gc.set_threshold(50)
sys.setswitchinterval(1e-4)
collector = Collector()
program = Program(app, in_memory(tempfile.mkdtemp() + "/settings.ini"))
session = program.session
program.show([])
rounds = [
    dict(theme="dark"), dict(language="en"), dict(zoom=1.25),
    dict(theme="light"), dict(language="id"), dict(zoom=1.0),
]
steps = []
for look in rounds * 2:
    steps += [(session.show_page, page.id) for page in PAGES]
    steps.append((session.set_appearance, look))

def step():
    if session.book is None:
        return
    if not steps:
        app.quit()
        return
    act, given = steps.pop(0)
    act(**given) if isinstance(given, dict) else act(given)

timer = QTimer()
timer.timeout.connect(step)
timer.start(30)
session.open_sample()
app.exec()
program.dismantle()
print("done")
"""


def test_every_page_survives_many_changes_of_look_and_language() -> None:
    result = in_its_own_process(SCRIPT)

    assert (result.returncode, result.stdout.split()) == (0, ["done"]), result.stderr


def test_only_the_gui_thread_collects_garbage(qtbot: QtBot) -> None:
    threads: set[int] = set()

    def note(phase: str, info: dict[str, int]) -> None:
        threads.add(threading.get_ident())

    def litter() -> None:
        for _ in range(20_000):
            cycle: list[object] = []
            cycle.append(cycle)

    gc.enable()
    collector = Collector()
    gc.callbacks.append(note)
    try:
        worker = threading.Thread(target=litter)
        worker.start()
        worker.join()
        collector.collect()
    finally:
        gc.callbacks.remove(note)
        collector.end()

    assert threads == {threading.get_ident()}
    assert gc.isenabled()


def test_nothing_is_collected_while_widgets_are_taken_apart() -> None:
    gc.enable()
    with none_collected():
        assert not gc.isenabled()

    assert gc.isenabled()
