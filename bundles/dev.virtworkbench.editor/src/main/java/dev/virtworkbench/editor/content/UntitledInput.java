package dev.virtworkbench.editor.content;

import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.editors.text.ILocationProvider;
import org.osgi.framework.FrameworkUtil;

/**
 * XML that is in no file yet: it has a name as the platform's untitled text has, but one that the generic editor chooses its parts for. It
 * does not outlive the workbench.
 */
public final class UntitledInput extends PlatformObject implements TransientInput, ILocationProvider {

    private static final String NAME = "{0}.xml";

    private final String name;
    private final IPath path = Platform.getStateLocation(FrameworkUtil.getBundle(UntitledInput.class))
            .append(NLS.bind(NAME, System.identityHashCode(this)));

    /** @param title what the text was called in the editor that it was begun in */
    UntitledInput(String title) {
        name = NLS.bind(NAME, title);
    }

    /** Where nothing is, and nothing is written: saving asks where to. */
    @Override
    public IPath getPath(Object element) {
        return path;
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getToolTipText() {
        return name;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == ILocationProvider.class ? adapter.cast(this) : super.getAdapter(adapter);
    }
}
