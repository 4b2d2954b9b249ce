package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.commands.Place;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The hosts that know of this machine's own files. */
public final class HostChoice {

    private HostChoice() { }

    /** Those whose programs run here, connected ones first. */
    public static List<Host> here() {
        return VirtWorkbench.get().contents().hosts().stream().filter(HostChoice::isHere)
                .sorted(Comparator.comparing(host -> !connected(host))).toList();
    }

    /** The one that works on files of the workspace; empty if there is none. */
    public static Optional<Host> forFiles() {
        return here().stream().findFirst();
    }

    /** Whether its programs run on this machine. */
    static boolean isHere(Host host) {
        try {
            return Place.of(host.uri()).filter(Place.Here.class::isInstance).isPresent();
        } catch (IllegalArgumentException noUri) {
            // libvirt says so when the host is connected
            return false;
        }
    }

    public static boolean connected(Host host) {
        return host.status().state() == HostState.CONNECTED;
    }
}
