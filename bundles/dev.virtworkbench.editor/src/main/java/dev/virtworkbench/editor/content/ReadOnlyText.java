package dev.virtworkbench.editor.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IStorageEditorInput;

/** A text for any text editor that can be read there, and not changed. Two are equal if they are of the same thing, whatever they say. */
public final class ReadOnlyText extends PlatformObject implements IStorageEditorInput, TransientInput, IEncodedStorage {

    private final Object of;
    private final String name;
    private final String toolTip;
    private final ImageDescriptor icon;
    private final String text;

    /**
     * @param of what the text is of, comparable by {@code equals}: it is opened once
     * @param name the file's name it would have; its ending says what the editor takes it for
     * @param icon null for the editor's own
     */
    public ReadOnlyText(Object of, String name, String toolTip, ImageDescriptor icon, String text) {
        this.of = of;
        this.name = name;
        this.toolTip = toolTip;
        this.icon = icon;
        this.text = text;
    }

    @Override
    public IEncodedStorage getStorage() {
        return this;
    }

    @Override
    public InputStream getContents() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getCharset() {
        return StandardCharsets.UTF_8.name();
    }

    /** Null: it is in no file. */
    @Override
    public IPath getFullPath() {
        return null;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return icon;
    }

    @Override
    public String getToolTipText() {
        return toolTip;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadOnlyText that && of.equals(that.of);
    }

    @Override
    public int hashCode() {
        return of.hashCode();
    }
}
