#!/bin/sh
# ./run where no display is: the main job in the terminal, on a real libvirtd of its own (for root; who is not root has a daemon that libvirt starts), and a
# picture of the workbench. Wants the reactor built.
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
. "$top/releng/setup/machine.sh"

work=$(mktemp -d) || exit 2
daemon=
end() {
    exec 4>&-
    [ -z "$daemon" ] || wait "$daemon"
    rm -rf "$work"
}
trap end EXIT
chmod 755 "$work"

# on_libvirt COMMAND...: runs it where the daemon is the machine's own.
on_libvirt() { "$@"; }
if [ "$(id -u)" = 0 ]; then
    mkfifo "$work/words"
    mkdir "$work/libvirt"
    unshare --mount --pid --fork --kill-child --mount-proc \
        sh "$top/bundles/dev.virtworkbench.engine/src/test/resources/dev/virtworkbench/engine/real/private-libvirtd.sh" "$work/libvirt" \
        <"$work/words" >"$work/answers" 2>&1 &
    daemon=$!
    exec 4>"$work/words"
    echo start >&4
    until grep -q ready "$work/answers"; do
        kill -0 "$daemon" && ! grep -q dead "$work/answers" || stop "no libvirtd: $(cat "$work/answers")"
        sleep 0.2
    done
    first=$(ps -o pid= --ppid "$daemon" | head -n 1 | tr -d ' ')
    on_libvirt() { nsenter --target "$first" --mount --pid "$@"; }
fi

picture=$top/target/workbench.png
rm -f "$picture"
on_libvirt env -u DISPLAY -u WAYLAND_DISPLAY LC_ALL=C.UTF-8 "$top/run" >"$work/said" 2>"$work/log" || {
    cat "$work/said" "$work/log" >&2
    stop "./run failed without a display"
}
for line in 'element-typo.xml:4:4: error' 'qemu:///s' 'virsh .*pool-build' '^pool virt-workbench-tour-.*(dir, active' 'volume disk.qcow2' 'virsh .*pool-undefine'; do
    grep -q "$line" "$work/said" || {
        cat "$work/said" "$work/log" >&2
        stop "./run did not print \"$line\""
    }
done
[ -s "$picture" ] || stop "./run left no picture of the workbench"
[ -z "$daemon" ] || ! on_libvirt virsh -c qemu:///system pool-list --all --name | grep -q . || stop "./run left a pool behind"
say "./run does the main job in the terminal; picture: $picture"
