package dev.virtworkbench.editor.hyperlinks;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.editor.content.OpenText;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;

/** Makes links of the names of elements and attributes, to where the schema defines the element. */
public final class SchemaLinks extends AbstractHyperlinkDetector {

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        IDocument document = viewer.getDocument();
        if (document == null || !OpenText.isLibvirt(document)) {
            return null;
        }
        int offset = region.getOffset();
        return DocumentTrees.of(document).elementAt(offset).flatMap(element -> names(element)
                .filter(name -> name.touches(offset)).findFirst()
                .map(name -> new IHyperlink[] {new SchemaLink(document, new Region(name.start(), name.length()), element.name())}))
                .orElse(null);
    }

    private static Stream<Span> names(XmlElement element) {
        return Stream.concat(Stream.of(Optional.of(element.nameSpan()), element.endNameSpan()).flatMap(Optional::stream),
                element.attributes().stream().map(attribute -> attribute.nameSpan()));
    }
}
