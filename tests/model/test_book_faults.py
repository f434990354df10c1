"""A small sample of ``make faults``."""

from pathlib import Path

import pytest

from tests.faults.failing import failed_saves
from tests.faults.killing import killed_saves


def test_a_step_of_the_disk_that_fails_leaves_the_old_book_or_the_new_one(tmp_path: Path) -> None:
    counts = failed_saves(tmp_path / "buku.xlsx")

    assert set(counts) == {"old", "new"}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_process_killed_while_it_saves_leaves_the_old_book_or_the_new_one(
    tmp_path: Path, seed: int
) -> None:
    assert killed_saves(tmp_path / "buku.xlsx", 2, seed).total() == 2
