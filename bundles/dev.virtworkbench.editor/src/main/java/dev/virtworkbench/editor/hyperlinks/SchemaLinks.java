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

/** Makes links of the names of elements and attributes, to where the schema defines them. */
public final class SchemaLinks extends AbstractHyperlinkDetector {

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        IDocument document = viewer.getDocument();
        if (document == null || !OpenText.isLibvirt(document)) {
            return null;
        }
        int offset = region.getOffset();
        return DocumentTrees.of(document).elementAt(offset).flatMap(element -> links(document, element)
                .filter(link -> link.touches(offset))
                .findFirst().map(link -> new IHyperlink[] {link})).orElse(null);
    }

    private static Stream<SchemaLink> links(IDocument document, XmlElement element) {
        Stream<SchemaLink> names = Stream.of(Optional.of(element.nameSpan()), element.endNameSpan()).flatMap(Optional::stream)
                .map(name -> link(document, name, Texts.schema(element.name())));
        return Stream.concat(names, element.attributes().stream().map(attribute ->
                link(document, attribute.nameSpan(), Texts.schemaOfAttribute(attribute.name(), element.name()))));
    }

    private static SchemaLink link(IDocument document, Span name, String label) {
        return new SchemaLink(document, new Region(name.start(), name.length()), label);
    }
}
