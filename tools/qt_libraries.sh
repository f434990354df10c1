#!/usr/bin/env bash
# Installs the system libraries that Qt's window (and, for tests, Xvfb) needs and that are not there yet.
# Looked up by the name of the library, not of the package: Debian 13 and Ubuntu 24.04 renamed some packages.
set -euo pipefail

purpose=${1:?usage: tools/qt_libraries.sh runtime|test}
root=$(cd "$(dirname "$0")/.." && pwd)

libraries="
libglib-2.0.so.0 libglib2.0-0
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-image.so.0 libxcb-image0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libxcb-randr.so.0 libxcb-randr0
libX11-xcb.so.1 libx11-xcb1
libgssapi_krb5.so.2 libgssapi-krb5-2
libbrotlidec.so.1 libbrotli1
"
known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
missing=
while read -r library package; do
    case $known in
        *"$library "*) ;;
        *) missing="$missing${library:+ $package}" ;;
    esac
done <<<"$libraries"
if [ "$purpose" = test ]; then
    command -v Xvfb >/dev/null || missing="$missing xvfb"
    command -v xauth >/dev/null || missing="$missing xauth"
fi
if [ -n "${missing// /}" ]; then
    # shellcheck disable=SC2086  one word a package
    "$root/tools/system_packages.sh" "system libraries for the window:$missing" $missing
fi
