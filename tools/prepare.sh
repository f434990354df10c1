#!/usr/bin/env bash
# Makes everything that `make run` (runtime) or `make test` (test) stands on: system libraries, .venv, packages.
# A second run finds its stamp and ends at once. PYTHON=python3.13 chooses the interpreter.
set -euo pipefail

purpose=${1:?usage: tools/prepare.sh runtime|test}
root=$(cd "$(dirname "$0")/.." && pwd)
venv=$root/.venv

case $purpose in
    runtime) lock=$root/requirements.lock ;;
    test) lock=$root/requirements-test.lock ;;
    *) echo "usage: tools/prepare.sh runtime|test" >&2; exit 2 ;;
esac

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Cakupan needs Python 3.11 or newer; found: $(python3 --version 2>&1 || true). Install one, or name it: PYTHON=... make ..." >&2
    exit 1
}

# A machine where python3 comes without its venv module makes half an environment, without pip.
make_venv() {
    local python=$1
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        "$root/tools/system_packages.sh" "python3-venv (for $python -m venv)" python3-venv
    fi
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
}

stamp_value() {
    "$venv/bin/python" - "$lock" "$root/pyproject.toml" <<'PYTHON'
import hashlib, pathlib, sys
print(sys.version.split()[0], *(hashlib.sha256(pathlib.Path(p).read_bytes()).hexdigest() for p in sys.argv[1:]))
PYTHON
}

if [ "$(uname -s)" = Linux ]; then
    "$root/tools/qt_libraries.sh" "$purpose"
fi
if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    make_venv "$(find_python)"
fi
stamp=$venv/.prepared-$purpose
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(stamp_value)" ]; then
    exit 0
fi
echo "Installing the packages of $(basename "$lock") into .venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
# The project itself is installed from this folder, so that `.venv/bin/cakupan` exists. setuptools warns that
# folders of a package's name take precedence; here they are the package.
PYTHONWARNINGS=ignore "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --editable "$root"
stamp_value > "$stamp"
