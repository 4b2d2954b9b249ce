#!/bin/sh
# picture.sh FILE TITLE COMMAND...: starts a workbench on the display of this process, waits until the window of that title has
# stopped changing, writes its picture, closes it and waits for its end. Prints how large it came, as in 1024x768.
file=$1
title=$2
shift 2
log=$(mktemp)
"$@" >"$log" 2>&1 &
workbench=$!
trap 'kill "$workbench" 2>/dev/null; rm -f "$log"' EXIT

# until_or SECONDS COMMAND...: fails when the command has not succeeded in that time, or the workbench has ended.
until_or() {
    tries=$(($1 * 5))
    shift
    until "$@"; do
        tries=$((tries - 1))
        if [ "$tries" = 0 ] || ! kill -0 "$workbench" 2>/dev/null; then
            return 1
        fi
        sleep 0.2
    done
}

window_open() { window=$(xdotool search --onlyvisible --name "$title" 2>/dev/null | head -n 1) && [ -n "$window" ]; }

# Alike several times in a row: nothing is being loaded any more.
settled() {
    import -window root "$file" || return 1
    now=$(cksum <"$file")
    [ "$now" = "${before-}" ] && alike=$((alike + 1)) || alike=0
    before=$now
    [ "$alike" -ge 8 ]
}

until_or 120 window_open || {
    echo "no window \"$title\" came; the program said:" >&2
    cat "$log" >&2
    exit 1
}
xdotool getwindowgeometry "$window" | sed -n 's/^ *Geometry: //p'
xdotool windowmove "$window" 0 0 windowsize "$window" 1590 970
until_or 60 settled || echo "the window went on changing; its picture is of one moment" >&2
xdotool windowactivate --sync "$window" key --clearmodifiers alt+F4
wait "$workbench"
