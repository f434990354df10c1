# Read by the scripts beside it: expectations, kept or not, and what both forms of the program are asked to do.
failed=0

expect() {
    sentence=$1
    shift
    wanted=0
    if [ "$1" = ! ]; then
        wanted=1
        shift
    fi
    "$@" > /tmp/expect.out 2>&1
    code=$?
    if { [ $wanted -eq 0 ] && [ $code -eq 0 ]; } || { [ $wanted -eq 1 ] && [ $code -ne 0 ]; }; then
        echo "  ok    $sentence"
    else
        echo "  FAIL  $sentence"
        tail -15 /tmp/expect.out
        failed=$((failed + 1))
    fi
}

note() { echo "        $*"; }
begin() { begun=$(date +%s%N); }
took() {
    tenths=$((($(date +%s%N) - begun) / 100000000))
    note "$((tenths / 10)).$((tenths % 10)) s: $1"
}

as_user() { su kantor -c "cd && umask 077 && $*"; }

# Prints what the dynamic linker does not find for any library below the folder; true when that is nothing. Files
# whose names begin with the second word are let be.
all_resolved() {
    find "$1" -name '*.so*' -type f ! -name "${2:-no such}*" | while read -r file; do
        ldd "$file" 2>/dev/null | grep 'not found' | sed "s|^|$file: |"
    done > /tmp/unresolved
    cat /tmp/unresolved
    ! test -s /tmp/unresolved
}

use_the_commands() {
    begin
    expect "sample writes a book" as_user "$1 sample contoh.xlsx"
    took "sample"
    begin
    # 1 says that the sample carries findings of severity "error".
    as_user "$1 table contoh.xlsx --at 2025-03 > tabel.txt 2> temuan.txt"
    test $? -le 1
    expect "table prints the published figures of the province" grep -q '1.009.250' /home/kantor/tabel.txt
    took "table"
    as_user "$1 print contoh.xlsx -o lembar.pdf > /dev/null"
    expect "print writes a PDF" sh -c 'head -c 5 /home/kantor/lembar.pdf | grep -q %PDF-'
    as_user "$1 trend contoh.xlsx -o tren.png > /dev/null"
    expect "trend draws a picture" test -s /home/kantor/tren.png
}

selftest_in_memory() {
    begin
    expect "selftest without a display" as_user "$1 selftest -o uji"
    took "selftest"
    expect "its report says that all is well" grep -q '"ok": true$\|"ok": true}' /home/kantor/uji/selftest.json
    expect "its child process read an office's table" sh -c \
        'tr -d "\n" < /home/kantor/uji/selftest.json | grep -q "\"name\": \"office_table\", *\"ok\": true"'
    note "$(find /home/kantor/uji -name '*.png' | wc -l) pictures of pages"
    mkdir -p "$2/offscreen" && cp -r /home/kantor/uji/. "$2/offscreen"
}

selftest_on_a_screen() {
    begin
    expect "selftest in a real window on a virtual screen" as_user "xvfb-run -a -s '-screen 0 1680x1050x24' $1 selftest -o uji-layar"
    took "selftest in a window"
    expect "that was a window of X" grep -q '"qt_platform": "xcb"' /home/kantor/uji-layar/selftest.json
    mkdir -p "$2/xcb" && cp -r /home/kantor/uji-layar/. "$2/xcb"
}

# Weston without an output of its own stands for the desktops that have no X.
selftest_on_wayland() {
    begin
    cat > /tmp/wayland.sh <<'SCRIPT'
export XDG_RUNTIME_DIR=$HOME/runtime
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
weston --backend=headless-backend.so --socket=uji --width=1680 --height=1050 > weston.log 2>&1 &
server=$!
for try in 1 2 3 4 5 6 7 8 9 10; do test -S "$XDG_RUNTIME_DIR/uji" && break; sleep 1; done
WAYLAND_DISPLAY=uji $1 selftest -o uji-wayland
code=$?
kill $server
exit $code
SCRIPT
    expect "selftest in a real window of Wayland" as_user "sh /tmp/wayland.sh $1"
    took "selftest in a window of Wayland"
    expect "that was a window of Wayland" grep -q '"qt_platform": "wayland"' /home/kantor/uji-wayland/selftest.json
    mkdir -p "$2/wayland" && cp -r /home/kantor/uji-wayland/. "$2/wayland"
}

conclude() {
    if [ $failed -gt 0 ]; then
        echo "$failed expectation(s) not met"
        exit 1
    fi
    exit 0
}
