"""What surrounds the window while the program runs: its icon, log, crash reports, and later starts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gui.garbage import Collector
    from gui.log import Log
    from gui.program import Program
    from gui.single_instance import SingleInstance

# Nothing of it is imported before the first paint.


class Surroundings(QObject):
    """Comes with the first paint of *program* and goes with :meth:`end`. *instance* None: no later starts."""

    def __init__(self, program: "Program", instance: "SingleInstance | None") -> None:
        super().__init__(program)
        self._program = program
        self._instance = instance
        self._log: Log | None = None
        self._collector: Collector | None = None
        program.first_painted.connect(self._begin)
        program.composed.connect(self._go_on)

    def end(self) -> None:
        """Take the program apart and close its log."""
        if self._instance is not None:
            self._instance.close()
        collector, log = self._collector, self._log
        self._program.dismantle()
        if collector is not None:
            collector.end()
        if log is not None:
            log.end()

    def _begin(self) -> None:
        from PySide6.QtWidgets import QApplication

        from gui.crash import CrashReporter
        from gui.garbage import Collector
        from gui.log import Log, log_folder

        app = QApplication.instance()
        self._log = Log(log_folder())
        CrashReporter(app).install(self._program.show_crash, self._log)
        self._collector = Collector()

    def _go_on(self) -> None:
        from gui.journal import Journal

        assert self._log is not None
        journal = Journal(self._program.session, self._log)
        self._program.warmed.connect(journal.ready)
        self._program.warmed.connect(self._log.open)
        journal.begin(self._program.painted_after)
        if self._instance is not None:
            self._instance.wanted.connect(self._program.take_over)
            self._instance.listen()
