"""The state of one window: the open book, the context that every page obeys, the selected figure.

Pages listen to its signals and never to each other. The model's heavy parts are imported where
they are used: this module is loaded before the first paint.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from gui.answers import Answers, context_for
from gui.answers import Context as Context  # the contract: pages take it from here
from gui.answers_in_context import AnswersInContext
from gui.opening import Opened, Opening, examined, sample, sentence_of
from gui.policy import Policy
from gui.recent_books import remember
from gui.settings import Settings
from gui.tasks import Task, TaskPool, while_it_lives
from model.errors import ModelError, UnanswerableError
from model.periods import Period
from model.progress import Report

if TYPE_CHECKING:
    from gui.book_saving import BookSaving
    from gui.imports import Imports
    from gui.recipe_store import RecipeStore
    from model.book import Book, Office
    from model.coverage import CoverageTable
    from model.pedigree import FigureRef, Pedigree
    from model.problems import Problem
    from model.summary import Summary

T = TypeVar("T")
Language = Literal["id", "en"]


class Session(AnswersInContext, QObject):
    """The one place of the GUI that holds state."""

    book_changed = Signal()
    context_changed = Signal()
    figure_selected = Signal()
    origin_wanted = Signal()
    """The origin of the selected figure is to be shown, where it is not in view."""
    page_changed = Signal(str)
    task_changed = Signal()
    notice = Signal(str, str)
    """Level ("info", "warning", "error") and a sentence."""
    notice_outdated = Signal()
    """What the last notice complained of is over, or of no concern any more."""
    notice_offer = Signal(str)
    """An action by its id that the notice just said offers."""
    action_wanted = Signal(str)
    """An action by its id, asked for from within a page."""
    opening_wanted = Signal(object)
    """Paths, asked for from within a page: the window may have to ask about unsaved changes."""
    province_changed = Signal()
    """The office's province was told."""
    refused = Signal(Exception)
    """Something that was asked for cannot be done; its sentence comes as a notice."""
    appearance_changed = Signal()
    """Language, theme or zoom: the window is built anew."""

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.tasks = TaskPool(self)
        self.tasks.changed.connect(self.task_changed)
        self.context = Context()
        self.figure_ref: FigureRef | None = None
        self.page = "beranda"
        self.path: Path | None = None
        self._language: Language = cast(Language, settings.language) if settings else "id"
        self._opened: Opened | None = None
        self._name = ""
        self._edited = self._answered = False
        self._tables: dict[tuple[object, ...], CoverageTable] = {}
        self._imports: Imports | None = None
        self._recipes: RecipeStore | None = None
        self._saving: BookSaving | None = None

    # ---- files on their way into a book

    @property
    def imports(self) -> "Imports":
        """The import in progress, and the way to begin one."""
        if self._imports is None:
            from gui.imports import Imports  # not before a file is opened

            self._imports = Imports(self)
        return self._imports

    @property
    def is_importing(self) -> bool:
        """An import is in progress; asking loads nothing."""
        return self._imports is not None and self._imports.is_active

    @property
    def can_undo_import(self) -> bool:
        """The open book is what an import made of it, and what it was before is still known."""
        return self._imports is not None and self._imports.can_undo

    @property
    def recipes(self) -> "RecipeStore":
        """The user's own recipes; in the safe mode they last as long as the program."""
        if self._recipes is None:
            from gui.log import data_folder
            from gui.recipe_store import RecipeStore

            lasts = self.settings is not None and not self.settings.is_safe
            self._recipes = RecipeStore(data_folder() if lasts else None)
        return self._recipes

    # ---- the book

    @property
    def book(self) -> "Book | None":
        """The open book, or None."""
        return self._opened.book if self._opened else None

    @property
    def problems(self) -> "tuple[Problem, ...]":
        """Everything that reading and checking found, worst first."""
        return self._opened.problems if self._opened else ()

    @property
    def positions(self) -> tuple[Period, ...]:
        """The positions of the book, oldest first."""
        return self._opened.positions if self._opened else ()

    @property
    def segments(self) -> frozenset[str]:
        """The segments that the book holds figures of, "" among them for totals."""
        return self._opened.segments if self._opened else frozenset()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that the book was read from; none for a book made in memory."""
        return self._opened.opening.paths if self._opened else ()

    @property
    def name(self) -> str:
        """The file name of the book, for several files the first and how many more; "" without a book."""
        return self._name

    @property
    def is_saved(self) -> bool:
        """The book lies in a coverage book of its own, as it is shown."""
        return self._opened is not None and self._opened.is_coverage_book and not self._edited

    @property
    def is_changed_book(self) -> bool:
        """The book lies in a coverage book of its own, and was changed since."""
        found = self._opened
        return found is not None and (found.is_coverage_book or found.is_changed_book) and not self.is_saved

    @property
    def is_edited(self) -> bool:
        """Something was changed, or a file's position told by a person, that is written nowhere."""
        return (self._edited or self._answered) and not self.is_sample

    @property
    def loses_by_reading_again(self) -> bool:
        """Something was changed that reading the files again would lose; answers about them it keeps."""
        return self._edited and not self.is_sample

    @property
    def is_reviewable(self) -> bool:
        """The book came from an office's own files: how they are read can be looked at and changed."""
        return bool(self.paths) and not (self.is_sample or (self._opened and self._opened.is_coverage_book))

    @property
    def is_sample(self) -> bool:
        """The book is the sample that comes with the program."""
        return self._opened is not None and self._opened.opening.is_sample

    @property
    def invented(self) -> bool:
        """Some figure of the book is made up for an example."""
        return self._opened is not None and self._opened.invented

    @property
    def language(self) -> Language:
        """The language of the interface and of every sentence."""
        return self._language

    @property
    def opened(self) -> Opened | None:
        """The open book with all that is known about it, and what opening it again takes."""
        return self._opened

    def wish(self, paths: Iterable[Path | str]) -> Opening:
        """Return the wish to open *paths*, with what this office assumes of its files."""
        usual = self.settings.province if self.settings else ""
        return Opening(tuple(Path(path) for path in paths), usual_province=usual, policy=self._policy)

    def open_files(self, paths: Iterable[Path | str]) -> None:
        """Read *paths* as one book and show it; a later call outdates an earlier one.

        What nobody but a person knows is asked on the page of the import first.
        """
        self.imports.begin(self.wish(paths))

    def import_files(self, paths: Iterable[Path | str]) -> None:
        """Read *paths* and add their figures to the open book; without one, or with the sample, open them."""
        has_book = self.book is not None and not self.is_sample
        self.imports.begin(self.wish(paths), into_open_book=has_book)

    def open_sample(self) -> None:
        """Open the sample book that comes with the program."""
        self.imports.begin(sample(self.tr("Contoh Kalimantan Tengah")))

    def reload(self, *, review: bool = False) -> None:
        """Read the open files again, as when they were changed in Excel; *review*: and show how."""
        if self.paths and self._opened:
            self.imports.begin(replace(self._opened.opening, is_again=True, is_review=review))

    def show_book(self, book: "Book", *, path: Path | None = None, name: str = "") -> None:
        """Show a book that is already in memory; checks of its figures run at once."""
        opening = Opening((path,) if path else (), label=name)
        self._show(examined(book, opening, is_coverage_book=path is not None))

    def take_over(self, opened: Opened, *, is_edited: bool = False, is_answered: bool = False) -> None:
        """Show a book that was read; *is_edited*, *is_answered*: figures or answers are written nowhere."""
        self._show(opened, is_edited=is_edited, is_answered=is_answered)

    def with_office(self, office: "Office") -> None:
        """Replace the office details of the open book, in memory."""
        self.change_book(office=self._policy.imposed_on(office))

    def change_book(self, **changes: object) -> None:
        """Replace parts of the open book that are no figures, in memory: its office, its recipes."""
        if self._opened:
            changed = replace(self._opened.book, **cast(dict[str, Any], changes))
            self._opened = replace(self._opened, book=changed)
            self._edited = True
            self._tables.clear()
            self.book_changed.emit()

    def new_book(self, path: Path) -> None:
        """Write an empty book to *path* and open it."""
        self.saving.write(None, path)

    def save_as(self, path: Path) -> None:
        """Write the open book to *path* as a coverage book and go on with that one."""
        if self.book is not None:
            self.saving.write(self.book, path)

    @property
    def saving(self) -> "BookSaving":
        """Saves the open book into its own file: one for the session, whichever window asks."""
        if self._saving is None:
            from gui.book_saving import BookSaving

            self._saving = BookSaving(self)
        return self._saving

    def keep(self, opened: Opened, *, is_edited: bool) -> None:
        """Go on with the open book as it was saved; what one looks at stays."""
        self._opened, self._edited, self._answered = opened, is_edited, False
        self.book_changed.emit()

    # ---- the context

    def set_context(self, **changes: object) -> None:
        """Change fields of the context; says so only when one really differs."""
        changed = replace(self.context, **cast(dict[str, Any], changes))
        if changed != self.context:
            self.context = changed
            self.context_changed.emit()

    def select_figure(self, ref: "FigureRef | None", *, show_origin: bool = True) -> None:
        """Choose the figure whose origin is shown; None for none.

        Without *show_origin* its origin appears only where it is in view already.
        """
        self.figure_ref = ref
        self.figure_selected.emit()
        if show_origin and ref is not None:
            self.origin_wanted.emit()

    def show_page(self, page: str) -> None:
        """Turn to a page by its id."""
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)

    def set_province(self, code: str) -> None:
        """Remember the office's province."""
        if self.settings:
            self.settings.province = code
            self.province_changed.emit()

    def set_appearance(
        self, *, language: str | None = None, theme: str | None = None, zoom: float | None = None
    ) -> None:
        """Change how the program looks or speaks, and remember it."""
        if language and not (self.settings and self.settings.is_fixed("language")):
            self._language = cast(Language, language)
        if self.settings:
            self.settings.dress(language, theme, zoom)
        self.appearance_changed.emit()

    def reset_settings(self) -> None:
        """Forget everything that was chosen, and the recent books."""
        if self.settings:
            self.settings.reset()
            self._language = cast(Language, self.settings.language)
            self.province_changed.emit()
            self.appearance_changed.emit()

    # ---- figures: one function of the model for each, see gui.answers

    def answers(self) -> Answers:
        """Return what answers for the open book in the present context; UnanswerableError without one."""
        if self.book is None:
            raise UnanswerableError(self.tr("Belum ada buku yang dibuka."))
        return Answers(self.book, self.context, self._tables)

    def pedigree(self) -> "Pedigree | None":
        """Return where the selected figure comes from; None when none is selected."""
        return self.answers().pedigree(self.figure_ref) if self.figure_ref and self.book else None

    def summary(self, **overrides: object) -> "Summary":
        """Return the summary sheet of the present context; *overrides* are arguments of summarise."""
        given = {"printed_on": date.today(), "book_name": self.name, "language": self.language}
        return self.answers().summary(**(given | overrides))

    # ---- work

    def run(
        self,
        work: Callable[[Report], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        label: str = "",
        must_finish: bool = False,
    ) -> Task:
        """Do slow *work* in a task; exactly one of *done* and *failed* follows on this thread, or
        neither when it was cancelled or the widget that asked is gone.

        Without *failed*, an error of the model becomes a notice and any other reaches the crash dialog.
        """
        task = Task(work, label=label, must_finish=must_finish)
        task.done.connect(while_it_lives(done))
        task.failed.connect(while_it_lives(failed or self.fail))
        return self.tasks.add(task)

    def fail(self, error: Exception, *, more: str = "") -> None:
        """Say that something cannot be done, and *more* behind it.

        What is no error of the model or of the disk is a bug, and raised.
        """
        if not isinstance(error, ModelError | OSError):
            raise error
        self.refused.emit(error)
        self.notice.emit("error", f"{sentence_of(error, self.language)} {more}".strip())

    def cancel(self) -> None:
        """Stop whatever is running; nothing changes."""
        self.tasks.cancel()

    def close(self) -> None:
        """Stop all work and wait for it shortly; to be called before the program ends."""
        if self._imports is not None:
            self._imports.close()
        self.tasks.close()

    def _show(self, opened: Opened, *, is_edited: bool = False, is_answered: bool = False) -> None:
        self.context = context_for(opened, self._opened, self.context)
        self._opened, self._edited, self._answered = opened, is_edited, is_answered
        paths = opened.opening.opened_paths
        self.path = paths[0] if len(paths) == 1 else None
        self._name = opened.opening.name
        self.figure_ref = None
        self._tables.clear()
        if self.settings:
            remember(self.settings, opened, self.region_row)
        self.book_changed.emit()
        self.context_changed.emit()
        self.figure_selected.emit()
        if self.page == "beranda":
            self.show_page("ringkasan")

    @property
    def _policy(self) -> Policy:
        return self.settings.policy if self.settings else Policy()
