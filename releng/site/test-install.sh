#!/bin/sh
# Installs the update site into an Eclipse without it, by p2's director, as Help > Install New Software does; starts it on a
# screen in memory with the perspective of this work, and looks at what it leaves behind: the explorer was open and nothing
# failed. Wants JAVA_HOME and the whole reactor built.
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
. "$top/releng/setup/machine.sh"
. "$top/releng/setup/display.sh"

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

echo 'org.eclipse.ui.ide/EXIT_PROMPT_ON_CLOSE_LAST_WINDOW=false' >"$work/settings"
picture=$top/target/screenshots/installed-site.png
mkdir -p "$(dirname "$picture")"
on_screen "$top/releng/setup/picture.sh" "$picture" workspace-of-test \
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar "$launcher" -data "$work/workspace-of-test" \
    -perspective dev.virtworkbench.perspective -pluginCustomization "$work/settings" || stop "the Eclipse it was installed into failed"

left=$work/workspace-of-test/.metadata
model=$left/.plugins/org.eclipse.e4.workbench/workbench.xmi
if ! tr '>' '\n' <"$model" | grep 'elementId="dev.virtworkbench.explorer"' | grep -q 'advanced:Placeholder\|basic:Part'; then
    stop "the explorer was not open"
fi
if [ -e "$left/.log" ] && grep -A 8 '^!ENTRY [^ ]* 4 ' "$left/.log" >&2; then
    stop "the log of that Eclipse has errors"
fi
say "the site installs; picture: $picture"
