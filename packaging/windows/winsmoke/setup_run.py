"""The whole test: the setup installs, starts, upgrades and removes, and each time the PC is looked at."""

import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from winbuild import wine
from winbuild.places import DIST, NAME, files_below, program_version
from winbuild.stop import BuildStopError
from winsmoke.outcome import Findings, differences, judge_selftest
from winsmoke.screen import WINDOW, wait_for, wait_until_drawn, window_titles
from winsmoke.shims import OVERRIDES

BOOK: Final = "Rékap Désémber – Palangka Raya.xlsx"
SHORTCUTS: Final = ("Cakupan.lnk", "Cakupan (mode aman).lnk")
EXTENSIONS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
EXIT_RUNNING: Final = 3


@dataclass(frozen=True)
class Pc:
    """The Windows that the test runs on, and where things lie on it."""

    prefix: Path
    display: str
    pictures: Path

    @property
    def environment(self) -> dict[str, str]:
        return wine.environment(self.prefix, display=self.display, overrides=OVERRIDES)

    @property
    def user(self) -> Path:
        users = (self.prefix / "drive_c" / "users").iterdir()
        return next(path for path in users if path.name != "Public")

    @property
    def program(self) -> Path:
        return self.user / "AppData" / "Local" / "Programs" / NAME

    @property
    def start_menu(self) -> Path:
        return self.user / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs" / NAME

    @property
    def settings(self) -> Path:
        return self.user / "AppData" / "Roaming" / NAME

    @property
    def desktop(self) -> Path:
        return self.user / "Desktop"

    @property
    def work(self) -> Path:
        """A folder of the user's own."""
        return self.prefix / "drive_c" / "Data Kantor"

    def run(self, *words: str, seconds: float = 300) -> "subprocess.CompletedProcess[str]":
        return wine.run(["wine", *words], self.environment, seconds=seconds)

    def registry(self, hive: str = "user") -> str:
        """Return the registry as text; Wine writes it when the last program has ended."""
        wine.stop(self.prefix)
        return (self.prefix / f"{hive}.reg").read_text(encoding="utf-8", errors="replace")

    def files(self) -> set[str]:
        """Return every file that lies on the PC, by its path; Windows' own folder not counted."""
        root = self.prefix / "drive_c"
        found = {path.relative_to(root).as_posix() for path in files_below(root)}
        return {name for name in found if not name.startswith("windows/")}


def run_setup(prefix: Path, display: str, pictures: Path, findings: Findings) -> None:
    """Install, start, upgrade and remove the program in *prefix*."""
    pc = Pc(prefix, display, pictures)
    setup = DIST / f"{NAME}-Setup-{program_version()}.exe"
    if not setup.is_file():
        raise BuildStopError("There is no setup to test; build it first with `make windows`.")
    pc.work.mkdir()
    before = pc.files()
    _install(pc, setup, findings)
    book = _make_book(pc, findings)
    _start_from_menu(pc, book, setup, findings)
    _safe_mode(pc, findings)
    _selftest_installed(pc, findings)
    _upgrade(pc, setup, findings)
    _remove(pc, before, findings)
    _for_all_users(pc, setup, findings)


def _install(pc: Pc, setup: Path, findings: Findings) -> None:
    begun = time.monotonic()
    done = pc.run(str(setup), "/S")
    findings.expect("the silent setup ends with 0", done.returncode == 0, str(done.returncode))
    findings.note(f"{time.monotonic() - begun:.1f} s to install")
    findings.expect("the installed files are the built ones", not _changes(pc), ", ".join(_changes(pc)[:5]))
    missing = [name for name in SHORTCUTS if not (pc.start_menu / name).is_file()]
    findings.expect("both shortcuts are in the Start menu", not missing, ", ".join(missing))
    findings.expect("one is on the desktop", (pc.desktop / "Cakupan.lnk").is_file())
    registry = pc.registry()
    entry = _key(registry, r"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Cakupan")
    findings.expect("Windows lists it with its version", f'"DisplayVersion"="{program_version()}"' in entry)
    size = re.search(r'"EstimatedSize"=dword:([0-9a-f]+)', entry)
    findings.expect("and its size", size, f"{int(size.group(1), 16) // 1024} MB" if size else "")
    for extension in EXTENSIONS:
        offered = _key(registry, rf"Software\\Classes\\{extension}\\OpenWithProgids")
        findings.expect(f"it is offered for {extension}", '"Cakupan.Berkas"=""' in offered)
        default = _key(registry, rf"Software\\Classes\\{extension}")
        findings.expect(f"the default of {extension} is untouched", "@=" not in default)


