#!/bin/sh
# Ends the product from outside, as kill and the end of a session do, while a document of a host is open with what nobody has
# applied: it is kept, and open again at the next start. Begins with one that was kept, so that nobody has to type. Wants
# JAVA_HOME and the product for this machine built.
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
. "$top/releng/setup/machine.sh"
. "$top/releng/setup/display.sh"
if [ "${1-}" != on-screen ]; then
    on_screen sh "$0" on-screen
    exit
fi

built=$top/releng/product/target/products/virt-workbench/linux/gtk/$(uname -m)
work=$(mktemp -d) || exit 2
workbench=
trap '[ -z "$workbench" ] || kill -9 "$workbench" 2>/dev/null; rm -rf "$work"' EXIT
cp -a "$built" "$work/product" || stop "the product for this machine is not built"
launcher=$(find "$work/product" -name 'org.eclipse.equinox.launcher_*.jar')
unsaved=$work/workspace/.metadata/.plugins/dev.virtworkbench.explorer/unsaved
mkdir -p "$unsaved"
# of the domain that libvirt's simulated host has
cat >"$unsaved/before" <<'END'
uri=virt:///test%3A%2F%2F%2Fdefault/domain/6695eb01-f6a4-8304-79aa-97f2502e193f/test.xml
opened=<domain type\='test'><name>test</name></domain>
text=<domain type\='test'><name>test</name><title>typed</title></domain>
END

gone() {
    cat "$work/log" >&2
    stop "$1"
}

# kept_before FILE: starts the workbench, waits until it has opened what FILE keeps, ends it from outside: it must be kept anew.
kept_before() {
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar "$launcher" -nosplash -consoleLog -data "$work/workspace" \
        -perspective dev.virtworkbench.perspective >"$work/log" 2>&1 &
    workbench=$!
    seconds=0
    while [ -e "$1" ]; do
        [ "$seconds" -lt 180 ] && kill -0 "$workbench" 2>/dev/null || gone "what was kept is not opened"
        sleep 1
        seconds=$((seconds + 1))
    done
    kill -TERM "$workbench"
    wait "$workbench"
    workbench=
    kept=$(find "$unsaved" -type f)
    [ -f "$kept" ] && grep -q '<title>typed</title>' "$kept" || gone "what was typed went with the process"
}

kept_before "$unsaved/before"
kept_before "$kept"
say "what was typed into documents of hosts outlives an end from outside"
