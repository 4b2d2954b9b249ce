package dev.virtworkbench.explorer.snapshots;

import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** The document of a snapshot in an editor, to read: libvirt takes no changes of it. Two are equal if they are of the same snapshot. */
final class SnapshotPage extends PlatformObject implements IStorageEditorInput, IEncodedStorage {

    private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    private final OfDomain domain;
    private final String snapshot;
    private final String xml;

    private SnapshotPage(OfDomain domain, String snapshot, String xml) {
        this.domain = domain;
        this.snapshot = snapshot;
        this.xml = xml;
    }

    /** Opens it. On the UI thread. */
    static void open(IWorkbenchPage page, OfDomain domain, String snapshot, String xml) {
        try {
            page.openEditor(new SnapshotPage(domain, snapshot, xml), GENERIC_EDITOR, true, IWorkbenchPage.MATCH_INPUT);
        } catch (PartInitException e) {
            Failure.show(e);
        }
    }

    @Override
    public IEncodedStorage getStorage() {
        return this;
    }

    @Override
    public InputStream getContents() {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getCharset() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public IPath getFullPath() {
        return null;
    }

    @Override
    public String getName() {
        return snapshot + ".xml";
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("snapshot");
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return Texts.get("page", snapshot, domain.name(), domain.host().uri());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SnapshotPage that && domain.equals(that.domain) && snapshot.equals(that.snapshot);
    }

    @Override
    public int hashCode() {
        return Objects.hash(domain, snapshot);
    }
}