def _make_book(pc: Pc, findings: Findings) -> Path:
    book = pc.work / BOOK
    done = pc.run(str(pc.program / "cakupan-cli.exe"), "sample", f"C:\\{pc.work.name}\\{BOOK}")
    findings.expect("the command line writes a book", book.is_file(), done.stderr.strip()[-300:])
    return book


def _start_from_menu(pc: Pc, book: Path, setup: Path, findings: Findings) -> None:
    """Start the shortcut with a book, start it again with another, and install over it while it runs."""
    program = _start(pc, SHORTCUTS[0], book)
    took = _wait_for_title(pc, book.stem, 120)
    titles = str(window_titles(pc.display)[:6])
    findings.expect("the Start menu's shortcut opens the window on the book", took is not None, titles)
    if took is not None:
        findings.note(f"{took:.1f} s until the book's name is in the title")
    drawn = wait_until_drawn(pc.display, pc.pictures / "opened-from-start-menu.png", 60)
    findings.expect("and draws its page", drawn)
    _hand_over(pc, book, findings)
    again = pc.run(str(setup), "/S")
    stayed = again.returncode == EXIT_RUNNING
    findings.expect("the setup leaves a running program alone", stayed, str(again.returncode))
    findings.expect("and changes none of its files", not _changes(pc))
    findings.expect("the window closes when it is asked to", _close(pc, program))
    findings.expect("the book is remembered", _remembers(pc, book))


def _hand_over(pc: Pc, book: Path, findings: Findings) -> None:
    """Start the program a second time with another book: the window that is open takes it."""
    other = book.with_name("Buku kedua.xlsx")
    other.write_bytes(book.read_bytes())
    second = _start(pc, SHORTCUTS[0], other)
    took = _wait_for_title(pc, other.stem, 60)
    findings.expect("a second start hands its file to the running window", took is not None)
    ended = wait_for(lambda: second.poll() is not None, 30) is not None
    findings.expect("and ends by itself", ended)
    if not ended:
        second.kill()


def _safe_mode(pc: Pc, findings: Findings) -> None:
    program = _start(pc, SHORTCUTS[1])
    took = _wait_for_title(pc, "mode aman", 120)
    findings.expect(
        "the other shortcut starts in safe mode", took is not None, str(window_titles(pc.display)[:3])
    )
    drawn = wait_until_drawn(pc.display, pc.pictures / "safe-mode.png", 60, least=WINDOW)
    findings.expect("and draws its window", drawn)
    findings.expect("and can be closed", _close(pc, program))


def _start(pc: Pc, shortcut: str, *files: Path) -> "subprocess.Popen[bytes]":
    words = ["wine", "start", "/wait", "/unix", str(pc.start_menu / shortcut)]
    words += [f"C:\\{pc.work.name}\\{file.name}" for file in files]
    nothing = subprocess.DEVNULL
    return subprocess.Popen(words, env=pc.environment, stdin=nothing, stdout=nothing, stderr=nothing)


def _wait_for_title(pc: Pc, part: str, seconds: float) -> float | None:
    return wait_for(lambda: any(part in title for title in window_titles(pc.display)), seconds)


def _close(pc: Pc, program: "subprocess.Popen[bytes]") -> bool:
    """Ask the window to close, as its cross does; returns whether it did, and ends it where it did not."""
    pc.run("taskkill", "/im", "Cakupan.exe", seconds=60)
    if wait_for(lambda: program.poll() is not None, 40) is not None:
        return True
    pc.run("taskkill", "/f", "/im", "Cakupan.exe", seconds=60)
    program.wait(30)
    return False


def _remembers(pc: Pc, book: Path) -> bool:
    # The settings hold the name as JSON within an INI value; its part without escapes is enough.
    text = "".join(path.read_text(encoding="utf-8") for path in pc.settings.glob("*.ini"))
    return book.name.rpartition(" – ")[2] in text and book.is_file()


def _selftest_installed(pc: Pc, findings: Findings) -> None:
    begun = time.monotonic()
    output = f"C:\\{pc.work.name}\\uji"
    done = pc.run("start", "/wait", "/unix", str(pc.start_menu / "Cakupan.lnk"), "selftest", "-o", output)
    findings.expect(
        "the installed program's self-test ends with 0", done.returncode == 0, str(done.returncode)
    )
    findings.note(f"{time.monotonic() - begun:.1f} s for it")
    judge_selftest(pc.work / "uji", findings)


