"""PySide6 6.12.0 on CPython 3.11 loses one reference to None at every C++ call that returns None."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_five_hundred_calls_take_no_reference_from_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(500):
        label.setText(str(number))

    # A faulty binding would have taken 500; other code of the loop takes or gives a handful.
    assert sys.getrefcount(None) > before - 50
