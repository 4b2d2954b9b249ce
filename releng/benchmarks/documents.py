"""Valid domains of any length to measure with."""

HEAD = """\
<domain type='kvm'>
  <name>measured</name>
  <memory unit='GiB'>4</memory>
  <vcpu>4</vcpu>
  <os>
    <type arch='x86_64'>hvm</type>
    <boot dev='hd'/>
  </os>
  <features>
    <acpi/>
    <apic/>
  </features>
  <clock offset='utc'/>
  <on_poweroff>destroy</on_poweroff>
  <devices>
""".splitlines()

TAIL = ["  </devices>", "</domain>"]


def domain(lines):
    """The text of a valid domain of that many lines (30 or more): disks and interfaces in turn, comments as filling."""
    body = []
    number = 0
    while len(HEAD) + len(body) + len(TAIL) < lines - 12:
        body += disk(number) + interface(number)
        number += 1
    missing = lines - len(HEAD) - len(body) - len(TAIL)
    body += ["    <!-- filling %d -->" % line for line in range(missing)]
    return "\n".join(HEAD + body + TAIL) + "\n"


def disk(number):
    return [
        "    <disk type='file' device='disk'>",
        "      <driver name='qemu' type='qcow2' cache='none'/>",
        "      <source file='/var/lib/libvirt/images/disk%d.qcow2'/>" % number,
        "      <target dev='sd%s' bus='scsi'/>" % letters(number),
        "      <serial>SERIAL%d</serial>" % number,
        "    </disk>",
    ]


def interface(number):
    return [
        "    <interface type='network'>",
        "      <mac address='52:54:00:%02x:%02x:%02x'/>" % (number >> 16 & 255, number >> 8 & 255, number & 255),
        "      <source network='default'/>",
        "      <model type='virtio'/>",
        "    </interface>",
    ]


def letters(number):
    """0 is a, 25 is z, 26 is aa: as the kernel names its disks."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
