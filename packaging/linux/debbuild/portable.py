"""The portable archive: the payload in one folder, the same bytes from the same payload."""

import lzma
import tarfile
from pathlib import Path

from winbuild.places import EPOCH


def write_tar(payload: Path, out: Path, folder: str) -> None:
    """Write everything in *payload* into the .tar.xz *out*, all below *folder*."""
    with lzma.open(out, "wb", preset=6) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for path in [payload, *sorted(payload.rglob("*"), key=lambda path: path.relative_to(payload).parts)]:
            name = (Path(folder) / path.relative_to(payload)).as_posix()
            entry = archive.gettarinfo(path, name)
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = EPOCH
            if not entry.isfile():
                archive.addfile(entry)
                continue
            with path.open("rb") as file:
                archive.addfile(entry, file)
