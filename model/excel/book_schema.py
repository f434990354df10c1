"""The sheets and columns of a coverage book: names, widths, formats, and what each one means.

The file format is Indonesian whatever the language of the window is, and depends on no wording
catalogue: a book written in one language opens in every other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from model.measures import Measure
from model.observations import Nature
from model.segments import SEGMENTS

FORMAT_VERSION: Final = 1
"""What this program writes. A higher number opens read-only, a lower one is migrated."""

PEOPLE: Final = "#,##0"
PEOPLE_AND_PARTS: Final = "#,##0.0##"
PERCENT: Final = "0.00%"
DAY: Final = "[$-421]d mmmm yyyy"
MOMENT: Final = "yyyy-mm-dd hh:mm:ss"
TEXT: Final = "@"
GENERAL: Final = "General"

OWN_SOURCE: Final = "buku"
"""Id of the book itself as a source: figures typed straight into ``Data``. Never written."""

MEASURE_LABELS: Final = {
    Measure.ELIGIBLE: "Potensi",
    Measure.ACTIVE: "Peserta aktif",
    Measure.EMPLOYED: "Penduduk bekerja",
    Measure.INACTIVE: "Peserta nonaktif",
    Measure.REPORTED_COVERAGE: "Cakupan dilaporkan",
    Measure.REPORTED_UNPROTECTED: "Belum terlindungi dilaporkan",
    Measure.TARGET: "Target",
}
_MEASURE_SYNONYMS: Final = {
    Measure.ELIGIBLE: ("semesta", "potensi semesta", "potensi peserta", "pekerja berhak", "eligible"),
    Measure.ACTIVE: ("aktif", "peserta", "tk aktif", "tenaga kerja aktif", "jumlah peserta aktif"),
    Measure.EMPLOYED: ("bekerja", "penduduk yang bekerja", "penduduk usia kerja yang bekerja"),
    Measure.INACTIVE: ("nonaktif", "tidak aktif", "peserta tidak aktif"),
    Measure.REPORTED_COVERAGE: ("cakupan", "ucj", "capaian ucj", "persen cakupan", "coverage"),
    Measure.REPORTED_UNPROTECTED: ("belum terlindungi", "belum", "unprotected"),
    Measure.TARGET: ("target peserta",),
}

RECIPE_KINDS: Final = ("resep", "lanjutan", "sebutan")
"""What a row of ``Resep`` is: a recipe, the rest of one too long for a cell, a name for a region."""

KIND_LABELS: Final = {"percent": "persen", "people": "orang"}


@dataclass(frozen=True)
class Column:
    """One column: *header* as written, *also* what hand-made books call it, *meaning* for the reader."""

    name: str
    header: str
    meaning: str
    width: float = 14
    number_format: str = GENERAL
    also: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetSchema:
    """One owned sheet. ``required`` are the columns without which none of its rows can be read."""

    title: str
    meaning: str
    columns: tuple[Column, ...]
    required: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...] = ()
    """Of each group, one column must be there."""

    @property
    def table(self) -> str:
        """The name of the sheet's Excel table."""
        return f"Tabel{self.title}"


def _region_columns(meaning: str) -> tuple[Column, Column]:
    return (
        Column("code", "Kode", meaning, 9, TEXT, ("Kode wilayah", "Kode Kemendagri")),
        Column(
            "region", "Wilayah", "Nama kabupaten, kota atau provinsi; cukup salah satu: Kode atau Wilayah.",
            24, also=("Kabupaten/Kota", "Kab/Kota", "Nama wilayah"),
        ),
    )  # fmt: skip


_SEGMENT: Final = Column(
    "segment", "Segmen", "PU, BPU, JAKON atau PMI; kosong berarti semua segmen.", 11, choices=SEGMENTS
)
_AS_OF: Final = Column(
    "as_of", "Posisi",
    "Tanggal posisi data, biasanya akhir bulan. Boleh juga tahun (2024) atau triwulan (2025-Q1).",
    18, DAY, ("Posisi data", "Keadaan per", "Periode", "Tanggal posisi"),
)  # fmt: skip
_CODE: Final = "Kode Kemendagri dengan titik, misalnya 62.03; provinsi dua angka, misalnya 62."

