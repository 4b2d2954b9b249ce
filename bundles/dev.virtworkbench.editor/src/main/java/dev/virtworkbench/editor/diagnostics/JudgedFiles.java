package dev.virtworkbench.editor.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;

/** Which files of the workspace are judged: those that somebody writes, by a name that a document of libvirt's may have. */
final class JudgedFiles {

    /** Nobody writes larger ones by hand, in bytes. */
    static final int LARGEST = 4 * 1024 * 1024;

    private JudgedFiles() {}

    /** Whether a file is one, before it is read; not one that is derived, hidden, in a closed project or gone. Any thread. */
    static boolean isJudged(IFile file) {
        return file.isAccessible() && isNamed(file.getName()) && !file.isDerived(IResource.CHECK_ANCESTORS)
                && !file.isHidden(IResource.CHECK_ANCESTORS) && !file.isTeamPrivateMember(IResource.CHECK_ANCESTORS)
                && file.getLocationURI() != null;
    }

    /** Whether its name is that of XML, or of what a person has said is libvirt's. */
    static boolean isNamed(String name) {
        IContentType type = Platform.getContentTypeManager().getContentType("dev.virtworkbench.editor.libvirt");
        return type.isAssociatedWith(name);
    }

    /** Those in and below a container; nothing is read. */
    static List<IFile> in(IResource container) throws CoreException {
        List<IFile> files = new ArrayList<>();
        container.accept((IResourceProxy each) -> {
            if (each.getType() == IResource.FILE && isNamed(each.getName())) {
                files.add((IFile) each.requestResource());
            }
            return each.isAccessible() && !each.isDerived();
        }, IResource.NONE);
        return files;
    }
}
