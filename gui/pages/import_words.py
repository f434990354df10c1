"""What the import page says of recipes."""

import re
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.imports import FileImport
from model.periods import parse_period
from model.recipes import Match

translate = QCoreApplication.translate

_MOST: Final = 3
_APART: Final = re.compile(r"[\s_.,-]+")
_LEAST: Final = 3


def recipe_sentence(match: Match | None) -> str:
    """Return by which recipe a file was read, and in what it differs; "" where by none."""
    if match is None:
        return ""
    said = translate("ImportWords", "Dibaca dengan resep {name}.").format(name=match.recipe.name)
    if match.is_exact:
        return said
    parts = [
        (translate("ImportWords", "baru: {names}"), match.new),
        (translate("ImportWords", "tidak ada lagi: {names}"), match.gone),
        (
            translate("ImportWords", "berganti nama: {names}"),
            [f"{old} → {new}" for old, new in match.renamed],
        ),
    ]
    told = "; ".join(text.format(names=_listed(list(names))) for text, names in parts if names)
    return f"{said} " + translate("ImportWords", "Berbeda: {parts}.").format(parts=told)


def recipe_name(file: FileImport) -> str:
    """Return what to call the recipe of a file: that of the one that read it, else the file's own
    name without its time.
    """
    if file.match is not None:
        return file.match.recipe.name
    stem = PurePath(file.path.name).stem
    words = [word for word in _APART.split(stem) if word]
    # From the whole name, one run of words that is a time: "Rekap UCJ 31 Maret 2025" is "Rekap UCJ".
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            if parse_period(" ".join(words[start : start + length])):
                left = " ".join(words[:start] + words[start + length :])
                return left if len(left) >= _LEAST else stem
    return " ".join(words)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST])
    more = len(names) - _MOST
    return f"{shown} +{more}" if more > 0 else shown
