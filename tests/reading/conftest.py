"""Readers with a child of their own, which ends with them."""

from collections.abc import Iterator

import pytest

from gui.reading import Reader
from gui.reading.child_process import see_off


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One reader for the tests of a module."""
    shared = Reader()
    yield shared
    shared.close()
    see_off(5)


@pytest.fixture
def own() -> Iterator[Reader]:
    """A reader for one test alone."""
    single = Reader()
    yield single
    single.close()
    see_off(5)
