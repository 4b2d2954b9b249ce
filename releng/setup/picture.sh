#!/bin/sh
# picture.sh PROGRAM WORKSPACE FILE: starts a workbench on the display of this process, waits until its window has stopped
# changing, writes its picture and closes it.
log=$2/workbench.log
"$1" -data "$2/data" >"$log" 2>&1 &
workbench=$!
trap 'kill "$workbench" 2>/dev/null' EXIT

window=''
tries=0
until [ -n "$window" ]; do
    window=$(xdotool search --onlyvisible --name 'Virt Workbench' 2>/dev/null | head -n 1)
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ] || ! kill -0 "$workbench" 2>/dev/null; then
        cat "$log" >&2
        exit 1
    fi
    sleep 0.2
done
xdotool windowmove "$window" 0 0 windowsize "$window" 1590 970

# Two pictures in a row that are alike: nothing is being loaded any more.
before=''
tries=0
while [ "$tries" -lt 20 ]; do
    sleep 1
    import -window root "$3" || exit 1
    now=$(cksum <"$3")
    [ "$now" != "$before" ] || [ "$tries" -lt 4 ] || break
    before=$now
    tries=$((tries + 1))
done
xdotool key --window "$window" --clearmodifiers alt+F4
