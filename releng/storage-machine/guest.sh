# What makes a machine for tests of storage of a root folder with the packages. Runs in it.
set -eu
echo storage-machine >/etc/hostname
echo '127.0.0.1 localhost storage-machine' >/etc/hosts
echo '/dev/vda / ext4 defaults 0 1' >/etc/fstab
printf '[Match]\nName=en*\n[Network]\nAddress=10.0.2.15/24\nGateway=10.0.2.2\n' >/etc/systemd/network/10-first.network
systemctl enable -q systemd-networkd
for unneeded in apt-daily.timer apt-daily-upgrade.timer e2scrub_all.timer fstrim.timer dpkg-db-backup.timer systemd-networkd-wait-online.service \
    libvirt-guests.service virtlogd-admin.socket; do
    systemctl mask -q "$unneeded"
done
# nobody has its password; locked, it would keep ssh out as well
usermod -p '*' root
printf 'UseDNS no\nUsePAM no\n' >/etc/ssh/sshd_config.d/quick.conf
# udev is not to look for whole groups at each change of a disk: nothing here is activated by itself, and each look takes a second
ln -s /dev/null /etc/udev/rules.d/69-lvm.rules

# reached by ssh, and by nothing that a person has to type
printf 'stdio_handler = "file"\nsecurity_driver = "none"\nuser = "root"\ngroup = "root"\n' >>/etc/libvirt/qemu.conf
systemctl enable -q libvirtd

mkdir -p /srv/shared/first /srv/shared/second
echo '/srv/shared/first 127.0.0.1(rw,no_root_squash,fsid=1,no_subtree_check)' >/etc/exports
echo '/srv/shared/second 127.0.0.1(rw,no_root_squash,fsid=2,no_subtree_check)' >>/etc/exports

truncate -s 64M /srv/lun1 /srv/lun2 /srv/lun3
cat >/etc/tgt/conf.d/test.conf <<'END'
<target iqn.2026-11.dev.virtworkbench:open>
    backing-store /srv/lun1
    backing-store /srv/lun2
</target>
<target iqn.2026-11.dev.virtworkbench:closed>
    backing-store /srv/lun3
    incominguser guest opensesame-1
</target>
END
systemctl enable -q tgt iscsid nfs-server multipathd
# only disks that say so have several paths
printf 'defaults {\n    user_friendly_names yes\n    find_multipaths yes\n}\n' >/etc/multipath.conf
