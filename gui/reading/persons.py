"""The persons of lists that the child counted: kept as hashes for one run, to count files together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.reading.grids import Key
    from model.excel.answers import Answers
    from model.excel.by_name_people import Keep, People
    from model.excel.by_name_together import Answer


class Persons:
    """The hashes of the files that were examined, under a key of this process that nobody else learns.

    They end with the process, which the window ends with the import.
    """

    def __init__(self) -> None:
        from model.excel.by_name_count import run_key

        self.key = run_key()
        self._kept: dict[Key, tuple[Answers, People | None]] = {}

    def keep(self, key: "Key | None", answers: "Answers") -> "Keep":
        """Return what keeps the persons of a file as it was examined with *answers*, instead of before."""
        if key is None:
            return _forgotten
        self._kept.pop(key, None)

        def keep(people: "People | None") -> None:
            self._kept[key] = answers, people

        return keep

    def together(self, files: Sequence[tuple["Key | None", "Answers"]]) -> "Answer":
        """Return what files come to together, or which of them were not examined with these answers here."""
        from model.excel.by_name_together import Answer, counted_together

        kept = [self._kept.get(key) if key else None for key, _ in files]
        missing = tuple(
            number
            for number, ((_, answers), found) in enumerate(zip(files, kept, strict=True))
            if found is None or found[0] != answers
        )
        if missing:
            return Answer(missing=missing)
        return Answer(counted_together([found[1] for found in kept if found]))


def _forgotten(people: "People | None") -> None:
    """A file that cannot be told from another is not kept."""
