#!/bin/sh
# What an earlier start has left for the next ones does not lead back to the folder that it was in: the start script is run where it was unpacked and in a
# copy beside it, with a program in the workbench's place that prints where it is. Wants JAVA_HOME.
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
. "$top/releng/setup/machine.sh"

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/first/plugins" "$work/classes"
cp "$top/features/dev.virtworkbench.product.feature/rootfiles/any/start.sh" "$work/first" || stop "the start script is not there"
cat >"$work/Where.java" <<'END'
public class Where {
    public static void main(String[] words) {
        System.out.println(Where.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
END
"$JAVA_HOME/bin/javac" -d "$work/classes" "$work/Where.java" && "$JAVA_HOME/bin/jar" --create --main-class Where \
    --file "$work/first/plugins/org.eclipse.equinox.launcher_1.jar" -C "$work/classes" . || stop "the program for the start script could not be made"
cp -a "$work/first" "$work/second"

# twice each: the first start writes what the second one uses
for folder in first first second second; do
    said=$(HOME=$work XDG_CACHE_HOME=$work/cache here=$work/$folder sh -c '. "$here/start.sh"')
    case $said in
    "$work/$folder/"*) ;;
    *) stop "started in $folder, what runs is $said" ;;
    esac
done
find "$work/cache" -name 'workbench-*' | grep -q . || stop "the start script kept nothing for the next start"
say "what an earlier start left is used in its own folder only"
