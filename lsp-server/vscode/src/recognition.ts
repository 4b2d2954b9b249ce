/**
 * Whether a document is libvirt's, seen from its root element, so that no server is started for other XML. Roots that
 * other programs use too need a sign beside: an attribute with such a value, or a child with such a name.
 */

interface Root {
    /** Attributes that tell, with the values that do. */
    readonly attributes?: Readonly<Record<string, RegExp>>;
    /** Names of children that tell. */
    readonly children?: RegExp;
}

const own: Root = {};
const anyValue = /./;

const roots: ReadonlyMap<string, Root> = new Map<string, Root>([
    ['domain', {
        attributes: { type: /^(qemu|kvm|hvf|xen|lxc|vz|openvz|test|vmware|hyperv|vbox|bhyve|uml|phyp|parallels)$/ },
        children: /^(vcpu|memory|currentMemory|devices|os|on_(poweroff|reboot|crash)|memoryBacking|cputune)$/,
    }],
    ['domainsnapshot', own],
    ['domaincheckpoint', own],
    ['domainbackup', own],
    ['domainCapabilities', own],
    ['domstatus', own],
    ['storagepoolCapabilities', own],
    ['pool', {
        attributes: {
            type: /^(dir|fs|netfs|disk|iscsi|iscsi-direct|logical|mpath|scsi|sheepdog|rbd|gluster|zfs|vstorage)$/,
        },
        children: /^(target|available|allocation)$/,
    }],
    ['volume', {
        attributes: { type: /^(file|block|dir|network|netdir|ploop)$/ },
        children: /^(capacity|allocation|physical|backingStore)$/,
    }],
    ['network', {
        attributes: { ipv6: /^(yes|no)$/, trustGuestRxFilters: /^(yes|no)$/, connections: /^\d+$/ },
        children: /^(bridge|forward|ip|portgroup|virtualport|dns|bandwidth|uuid)$/,
    }],
    ['networkport', own],
    ['nwfilter', own],
    ['filter', { attributes: { chain: anyValue }, children: /^(rule|filterref)$/ }],
    ['filterbinding', own],
    ['secret', {
        attributes: { ephemeral: /^(yes|no)$/, private: /^(yes|no)$/ },
        children: /^usage$/,
    }],
    ['interface', {
        attributes: {
            type: /^(ethernet|bridge|vlan|bond|network|user|direct|hostdev|internal|vhostuser|vdpa|mcast|client|server|udp|vds|null)$/,
        },
    }],
    ['device', { children: /^(capability|parent|devnode)$/ }],
    ['capabilities', { children: /^(host|guest)$/ }],
    ['cpu', {
        attributes: { mode: /^(custom|host-model|host-passthrough|maximum)$/, match: /^(minimum|exact|strict)$/ },
        children: /^(model|vendor|topology|feature)$/,
    }],
    ['disk', {
        attributes: {
            type: /^(file|block|dir|network|volume|nvme|vhostuser|vhostvdpa)$/,
            device: /^(disk|cdrom|floppy|lun)$/,
        },
    }],
    ['controller', { attributes: { type: /^(ide|fdc|scsi|sata|virtio-serial|usb|pci|ccid|xenbus|isa|nvme)$/ } }],
    ['filesystem', { attributes: { type: /^(mount|template|file|block|ram|bind|volume)$/ } }],
    ['hostdev', { attributes: { mode: /^(subsystem|capabilities)$/ } }],
    ['graphics', { attributes: { type: /^(sdl|vnc|rdp|spice|desktop|dbus|egl-headless)$/ } }],
    ['channel', { attributes: { type: /^(pty|unix|spicevmc|spiceport|dbus|qemu-vdagent|file|tcp)$/ } }],
    ['memballoon', own],
    ['redirdev', own],
    ['emulatorpin', own],
    ['currentMemory', own],
    ['backingStore', own],
]);

/** How much of a document is looked at; a root and its first children stand near the beginning. */
const searched = 64 * 1024;

/**
 * Comments, instructions, CDATA, and tags with their attributes: enough to walk the elements of any text. A tag whose
 * quotes do not pair ends at the next angle bracket.
 */
const markup = new RegExp(
    [
        /<!--[^]*?(?:-->|$)/,
        /<\?[^]*?(?:\?>|$)/,
        /<!\[CDATA\[[^]*?(?:\]\]>|$)/,
        /<(?<end>\/?)(?<name>[^\s<>/='"!?]+)(?<inside>(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<>]*>?)/,
    ].map((part) => part.source).join('|'),
    'g',
);

const attribute = /([^\s='"<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Whether the root element of this text is libvirt's. Never throws; text that is no XML has no root. */
export function hasLibvirtRoot(text: string): boolean {
    let root: Root | undefined;
    let depth = 0;
    for (const { groups } of text.slice(0, searched).matchAll(markup)) {
        const { end, name, inside } = groups ?? {};
        if (name === undefined || inside === undefined) {
            continue;
        }
        if (end === '/') {
            depth--;
        } else {
            if (depth === 0) {
                root = roots.get(name);
                if (!root || root === own || hasTellingAttribute(root, inside)) {
                    return root !== undefined;
                }
            } else if (depth === 1 && root?.children?.test(name)) {
                return true;
            }
            depth += inside.endsWith('/>') ? 0 : 1;
        }
        if (depth <= 0) {
            return false;
        }
    }
    return false;
}

function hasTellingAttribute(root: Root, attributes: string): boolean {
    for (const [, name, quoted, apostrophed] of attributes.matchAll(attribute)) {
        const values = root.attributes?.[name!];
        if (values?.test(quoted ?? apostrophed ?? '')) {
            return true;
        }
    }
    return false;
}
