#!/usr/bin/env bash
# Opens the window; where there is no display, shows in the terminal what the program does with its sample.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m gui "$@"
fi
echo "No display (DISPLAY and WAYLAND_DISPLAY are empty), so no window."
echo "Instead the sample book: its coverage table here, and its summary sheet as PDF."
echo
sample=output/contoh-kalimantan-tengah.xlsx
sheet=output/lembar-ringkasan.pdf
mkdir -p output
rm -f "$sample"
.venv/bin/python -m gui sample "$sample" > /dev/null
# Exit code 1 says that the sample carries findings of severity "error"; the table is complete all the same.
.venv/bin/python -m gui table "$sample" || [ $? -eq 1 ]
.venv/bin/python -m gui print "$sample" -o "$sheet" > /dev/null || [ $? -eq 1 ]
echo
echo "Summary sheet: $(pwd)/$sheet"
