"""The disk's refusals as sentences."""

import errno

import pytest

from model.disk_errors import disk_sentence


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "izin"),
        (errno.ENOENT, "foldernya tidak ada"),
        (errno.ENOSPC, "penuh"),
        (errno.EIO, "Pilih tempat lain"),
    ],
)
def test_a_refusal_of_the_disk_is_said_plainly(number: int, said: str) -> None:
    sentence = disk_sentence(OSError(number, "No such file or directory", "/proc/buku.xlsx"))

    assert said in sentence
    assert sentence.startswith("buku.xlsx ")
    assert "No such file" not in sentence
