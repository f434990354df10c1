"""Made-up lists of persons, for tests of counting and of what must never be shown."""

from collections.abc import Sequence

from model.excel.grid import Cell, Sheet
from tests.builders.office import Line, sheet

TITLE = "Daftar Peserta Aktif BPJS Ketenagakerjaan Keadaan per 31 Maret 2025"
HEADER: Line = (
    "No",
    "NIK",
    "Nama Peserta",
    "Tanggal Lahir",
    "Alamat",
    "No HP",
    "Kab/Kota",
    "Segmen",
    "Status",
)
_GIVEN = ("Xaverina", "Quintus", "Wulandarisna", "Zulkarnaenda", "Yosefinka", "Fridolina", "Kresnawati")
_FAMILY = ("Tambunzai", "Ondrejwana", "Hasibuanto", "Sinagarta", "Pradiptozan", "Umbohanta", "Gintingwaro")


def nik(number: int) -> str:
    """The number of a made-up person: another one for each *number* below 270.000."""
    day, serial = divmod(number, 9000)
    return f"6201{1 + day % 7:02}{1 + day % 28:02}0570{1 + serial:04}"


def name(number: int) -> str:
    """The name of a made-up person, borne by nobody."""
    given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number // len(_GIVEN) % len(_FAMILY)]
    return f"{given} {family} {'IVXLC'[number % 5]}{number}a"


def person(
    number: int,
    region: Cell = "Kab. Kapuas",
    segment: Cell = "BPU",
    status: Cell = "Aktif",
    *,
    number_of_person: Cell = "",
) -> list[Cell]:
    """A row under HEADER; *number_of_person* instead of the NIK that belongs to *number*."""
    own = nik(number) if number_of_person == "" else number_of_person
    private: list[Cell] = [
        own,
        name(number),
        f"{1 + number % 28:02}-05-1970",
        f"Jl. Cempakawuluh {number}x",
        f"0812555{number:05}",
    ]
    return [number, *private, region, segment, status]


def persons(*rows: Sequence[Cell], title: str = TITLE, header: Line = HEADER, name: str = "BNBA") -> Sheet:
    """A list of persons below a title."""
    return sheet([title], [], header, *rows, name=name)


def without(rows: Sequence[Sequence[Cell]], *columns: int) -> list[list[Cell]]:
    """The rows without some columns."""
    return [[cell for column, cell in enumerate(row) if column not in columns] for row in rows]
