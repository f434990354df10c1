"""Imports as the page of an import gets them, by hand: no file is read and no process started."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from gui.imports import FileImport, Verdict
from model.book import Book
from model.excel.answers import About, Answers
from model.excel.decisions import Decision, Standing
from model.excel.grid import Cell, Merge
from model.excel.importing import Import, Role, RoleArea, SheetPicture, TableFound
from tests.builders.books import book, every_regency

Row = Sequence[Cell]

TABLE: Final = "rekap"
NAMES: Final = ("Kotawaringin Barat", "Kotawaringin Timur", "Kapuas", "Barsel", "Barito Utara", "Pulpis Raya")
FIRST, LAST = 6, 6 + len(NAMES) - 1
WIDTH: Final = 9


_HEADER: Final[tuple[Row, ...]] = (
    ("REKAPITULASI CAKUPAN KEPESERTAAN JAMINAN SOSIAL KETENAGAKERJAAN",),
    ("PROVINSI KALIMANTAN TENGAH",),
    (),
    (
        "No",
        "Kode",
        "Kabupaten/Kota",
        "Potensi",
        "Peserta Aktif",
        None,
        None,
        "Cakupan (%)",
        "Catatan petugas",
    ),
    (None, None, None, None, "PU", "BPU", "Jumlah"),
    tuple(f"({number})" for number in range(1, WIDTH + 1)),
)
_FOOTER: Final[tuple[Row, ...]] = (
    (None, None, "Jumlah", 379_317, 91_131, 30_741, 121_872, 32.1),
    (),
    ("Sumber: BPJS Ketenagakerjaan Cabang Palangka Raya; angka sementara, belum dipadankan.",),
)


def office_rows() -> tuple[tuple[Cell, ...], ...]:
    """A sheet as offices draw it: titles, a header of two rows, column numbers, names, a total, a note."""
    body: list[Row] = [
        (
            *(place, 6201 + place, name, 50_000 + place * 3_777, 12_000 + place * 911, 4_000 + place * 321),
            *(16_000 + place * 1_232, round(32 - place * 0.7, 1), "cek lagi" if place == 3 else None),
        )
        for place, name in enumerate(NAMES, 1)
    ]
    lines = (*_HEADER, *body, *_FOOTER)
    return tuple((*line, *[None] * (WIDTH - len(line))) for line in lines)


def office_sheet(name: str = "Rekap") -> SheetPicture:
    """The picture of that sheet, with the roles that the reader gives its cells."""
    total = LAST + 1
    columns = (
        (Role.NUMBERING, 0), (Role.CODE, 1), (Role.REGION, 2), (Role.FIGURE, 3), (Role.FIGURE, 4),
        (Role.FIGURE, 5), (Role.FIGURE, 6), (Role.FIGURE, 7), (Role.LEFT_OUT, 8),
    )  # fmt: skip
    roles = (
        RoleArea(Role.TITLE, 0, 0, 1, 0, TABLE),
        RoleArea(Role.HEADER, 3, 0, 4, WIDTH - 1, TABLE),
        RoleArea(Role.NUMBERING, 5, 0, 5, WIDTH - 1, TABLE),
        *(RoleArea(role, FIRST, column, LAST, column, TABLE) for role, column in columns),
        RoleArea(Role.TOTAL, total, 0, total, WIDTH - 1, TABLE),
        RoleArea(Role.NOTE, total + 2, 0, total + 2, 0, TABLE),
    )
    merges = (*(Merge(3, column, 4, column) for column in (0, 1, 2, 3, 7, 8)), Merge(3, 4, 3, 6))
    rows = office_rows()
    return SheetPicture(name, rows, len(rows), merges, roles, hidden_columns=frozenset({1}))


def _column(column: int) -> tuple[tuple[int, int], ...]:
    return tuple((row, column) for row in range(3, LAST + 2))


_MEASURES: Final = ("active", "eligible", "reported_coverage", "employed", "target", "left_out")
_SEGMENTS: Final = ("PU", "BPU", "")
_HEADERS: Final = {
    3: "Potensi", 4: "Peserta Aktif PU", 5: "Peserta Aktif BPU", 6: "Peserta Aktif Jumlah", 7: "Cakupan (%)",
    8: "Catatan petugas",
}  # fmt: skip
_COLUMNS: Final = (
    (About.COLUMN, 3, "eligible", "column_header", _MEASURES),
    (About.COLUMN, 4, "active", "column_header", _MEASURES),
    (About.COLUMN, 5, "active", "column_header", _MEASURES),
    (About.COLUMN, 6, "active", "column_header", _MEASURES),
    (About.COLUMN, 7, "reported_coverage", "column_header", _MEASURES),
    (About.COLUMN, 8, "left_out", "column_unused", _MEASURES),
    (About.SEGMENT, 4, "PU", "segment_header", _SEGMENTS),
    (About.SEGMENT, 5, "BPU", "segment_header", _SEGMENTS),
    (About.SEGMENT, 6, "", "segment_all", _SEGMENTS),
    (About.SHARE, 7, "percent", "column_header", ("percent", "fraction")),
)


def office_decisions() -> tuple[Decision, ...]:
    """What reading that sheet decided, and the three things that it could not know."""
    known, asked = Standing.RECOGNISED, Standing.OPEN
    kalteng = {"name": "Kalimantan Tengah"}
    decisions = (
        Decision(About.PROVINCE, "", "62", known, "", "province_title", kalteng, places=((1, 0),)),
        Decision(About.POSITION, TABLE, "", asked, "Rekap", "position_unknown", places=((0, 0), (1, 0))),
        Decision(About.TABLE, TABLE, "read", known, "Rekap", "table_found", {}, ("read", "leave")),
        Decision(
            About.COLUMN, "kabupaten kota", "name", known, "Kabupaten/Kota", "column_names", places=_column(2)
        ),
        *(
            Decision(
                about, _HEADERS[column].lower(), value, known, _HEADERS[column], reason, {}, options,
                places=_column(column),
            )
            for about, column, value, reason, options in _COLUMNS
        ),
        _name("barsel", "Barsel", "name_suggested", ("62.04", "62.05"), FIRST + 3),
        _name("pulpis raya", "Pulpis Raya", "name_unknown", ("62.11",), FIRST + 5),
    )  # fmt: skip
    return tuple(replace(decision, sheet="Rekap", table=TABLE) for decision in decisions)


def _name(key: str, subject: str, reason: str, options: tuple[str, ...], row: int) -> Decision:
    return Decision(About.NAME, key, "", Standing.OPEN, subject, reason, {}, options, places=((row, 2),))


def office_import(answers: Answers | None = None, *, file: str = "Rekap Maret.xlsx") -> Import:
    """What reading that sheet came to with *answers*."""
    answers = answers or Answers()
    decisions = tuple(_answered(decision, answers) for decision in office_decisions())
    table = TableFound(TABLE, "Rekap", 3, 0, LAST + 1, WIDTH - 1, "Rekapitulasi cakupan", 30)
    other = SheetPicture("Petunjuk", (("Isi setiap kolom sebelum tanggal 5.",),), 1, visible=False)
    shape = (f"[{TABLE}]", "kabupaten kota", "potensi")
    return Import(
        file, "0" * 64, answers, book(every_regency()), (office_sheet(), other), (table,), decisions, shape
    )


def _answered(decision: Decision, answers: Answers) -> Decision:
    value = answers.get(decision.about, decision.key)
    if decision.about is About.POSITION and answers.position:
        value = answers.position.written
    if decision.about is About.PROVINCE and answers.province:
        value = answers.province
    if value is None:
        return decision
    return replace(decision, value=value, standing=Standing.ANSWERED, reason="answered", facts={})


def file_import(
    name: str = "Rekap Maret.xlsx", answers: Answers | None = None, **changes: object
) -> FileImport:
    """A file that was read, its verdict by whether something is asked."""
    result = office_import(answers, file=name)
    verdict = Verdict.QUESTIONS if result.questions else Verdict.UNDERSTOOD
    return replace(FileImport(Path("/rekap") / name, verdict, result), **changes)  # type: ignore[arg-type]


def understood() -> Answers:
    """Answers to everything that the sheet asks."""
    answers = Answers().having(About.POSITION, TABLE, "2025-03")
    for key, code in (("barsel", "62.04"), ("pulpis raya", "62.11")):
        answers = answers.having(About.NAME, key, code)
    return answers


def preview_book() -> Book:
    """What importing the sheet would show."""
    return book(every_regency())
