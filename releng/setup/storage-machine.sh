# Has a machine with real storage for tests made (releng/storage-machine), once, and kept in the cache. Sets storage_machine to its folder, empty where it
# cannot be had. What is kept goes with the QEMU that has kept it.

need_storage_machine() {
    has_apt || return 0
    need_program mmdebstrap mmdebstrap
    need_program /sbin/mke2fs e2fsprogs
    need_program ssh openssh-client
}

find_storage_machine() {
    made_by=$( (cat "$top"/releng/storage-machine/*; qemu-system-x86_64 --version) | cksum | cut -d ' ' -f 1)
    storage_machine=$cache/storage-machine-$made_by
    [ -r "$storage_machine/state" ] && return 0
    if ! has_apt || ! grep -q '^ID=debian' /etc/os-release; then
        say "SKIPPED: the machine for tests of LVM, NFS, iSCSI, SCSI and multipath is made of Debian packages, on Debian"
        storage_machine=''
        return 0
    fi
    say "making the machine for tests of LVM, NFS, iSCSI, SCSI and multipath (some minutes, once)"
    mkdir -p "$cache"
    find "$cache" -maxdepth 1 -name 'storage-machine-*' -mtime +30 -exec rm -rf {} +
    as_root "$top/releng/storage-machine/build" "$storage_machine" >"$cache/storage-machine.log" 2>&1 </dev/null &&
        as_root chown -R "$(id -u):$(id -g)" "$storage_machine" && return 0
    tail -n 5 "$cache/storage-machine.log" >&2
    say "SKIPPED: the machine for tests of LVM, NFS, iSCSI, SCSI and multipath could not be made (whole log: $cache/storage-machine.log)"
    storage_machine=''
}
