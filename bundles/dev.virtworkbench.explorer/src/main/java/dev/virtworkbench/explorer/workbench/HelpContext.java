package dev.virtworkbench.explorer.workbench;

import java.util.Locale;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/** Which part of the help F1 opens; what each says stands in {@code contexts.xml} of the help's bundle. */
public enum HelpContext {
    /** The explorer and what can be done there. */
    EXPLORER,
    /** New pools, volumes and domains. */
    OBJECTS,
    /** Hosts and the ways to them. */
    HOSTS,
    /** A pool's volumes as a table. */
    VOLUMES,
    /** What is done to image files. */
    IMAGES,
    /** What is inside an image. */
    INSIDE,
    /** The disks of domains, and what they start from. */
    DISKS,
    /** A domain's snapshots. */
    SNAPSHOTS,
    /** Domains as a whole, with their disks: clone, move, save, restore. */
    DOMAINS,
    /** What is shown and asked before a document is applied. */
    APPLYING,
    /** What was applied, and the way back. */
    HISTORY,
    /** What is asked before something is done. */
    CONFIRMATIONS;

    /** Its id for the help system. */
    public String id() {
        return "dev.virtworkbench.explorer." + name().toLowerCase(Locale.ROOT);
    }

    /** Makes it the help of a control and of all that is in it. On the UI thread. */
    public void of(Control control) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(control, id());
    }
}
