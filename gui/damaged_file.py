"""A damaged file of our own: it is put aside, never deleted, so that somebody may still look at it."""

from pathlib import Path


def put_aside(path: Path) -> str:
    """Rename the file and return its new name, which tells the day. Raises OSError from the disk."""
    from datetime import date  # not before the first paint

    name = f"{path.name}.rusak-{date.today().isoformat()}"
    target, number = path.with_name(name), 1
    while target.exists():
        number += 1
        target = path.with_name(f"{name}-{number}")
    path.rename(target)
    return target.name
