"""The recipes that are remembered: rename, export, take over from a file, remove."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import dialogs, theme
from gui.opening import sentence_of
from gui.pages.page import SEMIBOLD, Button, Label, MutedLabel
from gui.recipe_store import read_recipes, write_recipes
from gui.session import Session
from model import wording
from model.errors import ModelError
from model.periods import at_day
from model.recipe_text import Remembered
from model.recipes import Recipe, is_table
from model.regions import regions

if TYPE_CHECKING:
    from model.book import Book

_KIND: Final = Qt.ItemDataRole.UserRole
_OWN, _OF_BOOK, _ALIAS = "own", "book", "alias"
_WIDE, _HIGH, _ROW = 820, 420, 28


class RecipesDialog(QDialog):
    """Everything that earlier imports taught: recipes of the user and of the open book, names for regions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known = Remembered()
        self.setWindowTitle(self.tr("Resep impor"))
        self.setObjectName("recipesDialog")
        self.resize(theme.px(_WIDE), theme.px(_HIGH))
        self.list = self._make_list()
        self.said = MutedLabel("", wrap=True)
        self.said.setObjectName("recipesSaid")
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.px(24)] * 4))
        column.setSpacing(theme.px(12))
        column.addWidget(Label(self.tr("Resep impor"), 16, SEMIBOLD))
        told = self.tr(
            "Resep menyimpan jawaban Anda tentang bentuk sebuah tabel, sehingga berkas berikutnya dengan "
            "bentuk yang sama dibaca tanpa pertanyaan. Resep tidak memuat angka maupun nama orang."
        )
        column.addWidget(MutedLabel(told, wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addLayout(self._buttons())
        self._fill()
        if session.recipes.set_aside:
            text = self.tr("Berkas resep yang lama rusak dan disisihkan sebagai {name}.")
            self._say(text.format(name=session.recipes.set_aside))

    # ---- what a person does

    def rename(self) -> None:
        """Ask for another name of the chosen recipe."""
        name = self._chosen(_OWN)
        title = self.tr("Ganti nama resep")
        wanted = dialogs.ask_text(self, title, self.tr("Nama baru:"), name) if name else None
        if name and wanted:
            self._change(lambda: self._renamed(name, wanted))

    def remove(self) -> None:
        """Forget what is chosen, when the person agrees."""
        recipe, alias = self._chosen(_OWN), self._chosen(_ALIAS)
        if not recipe and not alias:
            return
        if not dialogs.confirm(
            self,
            self.tr("Hapus yang diingat"),
            self.tr("{name} tidak diingat lagi. Angka yang sudah diimpor tetap ada.").format(
                name=recipe or alias
            ),
            self.tr("Hapus"),
        ):
            return
        store = self._session.recipes
        self._change(lambda: store.remove(recipe) if recipe else store.forget_alias(alias))

    def export(self) -> None:
        """Write the chosen recipe, or everything where none is chosen, to a file to be handed on."""
        own, of_book = self._chosen(_OWN), self._chosen(_OF_BOOK)
        name, where = own or of_book, self._known.recipes if own else self._only_in_book()
        chosen = tuple(recipe for recipe in where if recipe.name == name)[:1]
        given = Remembered(chosen) if chosen else Remembered(self._all(), self._known.aliases)
        proposed = Path.home() / f"{name or self.tr('Resep impor')}.json"
        if path := dialogs.save_recipes(self, proposed):
            self._change(
                lambda: write_recipes(given, path), self.tr("{name} ditulis.").format(name=path.name)
            )

    def take_over(self) -> None:
        """Ask for a file of recipes and remember them as well."""
        if path := dialogs.open_recipes(self, str(Path.home())):
            self._change(lambda: self._taken_over(path))

    # ---- inside

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("recipesList")
        tree.setAccessibleName(self.tr("Resep dan sebutan yang diingat"))
        tree.setHeaderLabels(
            [self.tr("Nama"), self.tr("Untuk"), self.tr("Terakhir dipakai"), self.tr("Tersimpan di")]
        )
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        header = tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in (1, 2, 3):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        tree.currentItemChanged.connect(self._enable)
        return tree

    def _buttons(self) -> QHBoxLayout:
        self.rename_button = Button(self.tr("Ganti nama…"), "pencil", name="recipesRename")
        self.remove_button = Button(self.tr("Hapus"), "trash-2", name="recipesRemove")
        self.export_button = Button(self.tr("Ekspor…"), "external-link", name="recipesExport")
        self.take_over_button = Button(self.tr("Ambil dari berkas…"), "download", name="recipesTakeOver")
        close = Button(self.tr("Tutup"), kind="primary", name="recipesClose")
        self.rename_button.clicked.connect(self.rename)
        self.remove_button.clicked.connect(self.remove)
        self.export_button.clicked.connect(self.export)
        self.take_over_button.clicked.connect(self.take_over)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button in (self.rename_button, self.remove_button, self.export_button, self.take_over_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _fill(self) -> None:
        self._known = self._session.recipes.load()
        self.list.clear()
        for recipe in self._known.recipes:
            self._add(recipe, _OWN, self.tr("komputer ini"))
        for recipe in self._only_in_book():
            self._add(recipe, _OF_BOOK, self.tr("buku yang terbuka"))
        for name, code in sorted(self._known.aliases.items()):
            region = regions()[code].name if code in regions() else code
            said = self.tr("sebutan untuk {region}").format(region=region)
            self._line((name, said, "", self.tr("komputer ini")), _ALIAS, name)
        if not self.list.topLevelItemCount():
            self._say(
                self.tr("Belum ada resep. Resep dibuat sendiri bila Anda menjawab pertanyaan saat impor.")
            )
        self._enable()

    def _only_in_book(self) -> tuple[Recipe, ...]:
        book: Book | None = self._session.book
        known = {recipe.shape for recipe in self._known.recipes}
        return tuple(recipe for recipe in book.recipes if recipe.shape not in known) if book else ()

    def _all(self) -> tuple[Recipe, ...]:
        return (*self._known.recipes, *self._only_in_book())

    def _add(self, recipe: Recipe, kind: str, place: str) -> None:
        tables = sum(is_table(part) for part in recipe.shape)
        text = self.tr("{tables} tabel, {columns} kolom, {answers} jawaban")
        said = text.format(
            tables=tables, columns=len(recipe.shape) - tables, answers=len(recipe.answers.given)
        )
        self._line((recipe.name, said, self._day(recipe.used_on), place), kind, recipe.name)

    def _line(self, texts: tuple[str, ...], kind: str, name: str) -> None:
        item = QTreeWidgetItem(list(texts))
        item.setData(0, _KIND, (kind, name))
        item.setToolTip(0, texts[0])
        item.setSizeHint(0, QSize(0, theme.px(_ROW)))
        self.list.addTopLevelItem(item)

    def _day(self, day: date | None) -> str:
        return wording.day(at_day(day), self._session.language) if day else ""

    def _chosen(self, kind: str) -> str:
        item = self.list.currentItem()
        found = item.data(0, _KIND) if item else ("", "")
        return str(found[1]) if found[0] == kind else ""

    def _enable(self) -> None:
        self.rename_button.setEnabled(bool(self._chosen(_OWN)))
        self.remove_button.setEnabled(bool(self._chosen(_OWN) or self._chosen(_ALIAS)))
        self.export_button.setEnabled(bool(self._all() or self._known.aliases))

    def _change(self, work: Callable[[], object], done: str = "") -> None:
        """Do *work*, which may say what it did; say what the disk or the file refuses."""
        try:
            said = work()
        except (OSError, ModelError) as error:
            self._say(sentence_of(error, self._session.language))
            return
        self._say(said if isinstance(said, str) else done)
        self._fill()

    def _renamed(self, name: str, wanted: str) -> str:
        if self._session.recipes.rename(name, wanted):
            return self.tr("{old} sekarang bernama {new}.").format(old=name, new=wanted)
        return self.tr("Nama {name} sudah dipakai resep lain.").format(name=wanted)

    def _taken_over(self, path: Path) -> str:
        count = self._session.recipes.add(read_recipes(path))
        if not count:
            return self.tr("Semua resep dalam {name} sudah ada di sini.").format(name=path.name)
        return self.tr("{count} resep diambil dari {name}.").format(count=count, name=path.name)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
