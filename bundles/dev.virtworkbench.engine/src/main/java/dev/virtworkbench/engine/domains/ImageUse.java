package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.DomainCalls;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.libvirt.Spread;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who uses which image of a host, at one moment: the disks of all domains, as they run and as they are configured, and the
 * backing files of all volumes of active pools. What no pool shows and no running domain has opened is not known: libvirt
 * tells the backing file of volumes only.
 */
public final class ImageUse {

    /** A domain's disk that is the image, or builds on it. */
    public record ByDomain(String domain, boolean running, String target, boolean directly) { }

    private final Map<String, Set<ByDomain>> domains = new LinkedHashMap<>();
    private final Map<String, Set<String>> children = new LinkedHashMap<>();

    private ImageUse() {
    }

    static ImageUse of(Connection connection, Spread many) throws LibvirtError {
        ImageUse use = new ImageUse();
        Map<String, String> backing = new LinkedHashMap<>();
        Map<String, Map<String, String>> paths = new LinkedHashMap<>();
        for (PoolCalls.Details pool : connection.pools().list()) {
            if (pool.state() != 0) {
                use.addPool(connection, pool, many, backing, paths);
            }
        }
        for (DomainCalls.Details domain : connection.domains().list()) {
            boolean running = domain.id() >= 0;
            for (int flags : running ? new int[] {0, DomainCalls.XML_INACTIVE} : new int[] {DomainCalls.XML_INACTIVE}) {
                try {
                    for (Disk disk : Disk.in(connection.domains().xml(domain.uuid(), flags))) {
                        use.addDisk(domain.name(), running, disk, backing, paths);
                    }
                } catch (LibvirtError e) {
                    if (!ErrorCode.missing(e.code())) {
                        throw e;
                    }
                }
            }
        }
        return use;
    }

    private void addPool(Connection connection, PoolCalls.Details pool, Spread many, Map<String, String> backing,
            Map<String, Map<String, String>> paths) throws LibvirtError {
        for (VolumeCalls.Description volume : connection.volumes().describe(pool.uuid(), many)) {
            XmlTree.parse(volume.xml()).root().ifPresent(root -> {
                String path = root.element("target").flatMap(target -> target.element("path"))
                        .map(element -> element.text().strip()).orElse("");
                paths.computeIfAbsent(pool.name(), name -> new LinkedHashMap<>()).put(volume.entry().name(), path);
                root.element("backingStore").flatMap(store -> store.element("path"))
                        .map(element -> element.text().strip()).filter(parent -> !parent.isEmpty()).ifPresent(parent -> {
                            backing.put(path, parent);
                            children.computeIfAbsent(parent, key -> new LinkedHashSet<>()).add(path);
                        });
            });
        }
    }

    private void addDisk(String domain, boolean running, Disk disk, Map<String, String> backing,
            Map<String, Map<String, String>> paths) {
        String image = disk.volume().isEmpty() ? disk.source()
                : paths.getOrDefault(disk.pool(), Map.of()).getOrDefault(disk.volume(), disk.source());
        if (image.isEmpty()) {
            return;
        }
        use(image, new ByDomain(domain, running, disk.target(), true));
        Set<String> below = new LinkedHashSet<>(disk.chain());
        for (String at = backing.get(image); at != null && below.add(at); at = backing.get(at)) {
            // on to what that one builds on
        }
        below.forEach(path -> use(path, new ByDomain(domain, running, disk.target(), false)));
    }

    private void use(String path, ByDomain user) {
        domains.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(user);
    }

    /** The domains that use the image with that path, directly or as a backing file. */
    public List<ByDomain> domains(String path) {
        return new ArrayList<>(domains.getOrDefault(path, Set.of()));
    }

    /** The paths of the volumes that have the image with that path for their backing file. */
    public List<String> children(String path) {
        return new ArrayList<>(children.getOrDefault(path, Set.of()));
    }

    /** Whether nothing is known to need that image. */
    public boolean free(String path) {
        return domains(path).isEmpty() && children(path).isEmpty();
    }
}
