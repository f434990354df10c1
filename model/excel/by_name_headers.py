"""The headers of lists of persons: what a column says of somebody, by its words."""

import re
from enum import StrEnum
from typing import Final

from model.excel.header_words import plain_words

_LONGEST: Final = 60


class PersonField(StrEnum):
    """What a column says about a person."""

    NIK = "nik"
    CARD = "card"
    """The number of a participant (KPJ)."""
    FAMILY = "family"
    NAME = "name"
    MOTHER = "mother"
    BIRTH = "birth"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    TAX = "tax"
    ACCOUNT = "account"
    SEX = "sex"


_NUMBER_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        """
        no nomor nik ktp kpj el e induk kependudukan identitas peserta pekerja tk tenaga kerja sesuai dan
        paspor passport kitas sim 16 digit angka calon penerima karyawan pegawai wajib diisi upah anggota
        bpjs number id card national identity
        """,
    )
)
_NIK_WORDS: Final = frozenset(["nik", "ktp", "kependudukan", "identitas", "national"])
_NUMBER: Final = re.compile(r"\d(?:\W?\d){8}")
"""What has somebody's number in it is no header any more."""
_COUNTED: Final = re.compile(r"\b(?:jumlah|jml|jlh|total|banyak\w*|persen\w*|rata)\b|%")
_COMPANY: Final = r"(?:perusahaan|badan usaha|pemberi kerja|kantor|instansi|bank)"
_PERSON: Final = (
    r"(?:peserta|pekerja|tenaga kerja|tk|naker|karyawan|pegawai|buruh|penerima|penduduk|anggota|nelayan"
    r"|petani|ahli waris|pasien|guru|warga|orang|suami|istri|anak|kepala keluarga|perangkat desa|pmi|tki|cpmi"
    r"|pengemudi|driver|calon|tertanggung|terlapor|korban|responden|participant|worker|employee|member|person)"
)
_HEADERS: Final = (
    (PersonField.CARD, r"\b(?:no|nomor|kode)?\s*kpj\b|\b(?:no|nomor) (?:kartu|kepesertaan)\b.*"
     r"|\b(?:no|nomor) (?:peserta|pekerja|bpjs\w*|jamsostek)\b.*"),
    (PersonField.FAMILY, r"(?:(?:no|nomor) (?:kk|kartu keluarga)|nokk)\b.*"),
    (PersonField.MOTHER, r".*\b(?:ibu kandung|nama ibu|gadis ibu|mother s (?:maiden )?name)\b.*"),
    (PersonField.BIRTH, r".*\b(?:lahir|ttl|date of birth|birth ?date|birthday)\b.*"),
    (PersonField.EMAIL, r".*\be ?mail\b.*|.*\bsurel\b.*"),
    (PersonField.PHONE, r"(?:(?:no|nomor|nmr) )?(?:hp|wa|whatsapp|telp|tlp|telpon|telepon|handphone|ponsel"
     r"|kontak|mobile|phone)\b.*|(?:no|nomor) (?:telp|kontak)\b.*"),
    (PersonField.TAX, r".*\bnpwp\b.*"),
    (PersonField.ACCOUNT, r"(?:(?:no|nomor) )?(?:rek|rekening)\b.*"),
    (PersonField.ADDRESS, r"(?:alamat|address)\b.*"),
    (PersonField.SEX, r"(?:jenis kelamin|jns kelamin|jk|l/p|kelamin|gender|sex)"),
    (PersonField.NAME, r"nama|name|nama (?:lengkap|sesuai|pic|kontak|petugas)\b.*|full ?name|nama dan gelar"
     rf"|nama (?:\w+ )?{_PERSON}\b.*|{_PERSON} name|{_PERSON}"),
)  # fmt: skip
_PATTERNS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _HEADERS)
_WEAK_NAMES: Final = re.compile(rf"nama|name|nama (?:pic|kontak|petugas)\b.*|{_PERSON}")
_BARE_PERSON: Final = re.compile(_PERSON)
_ROLE: Final = re.compile(
    r"(?:nama )?(?:pic|cp|petugas|koordinator|penanggung ?jawab|operator|verifikator|ketua"
    r"|kepala (?!keluarga)\w+|pimpinan|pejabat|camat|lurah|kades|kontak|kontak person|contact person"
    r"|narahubung|account officer|ao"
    r"|pembina|pendamping|penyuluh|(?:\w+ )?oleh|user|sekretaris|bendahara|direktur|manajer|manager|surveyor"
    r"|enumerator|marketing|relationship (?:officer|manager))(?: \w+)?"
)
_OTHER_HEADER: Final = re.compile(
    r"no|nomor|kode|nama|kab|kabupaten|kota|kab(?:upaten)?[/ ]kota|wilayah|domisili|kecamatan|kec|desa"
    r"|kelurahan|desa/kelurahan|segmen\w*|program|status(?: \w+)?|jenis \w+|(?:tanggal|tgl) \w+|alamat"
    r"|perusahaan|npp|upah|ket\w*"
)


def header_field(text: str) -> PersonField | None:
    """Return what a header says of a person, None for any other header."""
    words = plain_words(text)
    if not words or len(words) > _LONGEST or _COUNTED.search(words) or _NUMBER.search(text):
        return None
    parts = set(re.split(r"[\s/]+", words)) - {""}
    if parts <= _NUMBER_WORDS and parts & _NIK_WORDS:
        return PersonField.NIK
    if re.search(rf"\b{_COMPANY}\b", words) and not re.search(rf"\b{_PERSON}\b", words):
        return None
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(words)), None)


def is_bare_name(text: str) -> bool:
    """Say whether a header speaks of a name without saying whose: it may be an office's."""
    return bool(_WEAK_NAMES.fullmatch(plain_words(text)))


def is_bare_person(text: str) -> bool:
    """Say whether a header is but the word for a person: mostly it heads how many there are."""
    return bool(_BARE_PERSON.fullmatch(plain_words(text)))


def is_role(text: str) -> bool:
    """Say whether a header names a role, under which the names of who has it may stand."""
    words = plain_words(text)
    return len(words) <= _LONGEST and bool(_ROLE.fullmatch(words)) and not _COUNTED.search(words)


def is_other_header(text: str) -> bool:
    """Say whether a text is a header of a list that says nothing private."""
    return bool(_OTHER_HEADER.fullmatch(plain_words(text)))
