package dev.virtworkbench.editor.hover;

import dev.virtworkbench.editor.client.Answers;
import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.client.Positions;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;

/** The facts that the server knows about the word at a place. The platform asks for them beside the UI thread. */
public final class Meaning implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

    private static final String BETWEEN_WORDS = " \t\r\n<>='\"";

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        try {
            int start = offset;
            while (start > 0 && BETWEEN_WORDS.indexOf(document.getChar(start - 1)) < 0) {
                start--;
            }
            int end = offset;
            while (end < document.getLength() && BETWEEN_WORDS.indexOf(document.getChar(end)) < 0) {
                end++;
            }
            return end > start ? new Region(start, end - start) : null;
        } catch (BadLocationException editedMeanwhile) {
            return null;
        }
    }

    @Override
    public String getHoverInfo2(ITextViewer viewer, IRegion region) {
        IDocument document = viewer.getDocument();
        return OpenDocuments.get().of(document).flatMap(open -> {
            // The end of a name belongs to it too; its beginning may be a slash of an end tag.
            int inside = region.getOffset() + Math.max(0, region.getLength() - 1);
            HoverParams params = new HoverParams(open.identifier(), Positions.at(document, inside));
            return Answers.await(open.ask(server -> server.getTextDocumentService().hover(params)));
        }).flatMap(Meaning::markdown).orElse(null);
    }

    private static Optional<String> markdown(Hover hover) {
        return hover.getContents().isRight() ? Optional.of(hover.getContents().getRight().getValue()) : Optional.empty();
    }

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return getHoverInfo2(viewer, region);
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return MarkdownControl.HOVER;
    }
}
