"""One window for each user and session: a second start hands its files to the first and ends.

Local sockets only (a named pipe on Windows, a socket file elsewhere), which no other user may open and
no other machine can reach. Nothing here may keep a person from the window: whenever the first one does
not answer in time, the second opens a window of its own.
"""

import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECTING: Final = 1000
"""Milliseconds to reach the first window."""
ANSWERING: Final = 3000
"""Milliseconds that it may take to answer."""
STARTING: Final = 10.0
"""Seconds that the first may take from its lock to its window on a slow PC."""

_AGAIN: Final = 0.1
_LONGEST: Final = 1_000_000
_ANYBODY: Final = -1
"""ASFW_ANY of Windows: whoever it is may come to the front."""


class SingleInstance(QObject):
    """The place of one window among the starts of its user: first, or handing over to the first."""

    wanted = Signal(list)
    """A later start wants the window, with these files (paths as str; none for just the window)."""

    def __init__(self, folder: Path, session: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = re.sub(r"\W+", "_", f"cakupan-{session}").strip("_")
        self._lock_path = folder / f"{name}.lock"
        # A pipe has no folder: what tells the users of a PC apart has to be in its name.
        pipe = re.sub(r"\W+", "_", f"{name}-{folder}")
        self._address = pipe if sys.platform == "win32" else str(folder / f"{name}.sock")
        self._lock = QLockFile(str(self._lock_path))
        self._lock.setStaleLockTime(0)  # however long it runs, a program that runs is not stale
        self._server: QLocalServer | None = None

    @property
    def address(self) -> str:
        """Name of the pipe, or path of the socket."""
        return self._address

    def claim(self) -> bool:
        """Return whether this is the first window, or there is no telling."""
        try:
            self._lock_path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def hand_over(self, files: Sequence[str]) -> bool:
        """Give *files* to the first window; False when nobody took them and a window is to be opened.

        While the lock is young its owner may still be starting, so that it is asked again; an old one
        whose owner does not listen was left behind, and is waited for no longer.
        """
        message = _message(files)
        _let_come_to_front()
        while True:
            outcome = self._send(message)
            if outcome is not None:
                return outcome
            if self._lock_age() > STARTING:
                return False
            time.sleep(_AGAIN)

    def listen(self) -> bool:
        """Take the files of later starts from now on; False where that cannot be."""
        from PySide6.QtNetwork import QLocalServer

        is_first = self._lock.isLocked() or self._lock.tryLock(0)
        # Asked before, because Qt would take the name from a window that listens.
        if not is_first and self._is_answered():
            return False
        QLocalServer.removeServer(self._address)  # what a window that ended at once has left
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._address):
            return False
        server.newConnection.connect(self._greet)
        self._server = server
        return True

    def close(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock.isLocked():
            self._lock.unlock()

    # ---- inside

    def _send(self, message: bytes) -> bool | None:
        """True: taken. False: somebody is there and does not answer. None: nobody is there."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(CONNECTING):
            absent = QLocalSocket.LocalSocketError
            nobody = socket.error() in (absent.ServerNotFoundError, absent.ConnectionRefusedError)
            return None if nobody else False
        socket.write(message)
        ends = time.monotonic() + ANSWERING / 1000
        while not socket.canReadLine():
            left = int((ends - time.monotonic()) * 1000)
            if left <= 0 or not socket.waitForReadyRead(left):
                return False
        taken = bytes(socket.readLine().data()) == b"ok\n"
        socket.disconnectFromServer()
        return taken

    def _is_answered(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        return socket.waitForConnected(CONNECTING)

    def _lock_age(self) -> float:
        try:
            return abs(time.time() - self._lock_path.stat().st_mtime)
        except OSError:
            return float("inf")

    def _greet(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            self._take(socket)

    def _read(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: "QLocalSocket") -> None:
        if socket.canReadLine():
            files = _files_of(bytes(socket.readLine().data()))
            if files is None:
                socket.abort()
                return
            socket.write(b"ok\n")
            socket.flush()
            self.wanted.emit(files)
        elif socket.bytesAvailable() > _LONGEST:
            socket.abort()


def own_instance(folder: Path | None = None, parent: QObject | None = None) -> SingleInstance:
    """Return the place of this user's and session's windows; *folder* is their own."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "linux" and runtime and os.access(runtime, os.W_OK):
        folder = Path(runtime)  # on this machine even where the home folder is shared by several
    if folder is None:
        from gui.log import data_folder

        folder = data_folder()
    return SingleInstance(folder, _session_name(), parent)


def _session_name() -> str:
    """What tells apart two sessions of one user, who expects a window where the start was."""
    if sys.platform == "win32":
        import ctypes

        number = ctypes.c_ulong()
        ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
        return str(number.value)
    return os.environ.get("WAYLAND_DISPLAY", "") or os.environ.get("DISPLAY", "")


def _let_come_to_front() -> None:
    """Windows lets only the program that was just started bring a window to the front, or pass that on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)


def _message(files: Sequence[str]) -> bytes:
    """One line: the files by paths that hold in any folder, and Wayland's permission to come to the front."""
    import json  # not needed for the first paint

    content = {
        "files": [str(Path(name).absolute()) for name in files],
        "token": os.environ.get("XDG_ACTIVATION_TOKEN", ""),
    }
    return json.dumps(content).encode("ascii") + b"\n"


def _files_of(line: bytes) -> list[str] | None:
    """Return the files of a message, None when it is none of ours; keeps the permission for Qt to find."""
    import json

    try:
        content = json.loads(line)
        files, token = content["files"], content["token"]
    except (ValueError, TypeError, KeyError):
        return None
    if not isinstance(files, list) or not all(isinstance(name, str) for name in files):
        return None
    if isinstance(token, str) and token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    return files
