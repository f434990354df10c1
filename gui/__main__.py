"""The one way in: a command where the first word is one, else the window."""

import os
import sys
from collections.abc import Sequence
from typing import Final

COMMANDS: Final = (
    "table", "trend", "check", "claim", "print", "new", "sample", "selftest", "export", "add", "diff",
)  # fmt: skip

SAFE: Final = "--aman"

USAGE: Final = """\
Cakupan: berapa bagian pekerja yang terlindungi jaminan sosial ketenagakerjaan.

Jendela:
  cakupan [BERKAS...]                     buka jendela, dengan buku kerja bila disebut
  cakupan --aman [BERKAS...]              mode aman: pengaturan bawaan, gambar tanpa kartu grafis

Perintah (tanpa layar; tambahkan --help untuk pilihan masing-masing):
  cakupan table BERKAS... [--at 2025-03] [--by region|segment|region,segment] [--segment S]
                          [--targets NAMA] [--format text|json|csv]
  cakupan trend BERKAS... [--region KODE] [--segment S] [--targets NAMA]
                          [--format json|csv | -o grafik.svg|.png|.pdf]
  cakupan check BERKAS... [--format text|json]
  cakupan print BERKAS... -o lembar.pdf [--at 2025-03] [--paper f4|folio|a4]
                          [--targets NAMA] [--per-region]
  cakupan add BUKU.xlsx BERKAS...         angka berkas masuk ke buku, dan buku itu disimpan
  cakupan diff LAMA BARU [--format text|json]
                                          apa yang berubah; angka lama yang diubah lebih dulu
  cakupan new BUKU.xlsx [--province KODE] buku cakupan kosong
  cakupan sample BUKU.xlsx                contoh Kalimantan Tengah
  cakupan selftest [-o FOLDER]            uji program ini sendiri
  cakupan --version

Untuk tiap perintah yang membaca BERKAS, bila berkas tidak mengatakannya sendiri:
  --position 2025-03                      posisi datanya
  --province KODE                         provinsi kantor, misalnya 62
  --codes kemendagri|bps                  menurut siapa kode wilayah ditulis
  --recipe NAMA|BERKAS.json               resep impor yang menjawab pertanyaan tentang berkas
  --password                              berkas terkunci: kata sandinya ditanyakan

Kode keluar: 0 selesai; 1 selesai, ada temuan galat; 2 salah pakai; 3 berkas tidak dapat dipakai.
"""
NO_DISPLAY: Final = """\
Tidak ada layar untuk membuka jendela. Perintah seperti "cakupan table BERKAS" bekerja tanpa layar;
lihat "cakupan --help".
"""
_WRONG_USAGE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with *arguments* (those of the process by default); returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in COMMANDS:
        from gui.commands import run_command

        return run_command(words)
    if any(word in {"-h", "--help"} for word in words):
        sys.stdout.write(USAGE)
        return 0
    if words == ["--version"]:
        from gui.version import program_version

        sys.stdout.write(f"cakupan {program_version()}\n")
        return 0
    files = [word for word in words if word != SAFE]
    if unknown := next((word for word in files if word.startswith("-")), None):
        sys.stderr.write(f"Pilihan tidak dikenal: {unknown}\n\n{USAGE}")
        return _WRONG_USAGE
    if not _has_display():
        sys.stderr.write(NO_DISPLAY)
        return _WRONG_USAGE
    from gui.app import run_window

    return run_window(files, safe=SAFE in words)


def _has_display() -> bool:
    """Qt ends the whole process where it finds none, so this is asked before it is loaded."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
