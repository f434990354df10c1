"""The arguments of every command, declared in one place."""

import argparse
import re
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from model.periods import Period, parse_period


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in Indonesian; argparse knows only English."""

    def error(self, message: str) -> NoReturn:
        said = message
        for english, indonesian in _MESSAGES:
            said = re.sub(english, indonesian, said)
        self.exit(2, f"{said}\nLihat: {self.prog} --help\n")


_MESSAGES: Final = (
    (r"^the following arguments are required: ", "Yang belum ditulis: "),
    (r"^unrecognized arguments: ", "Pilihan tidak dikenal: "),
    (r"^argument PERINTAH: invalid choice: (\S+).*", r"Perintah tidak dikenal: \1"),
    (r"^argument ([^:]+): invalid choice: (\S+) \(choose from (.*)\)", r"\1: \2 tidak ada; pilih \3"),
    (r"^argument ([^:]+): expected (one|at least one) argument", r"\1: nilainya belum ditulis"),
    (r"^argument ([^:]+): not allowed with argument (.*)", r"\1 tidak dapat dipakai bersama \2"),
    (r"^argument ([^:]+): ", r"\1: "),
)


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    main = _Parser(
        prog="cakupan",
        description="Cakupan kepesertaan Jamsostek dari buku kerja. Tanpa perintah: membuka jendela.",
        epilog="Kode keluar: 0 selesai; 1 selesai, ada temuan galat; "
        "2 salah pakai; 3 berkas tidak dapat dipakai.",
    )
    commands = main.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    _add_table(commands)
    _add_trend(commands)
    check = _reading(commands, "check", "temuan dalam berkas")
    check.add_argument("--format", choices=("text", "json"), default="text")
    _add_print(commands)
    _add_books(commands)
    _add_into(commands)
    selftest = commands.add_parser("selftest", help="uji diri: membuka contoh, menggambar semua halaman")
    selftest.add_argument("-o", "--output", type=Path, default=None, metavar="FOLDER")
    return main


def _add_table(commands: _Commands) -> None:
    table = _reading(commands, "table", "tabel cakupan per wilayah atau segmen")
    table.add_argument("--by", type=_by, default=("region",), metavar="region|segment|region,segment")
    table.add_argument("--segment", default="", help="hanya satu segmen: PU, BPU, JAKON, PMI")
    table.add_argument("--targets", default=None, metavar="NAMA", help="set target (bawaan: yang pertama)")
    table.add_argument("--format", choices=("text", "json", "csv"), default="text")
    _at(table)


def _add_trend(commands: _Commands) -> None:
    trend = _reading(commands, "trend", "deret cakupan menurut posisi")
    trend.add_argument("--region", default="", metavar="KODE")
    trend.add_argument("--segment", default="")
    trend.add_argument("--targets", default=None, metavar="NAMA")
    output = trend.add_mutually_exclusive_group()
    output.add_argument("--format", choices=("json", "csv"), default="json")
    output.add_argument("-o", "--output", type=Path, metavar="GRAFIK.svg|.png|.pdf")


def _add_print(commands: _Commands) -> None:
    sheet = _reading(commands, "print", "lembar ringkasan sebagai PDF")
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar="LEMBAR.pdf")
    sheet.add_argument("--paper", choices=("f4", "folio", "a4"), default=None)
    sheet.add_argument("--targets", default=None, metavar="NAMA")
    sheet.add_argument("--per-region", action="store_true", help="satu lembar untuk tiap kabupaten/kota juga")
    _at(sheet)


def _add_books(commands: _Commands) -> None:
    for name, text in (("new", "buku cakupan baru yang kosong"), ("sample", "buku contoh Kalimantan Tengah")):
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("output", type=Path, metavar="BUKU.xlsx")
        if name == "new":
            command.add_argument(
                "--province", default="", metavar="KODE", help="provinsi kantor, misalnya 62"
            )


def _add_into(commands: _Commands) -> None:
    into = _reading(commands, "add", "tambahkan angka berkas ke buku cakupan, lalu simpan bukunya")
    into.usage = "cakupan add [-h] [PILIHAN] BUKU.xlsx BERKAS [BERKAS ...]"
    diff = _reading(commands, "diff", "apa yang berubah dari buku lama ke buku baru", files=2)
    diff.usage = "cakupan diff [-h] [PILIHAN] LAMA BARU"
    diff.add_argument("--format", choices=("text", "json"), default="text")


def _reading(commands: _Commands, name: str, text: str, *, files: int | str = "+") -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.add_argument("files", nargs=files, type=Path, metavar="BERKAS")
    command.add_argument("--province", default="", metavar="KODE", help="provinsi kantor, misalnya 62")
    command.add_argument(
        "--position",
        type=_period,
        default=None,
        metavar="2025-03",
        help="posisi data bila berkas tidak menyebutnya",
    )
    command.add_argument(
        "--recipe",
        default="",
        metavar="NAMA|BERKAS.json",
        help="resep impor: nama yang diingat di komputer ini, atau berkas yang diekspor",
    )
    command.add_argument(
        "--codes",
        choices=("kemendagri", "bps"),
        default="",
        help="kode wilayah di berkas ditulis menurut siapa",
    )
    command.add_argument(
        "--password",
        action="store_true",
        help="berkas terkunci: kata sandinya ditanyakan, atau dibaca dari masukan standar",
    )
    return command


def _at(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--at", type=_period, default=None, metavar="2025-03", help="hari, bulan atau tahun (bawaan: terbaru)"
    )


def _period(text: str) -> Period:
    period = parse_period(text)
    if period is None:
        raise argparse.ArgumentTypeError(f"{text!r} bukan hari, bulan atau tahun; contoh: 2025-03")
    return period


def _by(text: str) -> tuple[str, ...]:
    wanted = tuple(part.strip() for part in text.split(","))
    if wanted == ("segment", "region"):
        wanted = ("region", "segment")
    if wanted not in {("region",), ("segment",), ("region", "segment")}:
        raise argparse.ArgumentTypeError(f"{text!r}: pilih region, segment atau region,segment")
    return wanted
