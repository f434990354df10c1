#!/usr/bin/env bash
# Installs what `make windows` and `make windows-smoke` need and is not there yet. Debian or Ubuntu, amd64.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
commands="
wine wine
wineserver wine64
makensis nsis
x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
osslsigncode osslsigncode
Xvfb xvfb
xwininfo x11-utils
import imagemagick
"
missing=
while read -r command package; do
    if [ -n "$command" ] && ! command -v "$command" >/dev/null; then
        missing="$missing $package"
    fi
done <<<"$commands"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  one word a package
    "$root/tools/system_packages.sh" "tools of the Windows build:$missing" $missing
fi
