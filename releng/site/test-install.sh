#!/bin/sh
# Installs the update site into an Eclipse without it, by p2's director, as Help > Install New Software does; starts it on a
# screen in memory with the perspective of this work and libvirt's simulated host, and looks at what came of it: the explorer
# shows the pool, the domain and the network of that host, and nothing failed. Each bundle has its sources on the site.
# Wants JAVA_HOME and the whole reactor built.
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
. "$top/releng/setup/machine.sh"
. "$top/releng/setup/display.sh"
. "$top/releng/product/witness.sh"

for bundle in "$top"/releng/site/target/repository/plugins/dev.virtworkbench.*_*.jar; do
    name=$(basename "$bundle")
    name=${name%%_*}
    set -- "$top/releng/site/target/repository/plugins/${name%.source}".source_*.jar
    [ -e "$1" ] || stop "the site has no sources of $name"
done

eclipse=$(echo "$top"/releng/fresh-platform/target/products/fresh-platform/linux/gtk/*)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cp -a "$eclipse" "$work/eclipse" || exit 1
launcher=$(echo "$work"/eclipse/plugins/org.eclipse.equinox.launcher_*.jar)
if grep -q dev.virtworkbench.explorer "$work"/eclipse/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info; then
    stop "the platform to install into has the explorer already"
fi

"$JAVA_HOME/bin/java" -jar "$launcher" -nosplash -consoleLog -application org.eclipse.equinox.p2.director \
    -repository "file:$top/releng/site/target/repository" -installIU dev.virtworkbench.feature.feature.group \
    -destination "$work/eclipse" -data "$work/director" >"$work/director.log" 2>&1 || {
    cat "$work/director.log" >&2
    stop "the director could not install the site"
}

# The rows of the explorer are told by a bundle that is no part of the site.
add_witness "$work/eclipse" "$work"

cat >"$work/settings" <<'END'
org.eclipse.ui.ide/EXIT_PROMPT_ON_CLOSE_LAST_WINDOW=false
dev.virtworkbench.explorer/hosts=test:///default
END
rows=$work/rows
picture=$top/target/screenshots/installed-site.png
mkdir -p "$(dirname "$picture")"
on_screen "$top/releng/setup/picture.sh" "$picture" workspace-of-test \
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "-Dwitness.rows=$rows" -Dwitness.awaited=default-pool \
    -jar "$launcher" -data "$work/workspace-of-test" \
    -perspective dev.virtworkbench.perspective -pluginCustomization "$work/settings" >/dev/null || stop "the Eclipse it was installed into failed"

[ -r "$rows" ] || stop "that Eclipse closed without telling what its explorer shows"
# Row by row as libvirt's simulated host has them, whatever is said of their state behind the name.
for row in '^test:///default .*simulated' '^    default-pool ' '^    test ' '^    default '; do
    grep -q "$row" "$rows" || {
        cat "$rows" >&2
        stop "the explorer shows no row like \"$row\", but what stands above"
    }
done
left=$work/workspace-of-test/.metadata
if [ -e "$left/.log" ] && grep -A 8 '^!ENTRY [^ ]* 4 ' "$left/.log" >&2; then
    stop "the log of that Eclipse has errors"
fi
say "the site installs; picture: $picture"
