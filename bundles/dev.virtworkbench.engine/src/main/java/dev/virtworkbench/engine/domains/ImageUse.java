package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.DomainCalls;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.libvirt.Spread;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who uses which image of a host, at one moment: the disks of all domains, as they run and as they are configured, and the
 * backing files of volumes of active pools, of all or of those that matter. libvirt tells the backing file of volumes only, as it was when
 * their pool was refreshed: what no pool shows and no running domain has opened is not known, unless somebody has looked there ({@link #with}).
 */
public final class ImageUse {

    /** A domain's disk that is the image, or builds on it. */
    public record ByDomain(String domain, boolean running, String target, boolean directly) { }

    /**
     * A domain's disk with an image in a pool.
     *
     * @param byName whether the domain's document names the pool, and not the image's path: then the domain cannot start while
     *        the pool is not active
     */
    public record InPool(String domain, boolean running, String target, boolean byName) { }

    private final Map<String, Set<ByDomain>> domains = new LinkedHashMap<>();
    private final Map<String, Set<ByDomain>> writers = new LinkedHashMap<>();
    private final Map<String, Set<String>> children = new LinkedHashMap<>();
    private final Map<String, Set<InPool>> naming = new LinkedHashMap<>();
    private final Map<String, PoolPlaces> places = new LinkedHashMap<>();
    private final Map<String, Set<String>> volumes = new LinkedHashMap<>();
    private int looked;

    private ImageUse() {
    }

    /**
     * The same, where more is known.
     *
     * @param children by the path of an image the paths of files that build on it, or have their data in it
     */
    public ImageUse with(Map<String, Set<String>> children) {
        ImageUse all = new ImageUse();
        all.domains.putAll(domains);
        all.writers.putAll(writers);
        all.naming.putAll(naming);
        all.places.putAll(places);
        all.volumes.putAll(volumes);
        all.looked = looked;
        Stream.of(this.children, children).flatMap(each -> each.entrySet().stream())
                .forEach(image -> all.children.computeIfAbsent(image.getKey(), key -> new LinkedHashSet<>()).addAll(image.getValue()));
        return all;
    }

    /** @param matters the pools whose volumes are looked through, a call each */
    static ImageUse of(Connection connection, Predicate<PoolCalls.Details> matters, Spread many) throws LibvirtError {
        ImageUse use = new ImageUse();
        Map<String, String> backing = new LinkedHashMap<>();
        Map<String, Map<String, String>> paths = new LinkedHashMap<>();
        for (PoolCalls.Details pool : connection.pools().list()) {
            use.places.put(pool.name(), PoolPlaces.of(pool.xml()));
            if (pool.state() != 0 && matters.test(pool)) {
                use.addPool(connection, pool, many, backing, paths);
            }
        }
        paths.forEach((pool, volumes) -> use.volumes.put(pool, Set.copyOf(volumes.values())));
        for (DomainCalls.Details domain : domains(connection)) {
            boolean running = domain.id() >= 0;
            use.looked++;
            for (int flags : running ? new int[] {0, DomainCalls.XML_INACTIVE} : new int[] {DomainCalls.XML_INACTIVE}) {
                try {
                    for (Disk disk : Disk.in(connection.domains().xml(domain.uuid(), flags))) {
                        use.addDisk(domain.name(), running, running && flags == 0, disk, backing, paths);
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

    /** A host of storage alone, as {@code storage:///system}, has no domains that it could list. */
    private static List<DomainCalls.Details> domains(Connection connection) throws LibvirtError {
        try {
            return connection.domains().list();
        } catch (LibvirtError e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return List.of();
            }
            throw e;
        }
    }

    private void addPool(Connection connection, PoolCalls.Details pool, Spread many, Map<String, String> backing,
            Map<String, Map<String, String>> paths) throws LibvirtError {
        for (VolumeCalls.Description volume : connection.volumes().describe(pool.uuid(), many)) {
            XmlTree.parse(volume.xml()).root().ifPresent(root -> {
                String path = root.element("target").flatMap(target -> target.element("path"))
                        .map(XmlElement::text).orElse("");
                paths.computeIfAbsent(pool.name(), name -> new LinkedHashMap<>()).put(volume.entry().name(), path);
                root.element("backingStore").flatMap(store -> store.element("path"))
                        .map(XmlElement::text).filter(parent -> !parent.isEmpty()).ifPresent(parent -> {
                            backing.put(path, parent);
                            children.computeIfAbsent(parent, key -> new LinkedHashSet<>()).add(path);
                        });
            });
        }
    }

    /** @param now whether the domain runs with it, and will not only do so from its next start on */
    private void addDisk(String domain, boolean running, boolean now, Disk disk, Map<String, String> backing,
            Map<String, Map<String, String>> paths) {
        if (!disk.pool().isEmpty()) {
            naming.computeIfAbsent(disk.pool(), pool -> new LinkedHashSet<>()).add(new InPool(domain, running, disk.target(), true));
        }
        String image = disk.volume().isEmpty() ? disk.source()
                : paths.getOrDefault(disk.pool(), Map.of()).getOrDefault(disk.volume(), disk.source());
        if (!image.isEmpty()) {
            ByDomain user = new ByDomain(domain, running, disk.target(), true);
            use(image, user);
            if (now && !disk.readOnly()) {
                writers.computeIfAbsent(image, key -> new LinkedHashSet<>()).add(user);
            }
        }
        Set<String> below = new LinkedHashSet<>(disk.chain());
        for (String at = backing.get(image); at != null && below.add(at); at = backing.get(at)) {
            // on to what that one builds on
        }
        below.forEach(path -> use(path, new ByDomain(domain, running, disk.target(), false)));
    }

    private void use(String path, ByDomain user) {
        domains.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(user);
    }

    Message lookedAt() {
        return Message.of(ImageUse.class, "use.looked", looked, volumes.values().stream().mapToInt(Set::size).sum(), volumes.size());
    }

    /** The paths of all images that something is known to use or to build on. */
    public Set<String> images() {
        Set<String> all = new LinkedHashSet<>(domains.keySet());
        all.addAll(children.keySet());
        return all;
    }

    /** The folders where images are known to be, with a slash at their end: those of pools, active or not, of their volumes and of all disks of domains. */
    public Set<String> folders() {
        Stream<String> images = Stream.concat(domains.keySet().stream(), volumes.values().stream().flatMap(Set::stream));
        return Stream.concat(images.map(path -> path.substring(0, path.lastIndexOf('/') + 1)), places.values().stream()
                .flatMap(each -> each.folders().stream()).map(folder -> folder.endsWith("/") ? folder : folder + "/"))
                .filter(folder -> folder.startsWith("/")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The domains that use the image with that path, directly or as a backing file. */
    public List<ByDomain> domains(String path) {
        return new ArrayList<>(domains.getOrDefault(path, Set.of()));
    }

    /** The running domains that may write to the image with that path now. */
    public List<ByDomain> writers(String path) {
        return new ArrayList<>(writers.getOrDefault(path, Set.of()));
    }

    /** The paths of the volumes that have the image with that path for their backing file. */
    public List<String> children(String path) {
        return new ArrayList<>(children.getOrDefault(path, Set.of()));
    }

    /**
     * The domains that have a disk in the pool of that name, once for each disk: named by the pool, by a path that is in it, or
     * as a backing file. Of a pool that is not active libvirt lists no volumes: then what is below its folder or on its devices.
     */
    public List<InPool> pool(String pool) {
        Map<List<String>, InPool> users = new LinkedHashMap<>();
        naming.getOrDefault(pool, Set.of()).forEach(user -> users.put(List.of(user.domain(), user.target()), user));
        domains.forEach((path, byPath) -> {
            if (in(pool, path)) {
                byPath.forEach(user -> users.putIfAbsent(List.of(user.domain(), user.target()),
                        new InPool(user.domain(), user.running(), user.target(), false)));
            }
        });
        return List.copyOf(users.values());
    }

    /** The paths of volumes of other pools that build on an image in the pool of that name. */
    public List<String> childrenElsewhere(String pool) {
        return children.entrySet().stream().filter(images -> in(pool, images.getKey()))
                .flatMap(images -> images.getValue().stream()).filter(child -> !in(pool, child)).distinct().toList();
    }

    private boolean in(String pool, String path) {
        return volumes.getOrDefault(pool, Set.of()).contains(path) || places.containsKey(pool) && places.get(pool).have(path);
    }

    /** Whether stopping the pool of that name takes its devices off the host, also from under a running domain. */
    public boolean goesWithPool(String pool) {
        return places.containsKey(pool) && places.get(pool).attached();
    }

    /** Whether nothing is known to need that image. */
    public boolean free(String path) {
        return domains(path).isEmpty() && children(path).isEmpty();
    }
}
