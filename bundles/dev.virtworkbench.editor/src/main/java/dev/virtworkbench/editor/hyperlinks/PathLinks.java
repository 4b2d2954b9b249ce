package dev.virtworkbench.editor.hyperlinks;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.editor.content.OpenText;
import dev.virtworkbench.language.structure.DocumentLink;
import dev.virtworkbench.language.structure.DocumentLinks;
import java.net.URI;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;

/** Makes links of paths on the host and web addresses. */
public final class PathLinks extends AbstractHyperlinkDetector {

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        if (viewer.getDocument() == null || !OpenText.isLibvirt(viewer.getDocument())) {
            return null;
        }
        IHyperlink[] links = DocumentLinks.of(DocumentTrees.of(viewer.getDocument())).stream()
                .filter(link -> link.span().touches(region.getOffset()))
                .map(link -> link(viewer.getDocument(), link)).flatMap(Optional::stream).toArray(IHyperlink[]::new);
        return links.length == 0 ? null : links;
    }

    /** Empty for a file of a host that is on another machine, unless somebody knows how to open it. */
    private static Optional<IHyperlink> link(IDocument document, DocumentLink link) {
        IRegion region = new Region(link.span().start(), link.span().length());
        Optional<URI> address = address(document);
        HostPaths hosts = HostPaths.Offered.get();
        boolean here = !"file".equals(link.target().getScheme()) || address.filter(hosts::areElsewhere).isEmpty();
        return here ? Optional.of(new PathLink(region, link.target()))
                : hosts.opener(address.get()).map(opener -> new HostPathLink(region, link.target().getPath(), opener));
    }

    private static Optional<URI> address(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        IFileStore store = buffer == null ? null : buffer.getFileStore();
        return Optional.ofNullable(store).map(IFileStore::toURI);
    }
}
