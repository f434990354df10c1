"""The way into the window: the application, its settings, and whether there is a window already."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from gui.source_search import end_source_search

end_source_search()  # before our own modules are imported, whose texts it would read

from gui import theme  # noqa: E402
from gui.program import Program as Program  # noqa: E402
from gui.surroundings import Surroundings  # noqa: E402
from gui.warming import warm_up as warm_up  # noqa: E402


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application with its names; Qt keeps scale factors such as 150 % as they are."""
    # The style is named here, since asking for it later loads Python's side of all styles.
    app = QApplication([*(arguments or ["cakupan"]), "-style", "fusion"])
    app.setProperty(theme.STYLED, "fusion")
    app.setApplicationName("Cakupan")
    app.setApplicationDisplayName("Cakupan")
    app.setDesktopFileName("cakupan")
    return app


def run_window(files: Sequence[str] = (), *, safe: bool = False) -> int:
    """Open the window on *files* and return its exit code when it is closed.

    A window that is already open gets the files instead. *safe*: default settings that nothing
    remembers, drawn without the graphics card, and a window of its own.
    """
    from gui import rendering
    from gui.policy import machine_policy
    from gui.settings import own_settings, safe_settings
    from gui.single_instance import own_instance

    policy = machine_policy()
    settings = safe_settings(policy) if safe else own_settings(policy)
    if safe or rendering.wants_software(chosen=settings.software_rendering):
        rendering.use_software()
    app = make_application()
    instance = None if safe else own_instance(parent=app)
    if instance and not instance.claim() and instance.hand_over(files):
        return 0
    program = Program(app, settings)
    around = Surroundings(program, instance)
    program.show(files)
    code = app.exec()
    around.end()
    return code
