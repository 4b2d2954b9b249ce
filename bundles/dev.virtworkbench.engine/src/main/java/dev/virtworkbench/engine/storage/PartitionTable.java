package dev.virtworkbench.engine.storage;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A disk from its beginning to its end, as a pool of type {@code disk} has it.
 *
 * @param device path of the disk
 * @param label what kind of table it has, as in {@code gpt}
 * @param areas in their order on the disk. An extended partition's inside is apart: the logical ones stand behind it, and lie in it
 */
public record PartitionTable(String device, String label, List<Area> areas) {

    /**
     * A piece of the disk.
     *
     * @param start bytes from the disk's beginning
     * @param end bytes, the first that is not in it any more
     * @param volume name of the partition as a volume; empty for a piece that is free
     * @param type of the partition as libvirt has it, as in {@code linux}; empty where nobody knows
     */
    public record Area(long start, long end, Optional<String> volume, String type) {

        /** Bytes. */
        public long size() {
            return end - start;
        }

        private boolean in(Area other) {
            return other != this && other.start <= start && end <= other.end && size() < other.size();
        }
    }

    public PartitionTable {
        areas = List.copyOf(areas);
    }

    /**
     * @param pool the live document of an active pool
     * @param volumes the documents of all its volumes
     */
    static PartitionTable of(String pool, List<String> volumes) {
        Optional<XmlElement> source = XmlTree.parse(pool).root().flatMap(root -> root.element("source"));
        Optional<XmlElement> device = source.flatMap(each -> each.element("device"));
        List<Area> areas = new ArrayList<>();
        device.stream().flatMap(each -> each.elements("freeExtent").stream()).map(free -> area(free, Optional.empty(), "")).forEach(areas::add);
        volumes.stream().flatMap(xml -> XmlTree.parse(xml).root().stream()).flatMap(PartitionTable::partition).forEach(areas::add);
        areas.sort(Comparator.comparingLong(Area::start).thenComparing(Comparator.comparingLong(Area::end).reversed()));
        return new PartitionTable(device.map(each -> each.value("path")).orElse(""),
                source.flatMap(each -> each.element("format")).map(format -> format.value("type")).orElse(""), areas);
    }

    /**
     * The name of the next partition, the only one that libvirt takes: the disk's, and the number that {@code parted} gives it, which is
     * the lowest that is free. That goes for logical ones as well: libvirt makes them once 1 to 4 are taken.
     *
     * @return empty where only the host knows: the pool names an empty disk by a link, or it is one of the device mapper
     */
    public Optional<String> nextName() {
        List<String> names = areas.stream().flatMap(area -> area.volume().stream()).toList();
        return names.stream().findFirst().map(name -> name.replaceFirst("[0-9]+$", "")).or(this::beginning)
                .map(beginning -> IntStream.iterate(1, number -> number + 1).mapToObj(number -> beginning + number)
                        .filter(name -> !names.contains(name)).findFirst().orElseThrow());
    }

    /** What the names of partitions begin with on a disk that stands in {@code /dev} itself, as links to disks do not. */
    private Optional<String> beginning() {
        return Optional.of(device).filter(path -> path.matches("/dev/[^/]+")).map(path -> path.substring("/dev/".length()))
                .map(disk -> Character.isDigit(disk.charAt(disk.length() - 1)) ? disk + "p" : disk);
    }

    /** Whether it is the partition that logical ones, and what is free for them, lie in: libvirt does not say, where it lies does. */
    public boolean extended(Area area) {
        return area.volume().isPresent() && areas.stream().anyMatch(each -> each.in(area));
    }

    /** Whether it lies in an extended partition. */
    public boolean inside(Area area) {
        return areas.stream().anyMatch(each -> each.volume().isPresent() && area.in(each));
    }

    private static Stream<Area> partition(XmlElement volume) {
        Optional<String> name = volume.element("name").map(each -> each.text().strip());
        String type = volume.element("target").flatMap(target -> target.element("format")).map(format -> format.value("type")).orElse("");
        return volume.element("source").stream().flatMap(source -> source.elements("device").stream())
                .flatMap(device -> device.elements("extent").stream()).map(extent -> area(extent, name, type));
    }

    private static Area area(XmlElement extent, Optional<String> volume, String type) {
        return new Area(Long.parseLong(extent.value("start")), Long.parseLong(extent.value("end")), volume, type);
    }
}
