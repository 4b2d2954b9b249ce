# Fetches the documents of libvirt's own test suite: Debian's source package of the libvirt that is installed. apt keeps
# a state of its own in the cache, which knows the configured mirror's sources too; the machine's is left as it is.
# Sets libvirt_tests to their folder, empty where they cannot be had.

find_libvirt_tests() {
    libvirt_tests=$cache/libvirt-tests-$libvirt_version
    [ -d "$libvirt_tests/tests" ] && return 0
    if ! has_apt || [ "$libvirt_version" = unknown ]; then
        say "SKIPPED: libvirt's own test documents (no Debian source package of libvirt $libvirt_version here)"
        libvirt_tests=''
        return 0
    fi
    say "fetching the documents of libvirt $libvirt_version's own tests"
    fetch_libvirt_tests >"$cache/libvirt-tests.log" 2>&1 </dev/null && return 0
    tail -n 5 "$cache/libvirt-tests.log" >&2
    say "SKIPPED: libvirt's own test documents could not be fetched (whole log: $cache/libvirt-tests.log)"
    libvirt_tests=''
}

# source_of_libvirt: the mirror, suite and component that libvirt comes from, as the line of a sources.list. apt itself
# is asked, so that it is the same whichever way the mirror was configured.
source_of_libvirt() {
    madison=$(apt-cache madison libvirt0)
    if [ -z "$madison" ]; then
        update_lists
        madison=$(apt-cache madison libvirt0)
    fi
    keys=''
    for ring in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
        [ -r "$ring" ] && keys="[signed-by=$ring] " && break
    done
    printf '%s\n' "$madison" | sed -n "s,^[^|]*| *[^|]*| *\([a-z+]*:[^ ]*\) \([^ ]*\)/\([^/ ]*\) .*,deb-src $keys\1 \2 \3,p" |
        sort -u
}

fetch_libvirt_tests() (
    state=$cache/apt
    mkdir -p "$state/lists/partial" "$state/archives/partial" "$state/empty" || return 1
    source_of_libvirt >"$state/sources.list"
    cat "$state/sources.list"
    [ -s "$state/sources.list" ] || return 1
    set -- -q -o "Dir::State=$state" -o "Dir::State::status=/var/lib/dpkg/status" -o "Dir::Cache=$state" \
        -o "Dir::Etc::sourcelist=$state/sources.list" -o "Dir::Etc::sourceparts=$state/empty" -o APT::Sandbox::User=root
    fetched=$(mktemp -d "$cache/libvirt-tests.XXXXXX") && cd "$fetched" || return 1
    trap 'rm -rf "$fetched"' EXIT
    apt-get "$@" update || return 1
    wanted=$(dpkg-query -W -f '${source:Version}' libvirt0)
    apt-get "$@" --download-only --tar-only source "libvirt=$wanted" || apt-get "$@" --download-only --tar-only source libvirt || return 1
    mkdir unpacked && tar -x -f libvirt_*.orig.tar.* -C unpacked --strip-components=1 --wildcards '*.xml' || return 1
    [ -d unpacked/tests ] && mv unpacked "$libvirt_tests" && rm -rf "$state"
)
