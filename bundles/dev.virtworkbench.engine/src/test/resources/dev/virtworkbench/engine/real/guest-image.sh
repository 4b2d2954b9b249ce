# guest-image.sh FOLDER PASSPHRASE: makes FOLDER/guest.raw, a disk as a guest has it, without libguestfs: a partition to boot from (vfat), one with a system
# (ext4) and names of every kind, and one that LUKS has encrypted.
set -eu
PATH=$PATH:/usr/sbin:/sbin
folder=$1
passphrase=$2
work=$(mktemp -d "$folder/making.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/system" "$work/secret"

cd "$work/system"
mkdir -p etc bin usr var root 'home/a b' home/deep/er
printf 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' >etc/os-release
echo 12.5 >etc/debian_version
echo guest-one >etc/hostname
printf 'LABEL=system / ext4 defaults 0 1\nLABEL=BOOT /boot vfat defaults 0 2\n' >etc/fstab
printf hallo >"home/a b/it's \"q\", \\ and -x"
printf 1 >"home/$(printf 'line\nbreak')"
printf 2 >"home/$(printf 'bad\377\376name')"
printf 3 >home/-rf
printf 4 >'home/线 索.txt'
printf 5 >"home/} [0] = {"
printf 6 >"home/$(printf '%0240d' 7)"
printf '\000\001\002binary\377' >home/deep/er/data.bin
: >home/deep/empty
ln -s ../etc/hostname home/link
ln -s "$(printf 'no\nwhere')" "home/odd 'link'"
mkfifo home/pipe
head -c 3000000 /dev/urandom >home/deep/large
chmod 4755 home/-rf
touch -h -d 2024-02-29T12:00:00Z home/* home/deep/*

cd "$work"
printf 'Nobody knows.' >secret/diary
truncate -s 16M boot.raw secret.raw
truncate -s 48M system.raw
mkfs.vfat -n BOOT boot.raw >/dev/null
mkfs.ext4 -q -F -L system -U 11111111-2222-3333-4444-555555555555 -d system system.raw
mkfs.ext4 -q -F -L diaries -d secret secret.raw
luks() { printf %s "$passphrase" | qemu-img "$@"; }
# QEMU measures how fast this machine is; on one whose clock ticks slowly it sometimes sees no time pass, and fails before it writes
attempt=0
until luks create -q -f luks --object secret,id=key,file=/dev/stdin -o key-secret=key,iter-time=1 secret.luks 16M || [ "$attempt" = 5 ]; do
    attempt=$((attempt + 1))
done
luks convert -n --object secret,id=key,file=/dev/stdin --image-opts --target-image-opts driver=raw,file.filename=secret.raw \
    driver=luks,key-secret=key,file.filename=secret.luks

truncate -s 86M disk
parted -s disk mklabel gpt mkpart boot fat16 1MiB 17MiB mkpart system ext4 17MiB 65MiB mkpart secret 65MiB 85MiB
dd if=boot.raw of=disk bs=1M seek=1 conv=notrunc,sparse status=none
dd if=system.raw of=disk bs=1M seek=17 conv=notrunc,sparse status=none
dd if=secret.luks of=disk bs=1M seek=65 conv=notrunc,sparse status=none
mv disk "$folder/guest.raw"
