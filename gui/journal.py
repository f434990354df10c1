"""What a run tells: to the log what it did, to the person what was not as it should be at the start."""

from PySide6.QtCore import QCoreApplication, QObject

from gui.log import Log
from gui.policy import Policy, policy_path
from gui.process_age import milliseconds_since_start
from gui.session import Session
from gui.settings import Settings
from gui.version import program_version
from model.errors import UnusableFileError


class Journal(QObject):
    """Listens to a session and keeps its log: pages, files by name, counts; nothing out of a file."""

    def __init__(self, session: Session, log: Log) -> None:
        super().__init__(session)
        self._session = session
        self._log = log
        self._ended_at_once = False
        session.page_changed.connect(self._page)
        session.book_changed.connect(self._book)
        session.refused.connect(self._refused)

    def begin(self, painted: int | None = None) -> None:
        """Say what begins, and what the start found; to be called when the window is complete.

        *painted* is the age of the process at the first paint, in milliseconds.
        """
        settings = self._session.settings or Settings()
        mode = ", safe mode" if settings.is_safe else ""
        first = "" if painted is None else f", first paint {painted} ms"
        self._log.write("info", f"begins: Cakupan {program_version()}{mode}{first}{_age()}")
        self._ended_at_once = self._log.watch_native_faults()
        for line in settings.policy.bad_lines:
            self._log.write("warning", f"{policy_path().name}: line {line.number} skipped ({line.reason})")
        if settings.set_aside:
            self._log.write("warning", f"damaged settings renamed to {settings.set_aside}")
        if not settings.is_writable:
            self._log.write("warning", "settings cannot be written")
        if sentences := start_sentences(settings, ended_at_once=self._ended_at_once):
            self._session.notice.emit("warning", " ".join(sentences))

    def ready(self) -> None:
        """Say that every page is loaded."""
        self._log.write("info", f"ready{_age()}")

    def _page(self, page: str) -> None:
        self._log.write("info", f"page {page}")

    def _book(self) -> None:
        book = self._session.book
        if book is not None:
            counts = f"{len(book.observations)} figures, {len(self._session.problems)} findings"
            self._log.write("info", f"book {self._session.name}: {counts}")

    def _refused(self, error: Exception) -> None:
        code = error.code if isinstance(error, UnusableFileError) else getattr(error, "errno", None) or ""
        self._log.write("warning", f"refused: {type(error).__name__} {code}".rstrip())


def _age() -> str:
    age = milliseconds_since_start()
    return "" if age is None else f", {age} ms after the start"


def start_sentences(settings: Settings, *, ended_at_once: bool = False) -> list[str]:
    """Return what a person has to know about this start, in the language of the program."""
    said = []
    if settings.is_safe:
        text = QCoreApplication.translate(
            "Journal", "Mode aman: pengaturan bawaan dipakai dan pilihan Anda tidak diingat."
        )
        said.append(text)
    if settings.set_aside:
        text = QCoreApplication.translate(
            "Journal", "Berkas pengaturan rusak dan disisihkan sebagai {name}; pengaturan bawaan dipakai."
        )
        said.append(text.format(name=settings.set_aside))
    if not settings.is_writable:
        text = QCoreApplication.translate(
            "Journal", "Pengaturan tidak dapat disimpan, sehingga pilihan Anda hilang bila program ditutup."
        )
        said.append(text)
    if ended_at_once:
        text = QCoreApplication.translate(
            "Journal",
            "Cakupan berhenti mendadak pada pemakaian sebelumnya. Bila terulang, pakai mode aman atau "
            "Bantuan > Kumpulkan diagnosis.",
        )
        said.append(text)
    return said + _policy_sentences(settings.policy)


def _policy_sentences(policy: Policy) -> list[str]:
    if not policy.bad_lines:
        return []
    if policy.bad_lines[0].number == 0:
        text = QCoreApplication.translate(
            "Journal", "Kebijakan komputer ini ({path}) tidak dapat dibaca; beri tahu pengelola komputer."
        )
        return [text.format(path=policy_path())]
    text = QCoreApplication.translate(
        "Journal",
        "Kebijakan komputer ini ({path}) memuat baris yang dilewati ({numbers}); beri tahu pengelolanya.",
    )
    numbers = ", ".join(str(line.number) for line in policy.bad_lines)
    return [text.format(path=policy_path(), numbers=numbers)]
