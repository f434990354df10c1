"""What the import page says of files, of where their figures go, and of recipes."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.imports import FileImport, Imports
from model.book import Book
from model.excel.column_keys import without_time
from model.excel.header_words import plain_words
from model.excel.importing import Import
from model.problems import Problem
from model.recipes import Match

translate = QCoreApplication.translate

_MOST: Final = 3
_APART: Final = re.compile(r"[\s_.,-]+")
_LEAST: Final = 3


def caption(imports: Imports) -> str:
    """Return the name of the file in view, of several with its place."""
    file, count = imports.files[imports.current], len(imports.files)
    if count == 1:
        return file.name
    said = translate("ImportWords", "{name}, berkas {place} dari {count}")
    return said.format(name=file.name, place=imports.current + 1, count=count)


def where_to(imports: Imports, book: str) -> str:
    """Return where the figures go; *book* is the name of the open one."""
    if imports.into_open_book:
        return translate("ImportWords", "Ditambahkan ke buku yang terbuka: {name}").format(name=book)
    return translate("ImportWords", "Dibuka sebagai buku baru; berkas asalnya tidak diubah.")


def why_not(imports: Imports) -> str:
    """Return why nothing can be imported, "" where something can, or where only answers are missing."""
    read = [file for file in imports.files if file.result is not None]
    taken = [file.result for file in read if file.taken and file.result is not None]
    if taken:
        if any(found.questions or found.is_coverage_book or _gives(found.book) for found in taken):
            return "" if imports.can_accept else translate("ImportWords", "Belum ada yang dapat diimpor.")
        return translate("ImportWords", "Belum ada angka yang terbaca; ubah cara bacanya di sebelah kanan.")
    if read:
        return translate("ImportWords", "Semua berkas dilewati; centang yang hendak diimpor.")
    return translate("ImportWords", "Belum ada berkas yang dapat diimpor.")


def questions_of(file: FileImport) -> int:
    """Return how many answers a file waits for; one that is left out waits for none."""
    return len(file.result.questions) if file.taken and file.result is not None else 0


def findings(imports: Imports, found: Import, before: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what an import brings; *before* was said of the open book already. Until it is known,
    what was *found* in the file in view."""
    if imports.preview is None:
        return found.book.problems
    return added(imports.problems, before) if imports.into_open_book else imports.problems


def added(problems: Iterable[Problem], before: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the findings that an import adds to those that the open book had *before*."""
    known = Counter(map(_told, before))
    new: list[Problem] = []
    for problem in problems:
        told = _told(problem)
        if known[told]:
            known[told] -= 1
        else:
            new.append(problem)
    return tuple(new)


def _told(problem: Problem) -> tuple[str, ...]:
    place = problem.file, problem.sheet, problem.cell, problem.region
    return str(problem.severity), problem.code, *place, repr(sorted(problem.facts.items()))


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
    stem = PurePath(file.name).stem
    lasting = set(without_time(stem).split())
    words = [word for word in _APART.split(stem) if word and lasting.issuperset(plain_words(word).split())]
    name = " ".join(words)
    return name if len(name) >= _LEAST else stem


def _gives(book: Book) -> bool:
    return len(book.observations) > 0 or bool(book.target_sets or book.claims)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST])
    more = len(names) - _MOST
    return f"{shown} +{more}" if more > 0 else shown
