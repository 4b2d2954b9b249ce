package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Images;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** As whom programs run on each host, as somebody has chosen in this run of the workbench. Nothing of it is kept. */
public final class HostRights {

    private static final Map<String, Rights> CHOSEN = new ConcurrentHashMap<>();

    private HostRights() { }

    public static Rights of(Host host) {
        return CHOSEN.getOrDefault(host.uri(), Rights.PERSON);
    }

    public static void choose(Host host, Rights rights) {
        CHOSEN.put(host.uri(), rights);
    }

    /** The images of a host with those rights, for a look that nobody has asked for: without pkexec, which would ask for a password. */
    public static Images looking(Host host) {
        return of(host) == Rights.SUDO ? host.images().as(Rights.SUDO) : host.images();
    }

    /** Whose they are. */
    public static String words(Rights rights) {
        return Texts.get("rights." + rights);
    }

    /** What can be chosen there, the person's own rights first; those alone where the person is root already. */
    public static List<Rights> choices(Host host) {
        if (!HostChoice.isHere(host)) {
            return List.of(Rights.PERSON, Rights.SUDO);
        }
        return "root".equals(System.getProperty("user.name")) ? List.of(Rights.PERSON) : List.of(Rights.values());
    }
}
