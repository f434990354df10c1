"""The recipes that are remembered: rename, export, take over from a file, remove."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

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
from gui.known_recipes import Kept, KnownRecipes
from gui.opening import sentence_of
from gui.pages.page import SEMIBOLD, Button, Label, MutedLabel
from gui.recipe_store import read_recipes, write_recipes
from gui.session import Session
from model import wording
from model.errors import ModelError
from model.periods import at_day
from model.recipe_text import Remembered
from model.recipes import is_table
from model.regions import regions

_KIND: Final = Qt.ItemDataRole.UserRole
_WIDE, _HIGH, _ROW = 820, 420, 28


class RecipesDialog(QDialog):
    """Everything that earlier imports taught: recipes of the user and of the open book, names for regions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known = KnownRecipes(session)
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
        """Ask for another name of the chosen recipe, wherever it is kept."""
        kept = self._chosen()
        if kept is None or kept.recipe is None:
            return
        title = self.tr("Ganti nama resep")
        wanted = dialogs.ask_text(self, title, self.tr("Nama baru:"), kept.name)
        if wanted:
            self._change(lambda: self._renamed(kept, wanted))

    def remove(self) -> None:
        """Forget what is chosen wherever it is kept, when the person agrees."""
        kept = self._chosen()
        if kept is None:
            return
        said = self.tr(
            "{name} akan dihapus dari {place} dan tidak dipakai lagi. Angka yang sudah diimpor tetap ada."
        )
        sentence = said.format(name=kept.name, place=self._place(kept))
        if dialogs.confirm(self, self.tr("Hapus yang diingat"), sentence, self.tr("Hapus")):
            self._change(lambda: self._known.remove(kept))

    def export(self) -> None:
        """Write the chosen recipe, or everything where none is chosen, to a file to be handed on."""
        kept = self._chosen()
        recipe = kept.recipe if kept else None
        given = Remembered((recipe,)) if recipe else self._known.everything
        proposed = Path.home() / f"{recipe.name if recipe else self.tr('Resep impor')}.json"
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
        self._known.load()
        self.list.clear()
        for kept in self._known.entries:
            self._line(kept)
        if not self._known.entries:
            self._say(
                self.tr("Belum ada resep. Resep dibuat sendiri bila Anda menjawab pertanyaan saat impor.")
            )
        self._enable()

    def _line(self, kept: Kept) -> None:
        said, day = self._told(kept)
        item = QTreeWidgetItem([kept.name, said, day, self._place(kept)])
        item.setData(0, _KIND, kept)
        item.setToolTip(0, kept.name)
        item.setSizeHint(0, QSize(0, theme.px(_ROW)))
        self.list.addTopLevelItem(item)

    def _told(self, kept: Kept) -> tuple[str, str]:
        """What it is for, and when it was used last."""
        recipe = kept.recipe
        if recipe is None:
            region = regions()[kept.region].name if kept.region in regions() else kept.region
            return self.tr("sebutan untuk {region}").format(region=region), ""
        tables = sum(is_table(part) for part in recipe.shape)
        text = self.tr("{tables} tabel, {columns} kolom, {answers} jawaban")
        said = text.format(
            tables=tables, columns=len(recipe.shape) - tables, answers=len(recipe.answers.given)
        )
        return said, self._day(recipe.used_on)

    def _place(self, kept: Kept) -> str:
        if kept.is_own and kept.is_of_book:
            return self.tr("komputer ini dan buku yang terbuka")
        return self.tr("komputer ini") if kept.is_own else self.tr("buku yang terbuka")

    def _day(self, day: date | None) -> str:
        return wording.day(at_day(day), self._session.language) if day else ""

    def _chosen(self) -> Kept | None:
        item = self.list.currentItem()
        found = item.data(0, _KIND) if item else None
        return found if isinstance(found, Kept) else None

    def _enable(self) -> None:
        kept = self._chosen()
        self.rename_button.setEnabled(kept is not None and kept.recipe is not None)
        self.remove_button.setEnabled(kept is not None)
        self.export_button.setEnabled(bool(self._known.entries))

    def _change(self, work: Callable[[], object], done: str = "") -> None:
        """Do *work*, which may say what it did; say what the disk or the file refuses."""
        try:
            said = work()
        except (OSError, ModelError) as error:
            self._say(sentence_of(error, self._session.language))
            return
        self._say(said if isinstance(said, str) else done)
        self._fill()

    def _renamed(self, kept: Kept, wanted: str) -> str:
        if self._known.rename(kept, wanted):
            return self.tr("{old} sekarang bernama {new}.").format(old=kept.name, new=wanted)
        return self.tr("Nama {name} sudah dipakai resep lain.").format(name=wanted)

    def _taken_over(self, path: Path) -> str:
        count = self._session.recipes.add(read_recipes(path))
        if not count:
            return self.tr("Semua resep dalam {name} sudah ada di sini.").format(name=path.name)
        return self.tr("{count} resep diambil dari {name}.").format(count=count, name=path.name)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
