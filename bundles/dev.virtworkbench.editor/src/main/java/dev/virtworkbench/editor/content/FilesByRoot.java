package dev.virtworkbench.editor.content;

import dev.virtworkbench.language.reading.DocumentReader;
import dev.virtworkbench.language.schema.Recognition;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.core.runtime.content.IContentTypeManager;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IEditorAssociationOverride;

/**
 * Files whose root element is libvirt's open in the generic editor even if their name does not end in {@code .xml}, as what {@code virsh
 * dumpxml} wrote to a file of any name. The platform looks into a file only for the content types that its name allows, and so does the
 * generic editor: so such a name becomes one of libvirt's content type, as a person could do in the preferences (General > Content Types).
 * A file of that name that is not libvirt's stays what it is. On the UI thread.
 */
public final class FilesByRoot implements IEditorAssociationOverride {

    /** The generic editor. */
    static final String EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    private static final String LIBVIRT = "dev.virtworkbench.editor.libvirt";

    /** How much of a file is looked at, in bytes. */
    private static final int BEGINNING = 64 * 1024;

    @Override
    public IEditorDescriptor overrideDefaultEditor(IEditorInput input, IContentType type, IEditorDescriptor otherwise) {
        if ((type == null || type.getId().equals(IContentTypeManager.CT_TEXT)) && input instanceof IURIEditorInput file && isLibvirts(file)) {
            try {
                libvirt().addFileSpec(input.getName(), IContentType.FILE_NAME_SPEC);
                return PlatformUI.getWorkbench().getEditorRegistry().findEditor(EDITOR);
            } catch (CoreException failure) {
                ILog.of(getClass()).error("making " + input.getName() + " a name for libvirt XML", failure);
            }
        }
        return otherwise;
    }

    @Override
    public IEditorDescriptor overrideDefaultEditor(String name, IContentType type, IEditorDescriptor otherwise) {
        return otherwise;
    }

    @Override
    public IEditorDescriptor[] overrideEditors(IEditorInput input, IContentType type, IEditorDescriptor[] otherwise) {
        return otherwise;
    }

    @Override
    public IEditorDescriptor[] overrideEditors(String name, IContentType type, IEditorDescriptor[] otherwise) {
        return otherwise;
    }

    private static IContentType libvirt() {
        return Platform.getContentTypeManager().getContentType(LIBVIRT);
    }

    /** Whether it is, as far as that can be read. A file of a project that is not there any more has no place. */
    private static boolean isLibvirts(IURIEditorInput file) {
        if (file.getURI() == null) {
            return false;
        }
        try {
            IFileStore store = EFS.getStore(file.getURI());
            try (InputStream in = store.openInputStream(EFS.NONE, null)) {
                String text = new DocumentReader().read(in.readNBytes(BEGINNING)).text();
                return Recognition.of(XmlTree.parse(text), file.getURI().toString()).isPresent();
            }
        } catch (CoreException | IOException unreadable) {
            // Who opens it is told by the editor.
            return false;
        }
    }
}
