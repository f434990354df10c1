"""The words, numbers and names with which offices fill their tables."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from model.excel.grid import Cell
from model.measures import Measure
from model.periods import Period, Precision
from model.regions import Region, regions

if TYPE_CHECKING:
    from tests.builders.layouts import Axis

VALUE: Final = "Jumlah"
MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_MEASURES: Final = {
    Measure.ELIGIBLE: ("Potensi", "Eligible Workers"),
    Measure.ACTIVE: ("Peserta Aktif", "Active Participants"),
    Measure.EMPLOYED: ("Penduduk Bekerja", "Employed Population"),
    Measure.INACTIVE: ("Peserta Non Aktif", "Inactive Participants"),
    Measure.TARGET: ("Target", "Target"),
    Measure.REPORTED_COVERAGE: ("Cakupan (%)", "Coverage (%)"),
}
_SEGMENTS: Final = {
    "": ("Jumlah", "Total"),
    "PU": ("Penerima Upah (PU)", "Wage Earners"),
    "BPU": ("Bukan Penerima Upah (BPU)", "Self-employed"),
    "JAKON": ("Jasa Konstruksi", "Construction"),
    "PMI": ("Pekerja Migran Indonesia", "Migrant Workers"),
}
DOWN_HEADERS: Final = {"period": "Tahun", "segment": "Segmen", "measure": "Ukuran"}
_ALIASES: Final = {
    "62.01": "Kobar", "62.02": "Kotim", "62.04": "Barsel", "62.05": "Barut", "62.10": "Gumas",
    "62.11": "Pulpis", "62.12": "Mura", "62.13": "Bartim", "62.71": "P. Raya",
}  # fmt: skip
_ROMAN: Final = ("I", "II", "III", "IV")


def title_lines(
    titles: Iterable[str], measure: Measure | None, period: Period | None, number: int | None
) -> Iterator[str]:
    """The titles, with what the header does not say: the measure, the position, the year."""
    yield from titles
    if measure is not None:
        yield f"Jumlah {_MEASURES[measure][0]} menurut Kabupaten/Kota"
    if period is not None:
        yield f"Keadaan {period_label(period)}" if period.precision is Precision.MONTH else _whole(period)
    elif number is not None:
        yield f"Tahun {number}"


def _whole(period: Period) -> str:
    return f"Tahun {period.day.year}" if period.precision is Precision.YEAR else str(period_label(period))


def period_label(period: Period) -> Cell:
    """A position that stands alone: "Maret 2025", "Triwulan I 2025", 2025."""
    if period.precision is Precision.YEAR:
        return period.day.year
    return f"{month_label(period)} {period.day.year}"


def month_label(period: Period) -> Cell:
    """A position whose year stands elsewhere: "Maret", "Triwulan I"."""
    if period.precision is Precision.QUARTER:
        return f"Triwulan {_ROMAN[(period.day.month - 1) // 3]}"
    return MONTHS[period.day.month - 1]


def block_label(period: Period) -> Cell:
    """The row above a block of one period."""
    return f"Tahun {period.day.year}" if period.precision is Precision.YEAR else period_label(period)


def label(axis: "Axis", value: object) -> str:
    """A measure or a segment in Indonesian."""
    return _MEASURES[value][0] if isinstance(value, Measure) else _SEGMENTS[str(value)][0]


def english(axis: "Axis", value: object) -> Cell:
    """A label in English."""
    if isinstance(value, Measure):
        return _MEASURES[value][1]
    return period_label(value) if isinstance(value, Period) else _SEGMENTS[str(value)][1]


def down_cell(axis: "Axis", value: object) -> Cell:
    """What stands in a column of periods, segments or measures."""
    if isinstance(value, Period):
        return period_label(value)
    if isinstance(value, Measure):
        return _MEASURES[value][0]
    return str(value) or "Jumlah"


def region_name(region: Region, style: str, number: int) -> str:
    """The name of a regency as an office writes it."""
    short = "Kab." if region.kind == "kabupaten" else "Kota"
    plain = region.name if region.kind == "kabupaten" else region.full_name
    return {
        "prefixed": f"{short} {region.name}",
        "upper": region.full_name.upper(),
        "plain": plain,
        "bare": region.name,
        "padded": f"  {short} {region.name}   ",
        "nbsp": f"{short}\u00a0{region.name}\u00a0",
        "underscores": f"{short.strip('.')}_{region.name.replace(' ', '_')}",
        "numbered": f"{number}. {plain}",
        "alias": _ALIASES.get(region.code, plain),
        "joined": region.name.replace(" ", "").upper() if region.kind == "kabupaten" else "KOTA PALANGKARAYA",
    }[style]


NAME_STYLES: Final = (
    "prefixed", "upper", "plain", "bare", "padded", "nbsp", "underscores", "numbered", "alias", "joined",
)  # fmt: skip


def code(region: str, style: str) -> Cell:
    """The code of a region in the schemes that offices use; subtotals have none."""
    if not region[0].isdigit():
        return None
    match style:
        case "kemendagri":
            return region
        case "float":
            return float(region)
        case "bare":
            return int(region.replace(".", ""))
    return int(regions()[region].bps or region)


def level(region: str) -> str:
    """What a level column says of a row."""
    if region == "62":
        return "Provinsi"
    return "Kota" if region in {"62.71", "kota"} else "Kabupaten"


def number(value: int, style: str) -> Cell:
    """A count as a number or as one of the texts that offices keep."""
    grouped = f"{value:,}"
    styles: dict[str, Cell] = {
        "number": value,
        "digits": str(value),
        "dots": grouped.replace(",", "."),
        "commas": grouped,
        "spaces": grouped.replace(",", " "),
        "nbsp": grouped.replace(",", "\u00a0"),
        "orang": f"{grouped.replace(',', '.')} orang",
        "padded": f" {grouped.replace(',', '.')} ",
    }
    return styles[style]


NUMBER_STYLES: Final = ("number", "digits", "dots", "commas", "spaces", "nbsp", "orang", "padded")


def share(value: float, style: str) -> Cell:
    """A share as points, as text with its sign, or as a fraction."""
    points = round(value * 100, 2)
    shares: dict[str, Cell] = {
        "points": points,
        "text": f"{points:.2f}%".replace(".", ","),
        "fraction": value,
    }
    return shares[style]


def column_number(style: str, place: int) -> Cell:
    """One cell of the row of column numbers; Excel makes -1 of a typed "(1)"."""
    numbers: dict[str, Cell] = {"": None, "(1)": f"({place})", "1": place, "-1": -place}
    return numbers[style]
