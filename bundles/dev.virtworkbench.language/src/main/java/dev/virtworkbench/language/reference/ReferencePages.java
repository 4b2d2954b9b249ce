package dev.virtworkbench.language.reference;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of libvirt's reference, one for every kind of document that libvirt has a schema for. */
final class ReferencePages {

    private static final String SITE = "https://libvirt.org/";
    private static final String OVERVIEW = "format.html";

    /** By root element. A page with an anchor describes several kinds. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("domain", "formatdomain.html"),
            Map.entry("pool", "formatstorage.html#storage-pool-xml"),
            Map.entry("volume", "formatstorage.html#storage-volume-xml"),
            Map.entry("network", "formatnetwork.html"),
            Map.entry("networkport", "formatnetworkport.html"),
            Map.entry("domainsnapshot", "formatsnapshot.html"),
            Map.entry("domaincheckpoint", "formatcheckpoint.html"),
            Map.entry("domainbackup", "formatbackup.html"),
            Map.entry("secret", "formatsecret.html"),
            Map.entry("filter", "formatnwfilter.html"),
            Map.entry("filterbinding", "formatnwfilter.html"),
            Map.entry("device", "formatnode.html"),
            Map.entry("capabilities", "formatcaps.html"),
            Map.entry("domainCapabilities", "formatdomaincaps.html"),
            Map.entry("storagepoolCapabilities", "formatstoragecaps.html"),
            Map.entry("cpu", "formatdomain.html#cpu-model-and-topology"),
            Map.entry("encryption", "formatstorageencryption.html"));

    private static final Map<String, String> ROOTS_BY_SCHEMA = Map.ofEntries(
            Map.entry("storagepool", "pool"),
            Map.entry("storagevol", "volume"),
            Map.entry("inactiveDomain", "domain"),
            Map.entry("snapshot", "domainsnapshot"),
            Map.entry("checkpoint", "domaincheckpoint"),
            Map.entry("backup", "domainbackup"),
            Map.entry("nwfilter", "filter"),
            Map.entry("nwfilterbinding", "filterbinding"),
            Map.entry("nodedev", "device"),
            Map.entry("capability", "capabilities"),
            Map.entry("domaincaps", "domainCapabilities"),
            Map.entry("storagepoolcaps", "storagepoolCapabilities"));

    /** Sections that newer releases of libvirt call otherwise: today's anchor, and that of older pages. */
    private static final Map<String, String> EARLIER_ANCHORS = Map.of(
            "guest-firmware", "bios-bootloader",
            "common-os-element-configuration", "direct-kernel-boot",
            "disk-throttle-group-management", "block-i-o-tuning",
            "userspace-connection-using-passt", "userspace-slirp-or-passt-connection",
            "vhost-user-connection", "vhost-user-interface",
            "watchdog-devices", "watchdog-device");

    private ReferencePages() {
    }

    /** Where libvirt publishes its reference. */
    static URI site() {
        return URI.create(SITE);
    }

    /** The root element of a kind that may also be called by its schema's name ({@code storagevol}). */
    static String root(String kind) {
        return ROOTS_BY_SCHEMA.getOrDefault(kind, kind);
    }

    /** The page about a kind of document; for a kind that libvirt's reference leaves out, the list of pages. */
    static URI page(String kind) {
        return URI.create(SITE + PAGES.getOrDefault(root(kind), OVERVIEW));
    }

    /** The anchors that a section may have, that of libvirt.org first, then that of older pages. */
    static List<String> anchors(String anchor) {
        return Stream.concat(Stream.of(anchor), Stream.ofNullable(EARLIER_ANCHORS.get(anchor))).toList();
    }

    /**
     * A link of a fact file.
     *
     * @param link {@code #anchor} on the kind's own page, or {@code page#anchor} ({@code formatsecret#secret-xml})
     */
    static URI resolve(String kind, String link) {
        int hash = link.indexOf('#');
        if (hash > 0) {
            return URI.create(SITE + link.substring(0, hash) + ".html" + link.substring(hash));
        }
        return page(kind).resolve(link);
    }
}
