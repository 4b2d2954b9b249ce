package dev.virtworkbench.explorer.live;

import dev.virtworkbench.editor.content.TransientInput;
import java.net.URI;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.editors.text.ILocationProvider;
import org.eclipse.ui.editors.text.ILocationProviderExtension;

/** A live document as the input of an editor. It does not outlive the workbench: what the host has then is read anew. */
public final class LiveInput extends PlatformObject implements IURIEditorInput, TransientInput {

    private static final ILocationProvider LOCATION = new Location();

    private final LiveObject object;

    public LiveInput(LiveObject object) {
        this.object = object;
    }

    /** What is edited. */
    public LiveObject object() {
        return object;
    }

    @Override
    public URI getURI() {
        return object.uri();
    }

    @Override
    public boolean exists() {
        return LiveDocument.at(getURI()).isPresent();
    }

    @Override
    public String getName() {
        return object.fileName();
    }

    @Override
    public String getToolTipText() {
        return Texts.get("tooltip", object.name(), object.host());
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == ILocationProvider.class ? adapter.cast(LOCATION) : super.getAdapter(adapter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiveInput that && object.uri().equals(that.object.uri());
    }

    @Override
    public int hashCode() {
        return object.uri().hashCode();
    }

    /** Tells document providers where the text is. */
    private static final class Location implements ILocationProvider, ILocationProviderExtension {

        @Override
        public URI getURI(Object element) {
            return ((LiveInput) element).getURI();
        }

        @Override
        public IPath getPath(Object element) {
            return null;
        }
    }
}
