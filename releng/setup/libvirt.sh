# Finds libvirt's schemas and the release they belong to. Sets schemas and libvirt_version.

# need_schemas: on Debian with libvirt's HTML reference, which hover quotes from.
need_schemas() {
    search_schemas || lacks libvirt0 \
        "libvirt's schemas (the .rng files of libvirt's library package, in .../share/libvirt/schemas)"
    ! has_apt || dpkg-query -s libvirt-doc >/dev/null 2>&1 || lacks libvirt-doc "libvirt's HTML reference"
}

find_schemas() {
    search_schemas || stop "libvirt's schemas are not where its package puts them: /usr/share/libvirt/schemas"
}

search_schemas() {
    for schemas in /usr/share/libvirt/schemas /usr/local/share/libvirt/schemas /opt/homebrew/share/libvirt/schemas \
        /run/current-system/sw/share/libvirt/schemas; do
        if [ -r "$schemas/domain.rng" ]; then
            libvirt_version=$(installed_libvirt)
            return 0
        fi
    done
    return 1
}

# installed_libvirt: prints the upstream release (11.3.0) of the installed libvirt, "unknown" where nothing tells.
installed_libvirt() {
    found=$(
        dpkg-query -W -f '${Version}\n' libvirt0 2>/dev/null ||
            rpm -q --qf '%{VERSION}\n' libvirt-libs 2>/dev/null ||
            virsh --version 2>/dev/null ||
            pkg-config --modversion libvirt 2>/dev/null
    )
    found=$(printf '%s\n' "$found" | sed -n '1s/^\([0-9]*:\)*\([0-9][0-9.]*\).*/\2/p')
    echo "${found:-unknown}"
}