def _upgrade(pc: Pc, setup: Path, findings: Findings) -> None:
    """Install over a version that had files which the new one has not."""
    stale = [
        pc.program / "Lib" / "site-packages" / "pandas" / "usang.py",
        pc.program / "program" / "gui" / "usang.py",
    ]
    stale += [pc.program / "_usang.pyd"]
    for path in stale:
        path.write_bytes(b"")
    book = pc.work / BOOK
    done = pc.run(str(setup), "/S", "/NODESKTOP")
    findings.expect("the setup upgrades in place", done.returncode == 0, str(done.returncode))
    findings.expect("nothing of the older version is left", not _changes(pc), ", ".join(_changes(pc)[:5]))
    findings.expect("settings and recent books are kept", _remembers(pc, book))


def _remove(pc: Pc, before: set[str], findings: Findings) -> None:
    theirs = pc.program / "catatan saya.txt"
    theirs.write_text("milik pemakai", encoding="utf-8")
    begun = time.monotonic()
    done = pc.run(str(pc.program / "Uninstall.exe"), "/S")
    findings.expect("the silent removal ends with 0", done.returncode == 0, str(done.returncode))
    gone = wait_for(lambda: not (pc.program / "Uninstall.exe").exists(), 120)
    wine.stop(pc.prefix)
    findings.note(f"{time.monotonic() - begun:.1f} s to remove")
    findings.expect("the program is gone", gone is not None)
    findings.expect("a file of the user's in its folder is not", theirs.is_file())
    theirs.unlink(missing_ok=True)
    if pc.program.is_dir():
        pc.program.rmdir()
    left = sorted(name for name in pc.files() - before if not name.startswith(f"{pc.work.name}/"))
    own = ("/Temp/", "/AppData/Roaming/Cakupan/Cakupan.ini", "/AppData/Local/Cakupan/")
    left = [name for name in left if not any(part in name for part in own)]
    findings.expect("nothing is left but the user's files, settings and log", not left, ", ".join(left[:5]))
    findings.expect("the user's book is still there", (pc.work / BOOK).is_file())
    registry = pc.registry()
    keys = sorted(set(re.findall(r"^\[(.*Cakupan.*?)\]", registry, flags=re.MULTILINE)))
    findings.expect("nothing is left in the registry", not keys, ", ".join(keys))
    findings.expect("it is offered for nothing any more", "Cakupan.Berkas" not in registry)


def _for_all_users(pc: Pc, setup: Path, findings: Findings) -> None:
    """Install and remove for every user of the PC; whoever runs Wine counts as administrator."""
    program = pc.prefix / "drive_c" / "Program Files" / NAME
    done = pc.run(str(setup), "/S", "/ALLUSERS", "/LANG=en")
    findings.expect("/ALLUSERS installs into Program Files", done.returncode == 0 and program.is_dir())
    findings.expect("not into the user's folder", not pc.program.exists())
    entry = _key(pc.registry("system"), r"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Cakupan")
    findings.expect("and is listed for the PC", f'"DisplayVersion"="{program_version()}"' in entry)
    menus = (pc.prefix / "drive_c" / "ProgramData").rglob("Cakupan (safe mode).lnk")
    findings.expect("/LANG=en names the shortcuts in English", any(menus))
    pc.run(str(program / "Uninstall.exe"), "/S")
    gone = wait_for(lambda: not program.exists(), 120)
    keys = re.findall(r"^\[(.*Cakupan.*?)\]", pc.registry("system"), flags=re.MULTILINE)
    findings.expect("and is removed from there", gone is not None and not keys, ", ".join(keys))


def _key(registry: str, name: str) -> str:
    """Return the values below one key of the registry's text; "" when there is no such key."""
    match = re.search(
        rf"^\[{re.escape(name)}\][^\n]*\n(.*?)(?=^\[|\Z)", registry, flags=re.MULTILINE | re.DOTALL
    )
    return match.group(1) if match else ""


def _changes(pc: Pc) -> list[str]:
    listed = next(DIST.glob("*-payload.sha256")).read_text(encoding="ascii")
    return differences(pc.program, listed, extra=["Uninstall.exe"])
