#!/bin/sh
# Runs in a bare Debian 12, as root: the portable archive unpacked and used by an ordinary user, then deleted.
# Usage: portable.sh ARCHIVE.tar.xz FOLDER-FOR-RESULTS
set -u
archive=$1
results=$2
. "$(dirname "$0")/judge.sh"

apt-get update -qq || exit 1
apt-get install -y -qq --no-install-recommends xz-utils > /tmp/apt.log 2>&1 || tail -5 /tmp/apt.log
useradd --create-home kantor
place="/home/kantor/Unduhan Kantor é"
begin
expect "the archive unpacks" as_user "mkdir -p '$place' && tar -xJf '$archive' -C '$place'"
took "unpacking"
folder=$(find "$place" -mindepth 1 -maxdepth 1 -type d)
program="'$folder/cakupan'"

expect "without Python it says what to install" \
    sh -c 'su kantor -c "$0" > /tmp/said 2>&1; test $? -eq 127 && grep -q "apt install python3" /tmp/said' "$program --version"
apt-get install -y -qq --no-install-recommends python3 > /tmp/apt.log 2>&1 || tail -5 /tmp/apt.log
expect "with Python alone the commands work" as_user "$program --version"
use_the_commands "$program"
su kantor -c "$program selftest" > /tmp/said 2>&1
expect "without the libraries of the window it says which to install" grep -q "apt install .*libegl1.*libxcb-cursor0" /tmp/said
packages=$(sed -n 's/.*sudo apt install //p' /tmp/said)
# shellcheck disable=SC2086  one word a package
expect "that very list can be installed" sh -c 'apt-get install -y -qq --no-install-recommends $0 > /tmp/apt.log 2>&1' "$packages"
expect "every library that the files ask for is here" all_resolved "$folder" libcups
(cd "$folder" && find . -type f -exec sha256sum {} + | sort) > /tmp/files-before
selftest_in_memory "$program" "$results"
apt-get install -y -qq --no-install-recommends xvfb xauth > /tmp/apt.log 2>&1 || tail -5 /tmp/apt.log
selftest_on_a_screen "$program" "$results"
expect "it works from any folder" as_user "cd / && $program --version"
expect "and after its folder was moved" as_user "mv '$folder' pindah && pindah/cakupan --version"
(cd /home/kantor/pindah && find . -type f -exec sha256sum {} + | sort) > /tmp/files-after
expect "its folder is as it was unpacked" cmp /tmp/files-before /tmp/files-after
conclude
