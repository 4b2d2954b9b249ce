package dev.virtworkbench.explorer.workbench;

import dev.virtworkbench.engine.hosts.DefaultHosts;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** The hosts of this workspace, kept from one start to the next; there are no passwords in it. */
final class SavedHosts {

    /** A product, or whoever installs it for others, may set a default in a plugin customization file. */
    private static final String NODE = "dev.virtworkbench.explorer";
    /** URIs, one a line. */
    private static final String HOSTS = "hosts";

    private SavedHosts() { }

    /** The URIs; where nobody has chosen any, those a newcomer most likely wants. */
    static List<String> load() {
        String saved = Platform.getPreferencesService().getString(NODE, HOSTS, null, null);
        return saved == null ? DefaultHosts.forNewcomers() : Arrays.stream(saved.split("\n")).filter(uri -> !uri.isBlank()).toList();
    }

    static void save(List<String> uris) {
        node().put(HOSTS, String.join("\n", uris));
        try {
            node().flush();
        } catch (BackingStoreException e) {
            Platform.getLog(SavedHosts.class).warn("the hosts could not be saved for the next start", e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
