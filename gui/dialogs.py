"""Everything that asks: files, questions, confirmations. Tests replace these functions.

The only place that opens file dialogs and message boxes. Every function returns None (or False)
when the person thinks better of it.
"""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.pages.page import SEMIBOLD, Label
from model.regions import provinces

WORKBOOKS: Final = "*.xlsx *.xlsm *.xltx *.xltm *.xls *.xlsb *.ods *.csv *.tsv *.htm *.html *.xml"
UPDATES: Final = "Cakupan-Setup-*.exe cakupan_*.deb SHA256SUMS"
_BOOK_SUFFIX: Final = ".xlsx"


def open_files(parent: QWidget | None, folder: str = "") -> tuple[Path, ...]:
    """Ask for workbooks to open; () for none."""
    return _workbooks(parent, QCoreApplication.translate("Dialogs", "Buka buku kerja"), folder)


def import_files(parent: QWidget | None, folder: str = "") -> tuple[Path, ...]:
    """Ask for workbooks whose figures are to be added to the open book; () for none."""
    return _workbooks(parent, QCoreApplication.translate("Dialogs", "Impor berkas ke buku ini"), folder)


def import_folder(parent: QWidget | None, folder: str = "") -> Path | None:
    """Ask for a folder of workbooks."""
    title = QCoreApplication.translate("Dialogs", "Impor semua buku kerja dalam folder")
    name = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(name) if name else None


def open_recipes(parent: QWidget | None, folder: str = "") -> Path | None:
    """Ask for a file of recipes that somebody exported."""
    title = QCoreApplication.translate("Dialogs", "Ambil resep dari berkas")
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, _recipe_files())
    return Path(name) if name else None


def save_recipes(parent: QWidget | None, proposed: Path | str) -> Path | None:
    """Ask where to write recipes to be handed on."""
    title = QCoreApplication.translate("Dialogs", "Ekspor resep")
    return save_file(parent, title, proposed, _recipe_files())


def ask_text(parent: QWidget | None, title: str, sentence: str, text: str = "") -> str | None:
    """Ask for a line of text, *text* written beforehand; None for none, and never an empty one."""
    line = QLineEdit(text)
    line.setObjectName("answer")
    line.setAccessibleName(title)
    line.selectAll()
    return line.text().strip() or None if _asked(parent, title, sentence, line) else None


def _recipe_files() -> str:
    return QCoreApplication.translate("Dialogs", "Resep impor (*{ending})").format(ending=".json")


def _workbooks(parent: QWidget | None, title: str, folder: str) -> tuple[Path, ...]:
    kinds = ";;".join(
        (
            QCoreApplication.translate("Dialogs", "Buku kerja ({endings})").format(endings=WORKBOOKS),
            QCoreApplication.translate("Dialogs", "Semua berkas (*)"),
        )
    )
    names, _ = QFileDialog.getOpenFileNames(parent, title, folder, kinds)
    return tuple(Path(name) for name in names)


def open_update(parent: QWidget | None, folder: str = "") -> Path | None:
    """Ask for a newer setup, or for the list of hashes beside it."""
    title = QCoreApplication.translate("Dialogs", "Pasang pembaruan dari berkas")
    kinds = QCoreApplication.translate("Dialogs", "Pembaruan Cakupan ({endings})").format(endings=UPDATES)
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def save_file(parent: QWidget | None, title: str, proposed: Path | str, kinds: str) -> Path | None:
    """Ask where to save, asking again before an existing file is replaced.

    *kinds* are Qt's filters, "PDF (*.pdf);;PNG (*.png)". A name typed without an ending gets that
    of the chosen kind.
    """
    name, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    if not name:
        return None
    path = Path(name)
    endings = re.findall(r"\*(\.\w+)", kind)
    # "Rekap v1.2" has a dot and no ending.
    if not endings or path.suffix.casefold() in endings:
        return path
    completed = path.with_name(path.name + endings[0])
    # The dialog asked about the name as typed, not about the completed one.
    return completed if not completed.exists() or _may_replace(parent, completed) else None


def save_book(parent: QWidget | None, title: str, proposed: Path | str) -> Path | None:
    """Ask where to write a coverage book."""
    kind = QCoreApplication.translate("Dialogs", "Buku cakupan (*{ending})").format(ending=_BOOK_SUFFIX)
    return save_file(parent, title, proposed, kind)


def choose_province(parent: QWidget | None, sentence: str, province: str = "") -> str | None:
    """Ask for one of the 38 provinces, *province* chosen beforehand; its code, or None."""
    choice = QComboBox()
    choice.setObjectName("province")
    choice.setAccessibleName(QCoreApplication.translate("Dialogs", "Provinsi"))
    for region in sorted(provinces(), key=lambda region: region.name):
        choice.addItem(region.name, region.code)
    choice.setCurrentIndex(max(0, choice.findData(province)))
    title = QCoreApplication.translate("Dialogs", "Provinsi kantor")
    # What was chosen is read while the dialog still lives: Qt deletes the field with it.
    return str(choice.currentData()) if _asked(parent, title, sentence, choice) else None


def confirm(parent: QWidget | None, title: str, sentence: str, yes: str) -> bool:
    """Ask before something is lost; *yes* is the text of the button that goes on."""
    dialog, column = _dialog(parent, title)
    column.addWidget(Label(title, 16, SEMIBOLD))
    text = Label(sentence, wrap=True, tone="ink2")
    text.setMinimumWidth(theme.px(400))
    column.addWidget(text)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
    cancel.setDefault(True)
    cancel.setFocus()
    return _accepted(dialog, column, buttons)


def show_facts(parent: QWidget | None, title: str, headline: str, facts: list[tuple[str, str]]) -> None:
    """Show pairs of name and value under a headline: versions, shortcuts."""
    dialog, column = _dialog(parent, title)
    column.addWidget(Label(headline, 16, SEMIBOLD))
    table = QGridLayout()
    table.setHorizontalSpacing(theme.px(24))
    table.setVerticalSpacing(theme.px(6))
    for row, (name, value) in enumerate(facts):
        table.addWidget(Label(name, tone="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        shown = Label(value, tone="ink2", wrap=len(value) > 60)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        table.addWidget(shown, row, 1)
    table.setColumnStretch(1, 1)
    column.addLayout(table)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    dialog.exec()
    dialog.deleteLater()


def _asked(parent: QWidget | None, title: str, sentence: str, choice: QWidget) -> bool:
    dialog, column = _dialog(parent, title)
    text = Label(sentence, wrap=True, tone="ink2")
    text.setMinimumWidth(theme.px(360))
    column.addWidget(text)
    column.addWidget(choice)
    choice.setFocus()
    return _accepted(dialog, column, _ok_and_cancel())


def _ok_and_cancel() -> QDialogButtonBox:
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
    buttons.button(standard.Ok).setProperty("kind", "primary")
    return buttons


def _accepted(dialog: QDialog, column: QVBoxLayout, buttons: QDialogButtonBox) -> bool:
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def _dialog(parent: QWidget | None, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*([theme.px(24)] * 4))
    column.setSpacing(theme.px(16))
    return dialog, column


def _may_replace(parent: QWidget | None, path: Path) -> bool:
    return confirm(
        parent,
        QCoreApplication.translate("Dialogs", "Berkas sudah ada"),
        QCoreApplication.translate("Dialogs", "{name} sudah ada. Ganti dengan yang baru?").format(
            name=path.name
        ),
        QCoreApplication.translate("Dialogs", "Ganti"),
    )
