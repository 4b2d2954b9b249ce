package dev.virtworkbench.engine.storage;

import dev.virtworkbench.language.structure.SizedPlaces;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The room for a new volume by its document. Only what it takes for certain counts: of other types of pools, and where libvirt refuses
 * in the same moment anyway, nothing is known here.
 */
final class NewRoom {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private NewRoom() {
    }

    /** Whether libvirt tells how much is free in the pool, and what a volume takes there follows from its document. */
    static boolean told(PoolSummary pool) {
        return pool.state().active() && pool.capacity() > 0 && (pool.hasFiles() || pool.type().equals("logical"));
    }

    /** An empty volume. */
    static CloneRoom of(String xml, PoolSummary pool) {
        Optional<XmlElement> volume = XmlTree.parse(xml).root();
        long capacity = bytes(volume, "capacity").orElse(0L);
        long takes = pool.hasFiles() && !raw(volume) ? 0 : bytes(volume, "allocation").orElse(capacity);
        return room(takes, capacity, pool);
    }

    /** One with the contents of another. libvirt makes it no smaller than that. */
    static CloneRoom of(String xml, VolumeSummary source, PoolSummary pool) {
        Optional<XmlElement> volume = XmlTree.parse(xml).root();
        long capacity = capacity(volume, source);
        if (!pool.hasFiles()) {
            return room(bytes(volume, "allocation").orElse(capacity), capacity, pool);
        }
        return room(whole(xml, source) ? capacity : contents(source), capacity, pool);
    }

    /** Whether libvirt takes all of a file's room before it copies: it does so itself, qemu-img does not. */
    static boolean whole(String xml, VolumeSummary source) {
        Optional<XmlElement> volume = XmlTree.parse(xml).root();
        long capacity = capacity(volume, source);
        return raw(volume) && asItIs(source) && bytes(volume, "allocation").orElse(capacity) >= capacity;
    }

    /** Of a raw one that has all of its room nobody knows how much of it is zeroes, which take none in the copy. */
    private static long contents(VolumeSummary source) {
        return asItIs(source) && source.allocation() >= source.capacity() ? 0 : Math.max(0, source.allocation());
    }

    private static CloneRoom room(long takes, long capacity, PoolSummary pool) {
        long known = told(pool) ? takes : 0;
        return new CloneRoom(known, Math.max(known, capacity), Math.max(0, pool.available()));
    }

    private static long capacity(Optional<XmlElement> volume, VolumeSummary source) {
        return Math.max(bytes(volume, "capacity").orElse(0L), source.capacity());
    }

    /** What libvirt copies byte by byte. */
    private static boolean asItIs(VolumeSummary source) {
        return !source.type().equals("file") || source.format().equals("raw");
    }

    /** A file is raw unless its document says otherwise; an encrypted one is qemu-img's. */
    private static boolean raw(Optional<XmlElement> volume) {
        Optional<XmlElement> target = volume.flatMap(root -> root.element("target"));
        return target.flatMap(element -> element.element("format")).map(format -> format.value("type").equals("raw")).orElse(true)
                && target.flatMap(element -> element.element("encryption")).isEmpty();
    }

    private static Optional<Long> bytes(Optional<XmlElement> volume, String size) {
        return volume.flatMap(root -> root.element(size)).flatMap(SizedPlaces::text).map(each -> each.bytes().min(MOST).longValue());
    }
}
