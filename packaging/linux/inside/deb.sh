#!/bin/sh
# Runs in a bare Debian 12, as root: the package installed, used by an ordinary user, and removed again.
# Usage: deb.sh PACKAGE.deb FOLDER-FOR-RESULTS
set -u
deb=$1
results=$2
. "$(dirname "$0")/judge.sh"

snapshot() {
    find / -xdev \( -path /proc -o -path /dev -o -path /sys -o -path /tmp -o -path /run -o -path "$results" \
        -o -path /trial -o -path /var/cache -o -path /var/log -o -path /var/lib/apt -o -path /var/lib/dpkg \
        -o -path /home \) -prune -o -print | LC_ALL=C sort
}

apt-get update -qq || exit 1
snapshot > /tmp/before
expect "nothing of the program is here yet" ! command -v cakupan
begin
expect "apt installs the package with what it depends on" \
    sh -c 'apt-get install -y -qq "$0" > /tmp/apt.log 2>&1 || { tail -5 /tmp/apt.log; false; }' "$deb"
took "installation with dependencies"
note "$(grep -c '^Setting up' /tmp/apt.log) packages set up, $(dpkg-query -Wf '${Installed-Size}' cakupan) KiB of them ours"
expect "dpkg finds every file as packed" sh -c 'test -z "$(dpkg --verify cakupan)"'
expect "every library that the files ask for is here" all_resolved /usr/lib/cakupan
useradd --create-home kantor

as_user cakupan --version > /tmp/said
expect "cakupan --version" grep -qx "cakupan $(dpkg-query -Wf '${Version}' cakupan)" /tmp/said
use_the_commands cakupan
expect "a window where there is no display is refused with code 2" \
    sh -c 'su kantor -c "cakupan" > /tmp/said 2>&1; test $? -eq 2 && grep -q layar /tmp/said'
selftest_in_memory cakupan "$results"
expect "the launcher works through a link elsewhere" sh -c 'ln -s /usr/bin/cakupan /home/kantor/pintas && su kantor -c "/home/kantor/pintas --version" > /dev/null'
expect "running it as root leaves its folder as it was" \
    sh -c 'cd /tmp && cakupan new /tmp/baru.xlsx > /dev/null && test -z "$(dpkg --verify cakupan)" && test "$(find /usr/lib/cakupan -newer /tmp/apt.log | wc -l)" -eq 0'

apt-get install -y -qq --no-install-recommends desktop-file-utils libglib2.0-bin man-db xvfb xauth > /tmp/apt-more.log 2>&1 || tail -5 /tmp/apt-more.log
expect "the desktop files are valid" desktop-file-validate /usr/share/applications/cakupan.desktop /usr/share/applications/zz-cakupan-open.desktop
printf '[Desktop Entry]\nType=Application\nName=Calc\nExec=true %%U\nMimeType=text/csv;\n' > /usr/share/applications/libreoffice-calc.desktop
update-desktop-database
gio mime text/csv > /tmp/mime
expect "a file manager offers it for CSV" grep -q 'zz-cakupan-open.desktop' /tmp/mime
expect "and opens CSV with the spreadsheet program as before" grep -q 'Default application.*libreoffice-calc.desktop' /tmp/mime
rm /usr/share/applications/libreoffice-calc.desktop
expect "the manual page is found" sh -c 'man -w cakupan > /dev/null && LC_ALL=C.UTF-8 man --warnings cakupan 2> /tmp/man.err > /tmp/man.txt && ! test -s /tmp/man.err && grep -q selftest /tmp/man.txt'
expect "the icon is there as svg and in seven sizes" sh -c 'test "$(find /usr/share/icons/hicolor -name "cakupan.*" | wc -l)" -eq 8'
selftest_on_a_screen cakupan "$results"

apt-get purge -y -qq --autoremove desktop-file-utils libglib2.0-bin man-db xvfb xauth > /tmp/apt-less.log 2>&1
expect "apt removes it" sh -c 'apt-get purge -y -qq --autoremove cakupan > /tmp/apt-less.log 2>&1'
expect "no folder of it is left" ! test -e /usr/lib/cakupan -o -e /usr/share/doc/cakupan -o -e /usr/bin/cakupan
snapshot > /tmp/after
# Left by packages of Debian when they go, whoever asked for them.
LC_ALL=C comm -13 /tmp/before /tmp/after | grep -v -E "$ALLOWED" > /tmp/left
expect "nothing else is left on the machine" ! test -s /tmp/left
head -20 /tmp/left
expect "the user's own files are still there" test -s /home/kantor/contoh.xlsx
conclude
