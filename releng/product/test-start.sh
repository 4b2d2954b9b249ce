#!/bin/sh
# Starts the product for the first time, as a newcomer does, in Simplified Chinese, and looks at what came of it: the explorer shows the default host, the
# samples are a project, the first of them is judged, the window has most of the screen, and nothing failed. Wants JAVA_HOME and the product for this machine built.
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
. "$top/releng/setup/machine.sh"
. "$top/releng/setup/display.sh"
. "$top/releng/product/witness.sh"

built=$top/releng/product/target/products/virt-workbench/linux/gtk/$(uname -m)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cp -a "$built/." "$work/product" || stop "the product for this machine is not built"
home=$work/product/virt-workbench
add_witness "$home" "$work"

rows=$work/rows
data=$work/data
picture=$top/target/screenshots/first-start.png
mkdir -p "$(dirname "$picture")"
size=$(on_screen "$top/releng/setup/picture.sh" "$picture" "Virt Workbench" \
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "-Dwitness.rows=$rows" -Dwitness.awaited=:/// \
    -jar "$home"/plugins/org.eclipse.equinox.launcher_*.jar -nl zh_CN -data "$data") || stop "the first start failed"

[ -r "$rows" ] || stop "the workbench closed without telling what its explorer shows"
grep -Eq '^(qemu|test):///' "$rows" && grep -q '存储池' "$rows" || {
    cat "$rows" >&2
    stop "the explorer does not show the newcomer's default host, with its storage pools in Chinese"
}
# of a screen of 1600x1000
[ "${size%x*}" -ge 1400 ] && [ "${size#*x}" -ge 850 ] || stop "the first window is only $size"
find "$data" -path '*/mistakes/unknown-pool-type.xml' | grep -q . || stop "the samples are no project"
if [ -e "$data/.metadata/.log" ] && grep -A 8 '^!ENTRY [^ ]* 4 ' "$data/.metadata/.log" >&2; then
    stop "the log of the first start has errors"
fi
say "a first start shows the default host and the samples; picture: $picture"