DATA: Final = SheetSchema(
    "Data",
    "Angka: satu baris, satu angka. Boleh diisi langsung di Excel.",
    (
        _AS_OF,
        *_region_columns(_CODE),
        _SEGMENT,
        Column(
            "measure", "Ukuran", "Apa yang dihitung: " + ", ".join(MEASURE_LABELS.values()) + ".", 28,
            choices=tuple(MEASURE_LABELS.values()),
        ),
        Column(
            "value", "Nilai", "Jumlah orang, atau persen untuk cakupan; kosong berarti belum dilaporkan.",
            14, PEOPLE, ("Jumlah", "Angka"),
        ),
        Column("vintage", "Basis", "Nama basis potensi, misalnya Basis 2024; ganti basis memutus deret.", 16,
               also=("Basis potensi",)),
        Column("source", "Sumber", "Id dari lembar Sumber; kosong berarti angka diketik di lembar ini.", 18),
        Column("cell", "Sel", "Tempat angka itu di berkas sumber, misalnya Rekap!D21.", 16),
        Column("nature", "Sifat", "Kosong: dari sumber. turunan: dihitung dari angka sumber. rekaan: contoh.",
               10, choices=tuple(str(nature) for nature in Nature if nature)),
        Column("note", "Catatan", "Keterangan bebas.", 44),
    ),
    ("as_of", "measure", "value"),
    (("code", "region"),),
)  # fmt: skip

TARGETS: Final = SheetSchema(
    "Target",
    "Target, berkelompok menurut set; tiap set bernama dan menyebut dasarnya.",
    (
        Column("set", "Set", "Nama set target.", 34, also=("Set target", "Nama set")),
        Column("basis", "Dasar", "Dokumen yang menjadi dasar target.", 44, also=("Dasar target",)),
        _AS_OF,
        *_region_columns(_CODE),
        _SEGMENT,
        Column("kind", "Jenis", "persen (dari potensi) atau orang.", 10, choices=tuple(KIND_LABELS.values())),
        Column("value", "Nilai", "Persen atau jumlah orang, menurut Jenis.", 14, PERCENT, ("Target",)),
    ),
    ("set",),
)

SOURCES: Final = SheetSchema(
    "Sumber",
    "Berkas dan terbitan tempat angka berasal.",
    (
        Column("id", "Id", "Nama pendek yang dipakai kolom Sumber di lembar Data.", 22),
        Column("file", "Berkas", "Nama berkas atau judul terbitan.", 52, also=("Nama berkas",)),
        Column("sha256", "SHA-256", "Sidik berkas; kosong untuk yang bukan berkas.", 22, TEXT),
        Column("read_at", "Dibaca", "Kapan berkas itu dibaca.", 20, MOMENT),
        Column("recipe", "Resep", "Resep impor yang dipakai.", 18),
        Column("note", "Catatan", "Keterangan bebas.", 60),
    ),
    ("id",),
)

CLAIMS: Final = SheetSchema(
    "Dilaporkan",
    "Angka yang sudah diterbitkan (berita, surat), apa adanya, untuk diuji.",
    (
        Column("published", "Tanggal", "Tanggal terbit.", 18, DAY, ("Tanggal terbit",)),
        Column("publisher", "Penerbit", "Siapa yang menerbitkan.", 28),
        _AS_OF,
        Column("code", "Kode", _CODE, 9, TEXT, ("Kode wilayah",)),
        _SEGMENT,
        Column("coverage", "Persen", "Cakupan yang disebut.", 10, PERCENT, ("Cakupan",)),
        Column("active", "Peserta", "Peserta aktif yang disebut.", 13, PEOPLE, ("Peserta aktif",)),
        Column("eligible", "Potensi", "Potensi yang disebut.", 13, PEOPLE),
        Column("unprotected", "Belum", "Yang disebut belum terlindungi.", 13, PEOPLE, ("Belum terlindungi",)),
        Column("target", "Target", "Target yang disebut, orang.", 13, PEOPLE),
        Column("quote", "Kutipan", "Bunyi kalimatnya, atau ringkasannya.", 80),
    ),
    ("as_of",),
)

