package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.actions.Loss;
import org.eclipse.core.runtime.Platform;

/** Before which losses the person wants to be asked, as the preferences say. */
public final class Confirmations {

    /** Where the preferences are kept. */
    public static final String NODE = "dev.virtworkbench.explorer";

    private Confirmations() { }

    /** The preference about that kind of loss; data are always asked about, whatever is kept there. */
    public static String key(Loss.Of kind) {
        return "confirm." + kind;
    }

    static boolean wanted(Loss loss) {
        return loss.of() == Loss.Of.DATA || !loss.nameToType().isEmpty()
                || Platform.getPreferencesService().getBoolean(NODE, key(loss.of()), true, null);
    }
}
