package dev.virtworkbench.editor.preferences;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;

/** The folder of libvirt's schemas that documents are held against, if a person has chosen one. */
public final class SchemasFolder {

    static final String NODE = "dev.virtworkbench.editor";
    static final String KEY = "schemas.path";

    private SchemasFolder() { }

    /** Empty where the server finds them itself: those of the installed libvirt, or the ones it brings along. Any thread. */
    public static Optional<Path> chosen() {
        String folder = Platform.getPreferencesService().getString(NODE, KEY, "", null);
        return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }
}