RECIPES: Final = SheetSchema(
    "Resep",
    "Resep impor: cara membaca bentuk tabel tertentu, dan sebutan kantor untuk wilayah.",
    (
        Column("name", "Resep", "Nama resep, atau sebutan kantor untuk suatu wilayah.", 30),
        Column("kind", "Jenis", "resep, lanjutan (isi yang panjang) atau sebutan; kosong berarti resep.", 11,
               choices=RECIPE_KINDS),
        Column("note", "Keterangan", "Untuk tabel seperti apa; untuk sebutan: nama resmi wilayahnya.", 44),
        Column("content", "Isi", "Isi resep, diisi oleh program; untuk sebutan: kode wilayahnya.", 60, TEXT),
    ),
    ("name",),
)  # fmt: skip

OFFICE: Final = SheetSchema(
    "Kantor",
    "Kop, penanda tangan, ambang status dan kertas untuk lembar cetak.",
    (
        Column("item", "Butir", "Nama isian.", 30),
        Column("value", "Isi", "Isinya.", 64),
        Column("note", "Keterangan", "Arti isian.", 60),
    ),
    ("item", "value"),
)

NOTES: Final = SheetSchema(
    "Catatan",
    "Tafsiran dan persetujuan yang ditulis kantor.",
    (
        Column("written", "Tanggal", "Tanggal catatan.", 18, DAY),
        Column("author", "Penulis", "Siapa yang menulis.", 28),
        Column("text", "Isi", "Isi catatan.", 90, also=("Catatan",)),
    ),
    ("text",),
)

ABOUT: Final = SheetSchema(
    "Tentang",
    "Versi buku ini dan penjelasan tiap lembar dan kolom.",
    (
        Column("item", "Butir", "Yang dijelaskan.", 28),
        Column("value", "Isi", "Penjelasannya.", 110),
    ),
    ("item", "value"),
)

SHEETS: Final = (DATA, TARGETS, SOURCES, CLAIMS, RECIPES, OFFICE, NOTES, ABOUT)

FORMAT_ITEM: Final = "Versi format"
PROGRAM_ITEM: Final = "Versi program"

OFFICE_ITEMS: Final[Mapping[str, tuple[str, str]]] = {
    "province": ("Provinsi", "Kode provinsi kantor, misalnya 62."),
    "place": ("Tempat", "Kota pada baris tanggal di atas tanda tangan."),
    "position": ("Jabatan", "Jabatan penanda tangan."),
    "name": ("Nama", "Nama penanda tangan."),
    "rank": ("Pangkat", "Pangkat atau golongan penanda tangan."),
    "nip": ("NIP", "NIP penanda tangan, sebagai teks."),
    "paper": ("Kertas", "F4 (215 x 330 mm), Folio (210 x 330 mm) atau A4."),
    "on_track": ("Ambang sesuai", "Mulai angka ini status wilayah: sesuai."),
    "watch": ("Ambang pantau", "Mulai angka ini status wilayah: pantau; di bawahnya: tertinggal."),
    "break_tolerance": ("Toleransi putus deret", "Perubahan potensi provinsi yang memutus deret."),
    "plausible_low": ("Batas wajar bawah", "Potensi dibagi penduduk bekerja, paling rendah."),
    "plausible_high": ("Batas wajar atas", "Potensi dibagi penduduk bekerja, paling tinggi."),
}
LETTERHEAD_ITEM: Final = "Kop baris"
"""Followed by the number of the line, from 1."""


def folded(text: object) -> str:
    """Return the letters and digits of *text* alone, so that "SHA 256" is "SHA-256"."""
    return "".join(sign for sign in str(text).casefold() if sign.isalnum())


_MEASURES: Final = {
    folded(name): measure
    for measure in Measure
    for name in (measure.value, MEASURE_LABELS[measure], *_MEASURE_SYNONYMS[measure])
}
_KINDS: Final = {
    folded(name): kind
    for kind, names in {
        "percent": ("persen", "persentase", "percent", "%", "pct"),
        "people": ("orang", "jiwa", "pekerja", "people", "peserta"),
    }.items()
    for name in names
}


@lru_cache(maxsize=1000)
def parse_measure(text: str) -> Measure | None:
    """Return the measure that *text* names, by label, code or synonym, or None."""
    return _MEASURES.get(folded(text))


def parse_kind(text: str) -> str | None:
    """Return "percent" or "people" for what *text* calls it ("persen", "%", "orang"), or None."""
    return "percent" if text.strip() == "%" else _KINDS.get(folded(text))
