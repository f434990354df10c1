"""The portable zip: the payload in one folder, the same bytes from the same payload."""

import time
import zipfile
from pathlib import Path

from winbuild.places import EPOCH, files_below


def write_zip(payload: Path, out: Path, folder: str) -> None:
    """Write every file of *payload* into *out*, all below *folder*."""
    date = time.gmtime(EPOCH)[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files_below(payload):
            entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(payload).as_posix()}", date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 0
            archive.writestr(entry, path.read_bytes(), compresslevel=9)
