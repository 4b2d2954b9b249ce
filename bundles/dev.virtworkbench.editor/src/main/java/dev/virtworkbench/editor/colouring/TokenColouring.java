package dev.virtworkbench.editor.colouring;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.language.structure.SemanticToken;
import dev.virtworkbench.language.structure.SemanticTokens;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;

/**
 * Colours what an edit changed: from the first to the last token that is another than before, however far from the edit that is
 * (a comment begun takes all that follows).
 */
final class TokenColouring implements IPresentationDamager, IPresentationRepairer {

    private final TokenColours colours;
    private IDocument document;
    private XmlTree tree;
    private List<SemanticToken> tokens = List.of();
    private DocumentEvent lastEdit;
    private IRegion lastDamage;

    TokenColouring(TokenColours colours) {
        this.colours = colours;
    }

    @Override
    public void setDocument(IDocument document) {
        this.document = document;
    }

    /** The reconciler asks twice about an edit that removes something: for where the damage begins and where it ends. */
    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent edit, boolean partitioningChanged) {
        if (edit != lastEdit) {
            List<SemanticToken> before = tokens;
            lastDamage = damage(edit, before, tokens());
            lastEdit = edit;
        }
        return lastDamage;
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        int from = damage.getOffset();
        int to = from + damage.getLength();
        for (SemanticToken token : tokens()) {
            int start = Math.max(token.span().start(), from);
            int end = Math.min(token.span().end(), to);
            if (start < end) {
                presentation.addStyleRange(new StyleRange(start, end - start, colours.of(token.type()), null));
            }
        }
    }

    /** The tokens of what stands in the document now. */
    private List<SemanticToken> tokens() {
        XmlTree now = DocumentTrees.of(document);
        if (now != tree) {
            tree = now;
            tokens = SemanticTokens.of(now);
        }
        return tokens;
    }

    private IRegion damage(DocumentEvent edit, List<SemanticToken> before, List<SemanticToken> now) {
        int inserted = edit.getText() == null ? 0 : edit.getText().length();
        int moved = inserted - edit.getLength();
        int same = 0;
        int shorter = Math.min(before.size(), now.size());
        while (same < shorter && before.get(same).equals(now.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same && isMoved(before.get(before.size() - 1 - tail), now.get(now.size() - 1 - tail), moved)) {
            tail++;
        }
        int start = edit.getOffset();
        int end = edit.getOffset() + inserted;
        if (same < now.size() - tail) {
            start = Math.min(start, now.get(same).span().start());
            end = Math.max(end, now.get(now.size() - 1 - tail).span().end());
        }
        if (same < before.size() - tail) {
            // What was coloured and is not any more.
            start = Math.min(start, before.get(same).span().start());
            end = Math.max(end, before.get(before.size() - 1 - tail).span().end() + moved);
        }
        start = Math.clamp(start, 0, document.getLength());
        return new Region(start, Math.clamp(end, start, document.getLength()) - start);
    }

    private static boolean isMoved(SemanticToken before, SemanticToken now, int by) {
        return before.type() == now.type() && before.span().start() + by == now.span().start()
                && before.span().end() + by == now.span().end();
    }
}
