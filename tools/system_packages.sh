#!/usr/bin/env bash
# Installs Debian/Ubuntu packages, saying so first. Usage: tools/system_packages.sh REASON PACKAGE...
# Without root or sudo it prints the command to run and fails.
set -euo pipefail

reason=${1:?}
shift
install="apt-get install -y --no-install-recommends $*"

if ! command -v apt-get >/dev/null; then
    echo "Missing: $reason. This is no Debian or Ubuntu; install what its packages are called here: $*" >&2
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    # With a terminal sudo may ask for the password; without one it must not.
    if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root=sudo
    else
        echo "Missing: $reason. Ask an administrator to run:" >&2
        echo "    sudo apt-get update && sudo $install" >&2
        exit 1
    fi
fi
echo "Missing: $reason. Running: apt-get update && $install${as_root:+ (through sudo)}"
export DEBIAN_FRONTEND=noninteractive
$as_root ${as_root:+DEBIAN_FRONTEND=noninteractive} apt-get update -qq
# shellcheck disable=SC2086  the words of the command are meant to be split
$as_root ${as_root:+DEBIAN_FRONTEND=noninteractive} $install -qq >/dev/null
