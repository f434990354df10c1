"""The links of the strip: from a figure to its source cells and to the finding that speaks of it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.pages.findings import finding_of
from gui.session import Session
from gui.tables.observation_table import SELECTABLE
from gui.tables.strip import Link
from model.observations import Observation
from model.pedigree import FigureRef

translate = QCoreApplication.translate

_MOST: Final = 2
_PLACES_TOLD: Final = 20


def cell_links(session: Session) -> list[Link]:
    """Return the links of the session's selected figure, none where no figure is selected.

    A figure that was added from several cells has one link that says how many.
    """
    pedigree = session.pedigree()
    if pedigree is None:
        return []
    groups = [given.cells for given in pedigree.inputs if not given.measure.endswith("_before")]
    if pedigree.ref.name in {"difference", "reported_coverage"}:
        groups = [pedigree.reported]
    links = [_to_cells(session, cells) for cells in groups if cells and cells[0].cell][:_MOST]
    if finding_of(session.problems, session.figure_ref):
        text = translate("CellLinks", "Buka temuan")
        tooltip = translate("CellLinks", "Tunjukkan temuan tentang angka ini")
        links.append(Link(text, tooltip, partial(session.show_page, "temuan")))
    return links


def _to_cells(session: Session, cells: tuple[Observation, ...]) -> Link:
    places = [f"{cell.sheet}!{cell.cell}" if cell.sheet else cell.cell for cell in cells]
    several = translate("CellLinks", "{count} sel").format(count=len(cells))
    tooltip = translate("CellLinks", "Tunjukkan di halaman Data: {places}")
    return Link(
        places[0] if len(cells) == 1 else several,
        tooltip.format(places=", ".join(places[:_PLACES_TOLD])),
        partial(_show_source, session, cells[0]),
    )


def _show_source(session: Session, cell: Observation) -> None:
    if cell.measure in SELECTABLE:
        ref = FigureRef(str(cell.measure), cell.region, cell.segment, cell.as_of)
        session.select_figure(ref, show_origin=False)
    session.show_page("data")
