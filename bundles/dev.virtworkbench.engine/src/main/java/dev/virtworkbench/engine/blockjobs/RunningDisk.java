package dev.virtworkbench.engine.blockjobs;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disk of a running domain, by its live document.
 *
 * @param chain paths of its images, the one in use first
 * @param mirror path of an image that is being brought to the same contents; empty if none is
 * @param ready whether that image has them, so that the domain can go over to it
 */
record RunningDisk(List<String> chain, Optional<String> mirror, boolean ready) {

    /** @param domain the live document; empty if it has no such disk */
    static Optional<RunningDisk> in(String domain, String target) {
        Optional<Disk> disk = Disk.in(domain).stream().filter(each -> each.target().equals(target)).findFirst();
        return disk.map(found -> {
            List<String> chain = new ArrayList<>();
            chain.add(found.source());
            chain.addAll(found.chain());
            Optional<XmlElement> mirror = element(domain, target).flatMap(each -> each.element("mirror"));
            return new RunningDisk(List.copyOf(chain), mirror.map(RunningDisk::path), mirror.filter(each -> each.value("ready").equals("yes")).isPresent());
        });
    }

    private static String path(XmlElement mirror) {
        return mirror.element("source").map(source -> source.value("file") + source.value("dev")).orElse("");
    }

    private static Optional<XmlElement> element(String domain, String target) {
        return XmlTree.parse(domain).root().flatMap(root -> root.element("devices")).stream()
                .flatMap(devices -> devices.elements("disk").stream())
                .filter(disk -> disk.element("target").filter(each -> each.value("dev").equals(target)).isPresent()).findFirst();
    }

    String top() {
        return chain.getFirst();
    }
}
