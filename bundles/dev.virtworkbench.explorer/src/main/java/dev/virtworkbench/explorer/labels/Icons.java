package dev.virtworkbench.explorer.labels;

import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Node;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Image;

/** The icons of nodes by kind and state. For the UI thread. */
public final class Icons {

    private final Map<String, Image> made = new HashMap<>();

    /** Null where words are enough. */
    public Image of(Node node) {
        String name = switch (node) {
            case HostObject.OfHost(Host host) -> switch (host.status().state()) {
                case CONNECTED -> "host-on";
                case CONNECTING, WAITING -> "host-waiting";
                case DISCONNECTED -> "host-off";
                case FAILED -> "host-failed";
            };
            case Node.Group group -> "group";
            case HostObject.OfPool pool -> "pool-" + state(pool.summary().state());
            case HostObject.OfVolume volume -> volume.summary().problem().isEmpty() ? "volume" : "volume-failed";
            case HostObject.OfDomain domain -> "domain-" + state(domain.summary());
            case HostObject.OfDisk disk -> "disk";
            case HostObject.OfNetwork network -> network.summary().active() ? "network-on" : "network-off";
            case HostObject.OfSecret secret -> "secret";
            case Node.Note note -> "";
        };
        return name.isEmpty() ? null : made.computeIfAbsent(name, Icons::make);
    }

    private static String state(PoolState state) {
        return switch (state) {
            case RUNNING -> "on";
            case BUILDING -> "waiting";
            case INACTIVE -> "off";
            case DEGRADED, INACCESSIBLE -> "failed";
        };
    }

    private static String state(DomainSummary domain) {
        return switch (domain.state()) {
            case RUNNING, BLOCKED -> "on";
            case PAUSED, SHUTTING_DOWN, SUSPENDED -> "waiting";
            case SHUT_OFF, UNKNOWN -> "off";
            case CRASHED -> "failed";
        };
    }

    private static Image make(String name) {
        return descriptor(name).createImage();
    }

    /** The icon of that name among those of this bundle. */
    public static ImageDescriptor descriptor(String name) {
        return ImageDescriptor.createFromURL(Icons.class.getResource("/icons/" + name + ".svg"));
    }

    public void dispose() {
        made.values().forEach(Image::dispose);
        made.clear();
    }
}
