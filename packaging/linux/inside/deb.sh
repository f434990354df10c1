#!/bin/sh
# Runs in a bare Debian 12, as root: the package installed, used by an ordinary user, and removed again, twice:
# with only what it depends on, and on a desktop's programs. What it leaves behind is judged by a list of all files.
# Usage: deb.sh PACKAGE.deb FOLDER-FOR-RESULTS
set -u
deb=$1
results=$2
. "$(dirname "$0")/judge.sh"

snapshot() {
    find / -xdev \( -path /proc -o -path /dev -o -path /sys -o -path /tmp -o -path /run -o -path /trial -o -path /home \
        -o -path /var/cache -o -path /var/log -o -path /var/lib/apt -o -path /var/lib/dpkg \) -prune -o -print |
        LC_ALL=C sort
}

install_alone() {
    apt-get install -y -qq --no-install-recommends "$deb" > /tmp/apt.log 2>&1 || { tail -5 /tmp/apt.log; return 1; }
    test "$(grep -c '^Setting up' /tmp/apt.log)" -eq 1
}

remove_and_compare() {
    expect "apt removes it" sh -c 'apt-get purge -y -qq cakupan > /tmp/apt.log 2>&1'
    snapshot > /tmp/after
    LC_ALL=C comm -13 "$1" /tmp/after > /tmp/left
    LC_ALL=C comm -23 "$1" /tmp/after > /tmp/lost
    expect "nothing of it is left on the machine" ! test -s /tmp/left
    expect "nothing else is gone" ! test -s /tmp/lost
    cat /tmp/left /tmp/lost | head -20
    expect "the user's own files are still there" test -s /home/kantor/contoh.xlsx
}

echo "on a bare system"
apt-get update -qq || exit 1
packages=$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
begin
# shellcheck disable=SC2086  one word a package
expect "Debian 12 has everything that it depends on" sh -c 'apt-get install -y -qq --no-install-recommends $0 > /tmp/apt.log 2>&1' "$packages"
took "dependencies, $(grep -c '^Setting up' /tmp/apt.log) packages"
useradd --create-home kantor
snapshot > /tmp/before-bare
begin
expect "then apt installs the package and no other" install_alone
took "installation, $(dpkg-query -Wf '${Installed-Size}' cakupan) KiB"
expect "dpkg finds every file as packed" sh -c 'test -z "$(dpkg --verify cakupan)"'
expect "every library that the files ask for is here" all_resolved /usr/lib/cakupan libcups
as_user cakupan --version > /tmp/said
expect "cakupan --version" grep -qx "cakupan $(dpkg-query -Wf '${Version}' cakupan)" /tmp/said
use_the_commands cakupan
expect "a window where there is no display is refused with code 2" \
    sh -c 'su kantor -c "cakupan" > /tmp/said 2>&1; test $? -eq 2 && grep -q layar /tmp/said'
selftest_in_memory cakupan "$results"
expect "the launcher works through a link elsewhere" \
    sh -c 'ln -s /usr/bin/cakupan /home/kantor/pintas && su kantor -c "/home/kantor/pintas --version" > /dev/null'
expect "run by root, it writes nothing into its own folder" \
    sh -c 'cakupan new /tmp/baru.xlsx > /dev/null && test "$(find /usr/lib/cakupan -newer /tmp/apt.log | wc -l)" -eq 0'
remove_and_compare /tmp/before-bare

echo "among the programs of a desktop"
apt-get install -y -qq --no-install-recommends desktop-file-utils hicolor-icon-theme libcups2 libglib2.0-bin man-db \
    shared-mime-info weston xvfb xauth > /tmp/apt.log 2>&1 || tail -5 /tmp/apt.log
menu=/usr/share/applications
mkdir -p "$menu"
printf '[Desktop Entry]\nType=Application\nName=Calc\nExec=true %%U\nMimeType=text/csv;\n' > "$menu/libreoffice-calc.desktop"
update-desktop-database
snapshot > /tmp/before-desktop
expect "apt installs the package and no other" install_alone
expect "every library that the files ask for is here, that of printers too" all_resolved /usr/lib/cakupan
expect "the desktop files are valid" desktop-file-validate "$menu/cakupan.desktop" "$menu/zz-cakupan-open.desktop"
gio mime text/csv > /tmp/mime
expect "a file manager offers it for CSV" grep -q 'zz-cakupan-open.desktop' /tmp/mime
expect "and opens CSV with the spreadsheet program as before" grep -q 'Default application.*libreoffice-calc.desktop' /tmp/mime
for language in C id_ID; do
    expect "its manual page is found and without fault ($language)" \
        sh -c 'LANGUAGE=$0 man --warnings -E UTF-8 cakupan 2> /tmp/man.err > /tmp/man.txt && ! test -s /tmp/man.err && grep -q selftest /tmp/man.txt' "$language"
done
expect "the icon is there as svg and in seven sizes" \
    sh -c 'test "$(find /usr/share/icons/hicolor -name "cakupan.*" | wc -l)" -eq 8'
selftest_on_a_screen cakupan "$results"
selftest_on_wayland cakupan "$results"
remove_and_compare /tmp/before-desktop
conclude
