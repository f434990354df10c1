"""Choosing a printer: the one place that opens the print dialog."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from gui.printing.print_job import set_up
from model.book import Paper


def choose(parent: QWidget, paper: Paper, title: str, pages: int) -> QPrinter | None:
    """Ask for a printer, pages and copies; return it ready for sheets on *paper*, None if cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, paper, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return printer if accepted else None
