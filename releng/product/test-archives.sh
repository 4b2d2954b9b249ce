#!/bin/sh
# Looks into the archives of the product: each has its start script, executable where the system wants it, what Java it needs in
# words, and the explorer with the widgets of its system. Wants the whole reactor built.
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
. "$top/releng/setup/machine.sh"
failed=0

# wants SYSTEM LISTING PATTERN...: each fits a line of the listing.
wants() {
    system=$1
    listing=$2
    shift 2
    for pattern; do
        printf '%s\n' "$listing" | grep -q "$pattern" || {
            say "the archive for $system has nothing like $pattern"
            failed=1
        }
    done
}

# archive SYSTEM SUFFIX: sets file to the one of the product for it.
archive() {
    set -- "$1" "$top"/releng/product/target/products/virt-workbench-*-"$1.$2"
    file=$2
    [ -f "$file" ] || {
        say "there is no archive for $1"
        failed=1
        return 1
    }
}

explorer='plugins/dev\.virtworkbench\.explorer_'
for system in linux.gtk.x86_64 linux.gtk.aarch64; do
    archive "$system" tar.gz || continue
    wants "$system" "$(tar -tvf "$file")" '^-rwx.* virt-workbench/virt-workbench$' ' virt-workbench/start\.sh$' \
        ' virt-workbench/README\.txt$' "$explorer" "plugins/org\.eclipse\.swt\.gtk\.linux\.${system##*.}_"
done
for system in macosx.cocoa.x86_64 macosx.cocoa.aarch64; do
    archive "$system" tar.gz || continue
    inside=' virt-workbench\.app/Contents'
    wants "$system" "$(tar -tvf "$file")" "^-rwx.*$inside/MacOS/virt-workbench\$" "$inside/Info\\.plist\$" \
        "^-rwx.*$inside/Eclipse/virt-workbench\\.command\$" "$inside/Eclipse/start\\.sh\$" "$inside/Eclipse/README\\.txt\$" \
        "$explorer" "plugins/org\.eclipse\.swt\.cocoa\.macosx\.${system##*.}_"
done
archive win32.win32.x86_64 zip && wants win32.win32.x86_64 "$("$JAVA_HOME/bin/jar" --list --file "$file")" \
    '^virt-workbench/virt-workbench\.cmd$' '^virt-workbench/README\.txt$' "$explorer" 'plugins/org\.eclipse\.swt\.win32\.win32\.x86_64_'
[ "$failed" = 0 ] && say "each archive of the product has what starts it"
exit "$failed"
