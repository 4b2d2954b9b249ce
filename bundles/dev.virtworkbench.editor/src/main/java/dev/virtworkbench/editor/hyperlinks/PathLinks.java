package dev.virtworkbench.editor.hyperlinks;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.editor.content.OpenText;
import dev.virtworkbench.language.structure.DocumentLinks;
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
                .map(link -> new PathLink(new Region(link.span().start(), link.span().length()), link.target()))
                .toArray(IHyperlink[]::new);
        return links.length == 0 ? null : links;
    }
}
