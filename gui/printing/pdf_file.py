"""A PDF on disk, and a plain sentence where it cannot be written."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from model.atomic_write import write_atomically
from model.errors import ModelError


class NotSavedError(ModelError):
    """The file could not be written; the message says what the user can do."""


def save(pdf: bytes, path: Path) -> None:
    """Write *pdf* to *path*, whole or not at all.

    Raises NotSavedError where the folder cannot be written to, the disk is full, or the old
    file is held open by another program.
    """
    try:
        write_atomically(path, pdf)
    except OSError as error:
        raise NotSavedError(_sentence(path, error)) from error


def _sentence(path: Path, error: OSError) -> str:
    if path.is_dir():
        text = QCoreApplication.translate("Printing", "{name} adalah folder. Beri nama berkas lain.")
    elif path.exists() and os.access(path.parent, os.W_OK) and isinstance(error, PermissionError):
        text = QCoreApplication.translate(
            "Printing", "{name} sedang dibuka program lain. Tutup dulu, atau beri nama lain."
        )
    elif isinstance(error, PermissionError | FileNotFoundError | NotADirectoryError):
        text = QCoreApplication.translate(
            "Printing", "Folder {folder} tidak dapat ditulisi. Simpan di folder lain, misalnya Dokumen."
        )
    else:
        text = QCoreApplication.translate("Printing", "{name} tidak dapat disimpan: {reason}.")
    return text.format(name=path.name, folder=path.parent, reason=error.strerror or error)
