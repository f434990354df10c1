#!/bin/sh
# Runs in a bare Debian 12, as root, on a clean clone in /srv/cakupan: what README promises with python3 and make.
# Usage: bare.sh [whole]
set -u
. "$(dirname "$0")/judge.sh"
cd /srv/cakupan || exit 1
if [ -f /trial/certificates.pem ]; then
    export PIP_CERT=/trial/certificates.pem
fi

apt-get update -qq || exit 1
apt-get install -y -qq --no-install-recommends python3 make > /tmp/apt.log 2>&1 || tail -5 /tmp/apt.log
note "$(python3 --version), $(make --version | head -1), $(dpkg -l | grep -c ^ii) packages"

begin
expect "make run, the first time, without a display" sh -c 'make run > /tmp/run.log 2>&1'
took "make run, the first time"
expect "it says what it installs" grep -q '^Missing: .*Running: apt-get' /tmp/run.log
expect "it says that there is no display" grep -q '^No display' /tmp/run.log
expect "it prints the table of the sample" grep -q '1.009.250' /tmp/run.log
expect "and writes the sheet" sh -c 'head -c 5 output/lembar-ringkasan.pdf | grep -q %PDF-'
begin
expect "make run again" sh -c 'make run > /tmp/run2.log 2>&1'
took "make run again"
expect "then nothing is installed" ! grep -q -E '^(Missing|Installing|Making)' /tmp/run2.log
expect "the clone is as it was" sh -c 'test -z "$(find . -newer /tmp/apt.log -type f ! -path "./.venv/*" ! -path "./output/*" ! -path "*/__pycache__/*" ! -path "./*.egg-info/*" | head -5 | tee /dev/stderr)"'

begin
expect "tools/prepare.sh test" sh -c 'tools/prepare.sh test > /tmp/prepare.log 2>&1'
took "tools/prepare.sh test"
if [ "${1:-}" = whole ]; then
    begin
    expect "make test" make test
    took "make test"
else
    begin
    expect "the tests of architecture and model" env QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest tests/architecture tests/model -q
    took "the tests of architecture and model"
    tail -1 /tmp/expect.out
    begin
    expect "one journey in a real window on a virtual screen" env QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1680x1050x24' .venv/bin/python -m pytest -m journey -x -q
    took "the journeys"
    tail -1 /tmp/expect.out
fi

useradd --create-home kantor
cp -r . /home/kantor/cakupan && rm -rf /home/kantor/cakupan/.venv && chown -R kantor /home/kantor/cakupan
apt-get purge -y -qq xvfb > /tmp/apt.log 2>&1
su kantor -c 'cd ~/cakupan && tools/prepare.sh test' > /tmp/said 2>&1 < /dev/null
expect "without root it says what an administrator runs" grep -q 'sudo apt-get update && sudo apt-get install .*xvfb' /tmp/said
conclude
