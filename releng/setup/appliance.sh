# Has a kernel for the virtual machine in which libguestfs looks inside images, for the tests of that. A machine that starts by itself has one in /boot; a
# container gets Debian's, unpacked in the cache and installed nowhere. Sets appliance to where it is, empty where none can be had, and exports what libguestfs reads.

need_appliance() {
    has_apt || return 0
    need_program /sbin/depmod kmod
    need_program guestfish libguestfs-tools
}

find_appliance() {
    export LIBGUESTFS_CACHEDIR="$cache"
    appliance=/boot
    for kernel in /boot/vmlinuz-*; do
        [ -r "$kernel" ] && [ -r "/lib/modules/${kernel#/boot/vmlinuz-}/modules.dep" ] && return 0
    done
    appliance=$cache/appliance-kernel
    if ! [ -d "$appliance" ]; then
        if ! has_apt || ! grep -q '^ID=debian' /etc/os-release; then
            say "SKIPPED: looks inside images need a kernel in /boot, or Debian's packages"
            appliance=''
            return 0
        fi
        say "fetching a kernel for looks inside images"
        if ! fetch_appliance >"$cache/appliance.log" 2>&1 </dev/null; then
            tail -n 5 "$cache/appliance.log" >&2
            say "SKIPPED: a kernel for looks inside images could not be had (whole log: $cache/appliance.log)"
            appliance=''
            return 0
        fi
    fi
    # libguestfs copies its owner and mode
    [ -d /lib/modules ] || as_root mkdir -p /lib/modules
    SUPERMIN_KERNEL=$(ls "$appliance"/boot/vmlinuz-*)
    export SUPERMIN_KERNEL SUPERMIN_MODULES="$appliance/lib/modules/${SUPERMIN_KERNEL##*/vmlinuz-}"
}

# kernel_package: the package behind the name that stays, of the smaller kernel where there is one.
kernel_package() {
    machine=$(dpkg --print-architecture)
    for name in "linux-image-cloud-$machine" "linux-image-$machine"; do
        apt-cache depends "$name" 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p'
    done | head -n 1
}

fetch_appliance() (
    mkdir -p "$cache"
    [ -n "$(kernel_package)" ] || update_lists
    package=$(kernel_package)
    [ -n "$package" ] || return 1
    fetched=$(mktemp -d "$cache/appliance.XXXXXX") && cd "$fetched" || return 1
    trap 'rm -rf "$fetched"' EXIT
    apt-get -q download "$package" || { update_lists && apt-get -q download "$(kernel_package)"; } || return 1
    dpkg-deb -x ./*.deb unpacked || return 1
    # newer packages have it below /usr alone
    [ -d unpacked/lib ] || ln -s usr/lib unpacked/lib
    /sbin/depmod -b unpacked "$(ls unpacked/lib/modules)" && mv unpacked "$appliance"
)
