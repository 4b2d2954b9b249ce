package dev.virtworkbench.editor.completion;

import dev.virtworkbench.editor.client.Answers;
import dev.virtworkbench.editor.client.Edits;
import dev.virtworkbench.editor.client.OpenDocument;
import dev.virtworkbench.editor.client.Positions;
import dev.virtworkbench.editor.hover.MarkdownControl;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;

/** One of the server's proposals. What is typed after the list was asked for narrows the list and is replaced with the rest. */
final class ServerProposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3,
        ICompletionProposalExtension5, ICompletionProposalExtension6 {

    private final OpenDocument open;
    private final CompletionItem item;
    private final IRegion replaced;
    private final int asked;
    private IRegion selection;

    /** @param asked offset at which the list was asked for */
    ServerProposal(OpenDocument open, CompletionItem item, int asked) {
        this.open = open;
        this.item = item;
        this.asked = asked;
        replaced = Positions.region(open.document(), item.getTextEdit().getLeft().getRange());
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        String filter = item.getFilterText() == null ? item.getLabel() : item.getFilterText();
        int typed = offset - replaced.getOffset();
        try {
            return typed >= 0 && filter.regionMatches(true, 0, document.get(replaced.getOffset(), typed), 0, typed);
        } catch (BadLocationException shortened) {
            return false;
        }
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        IDocument document = viewer.getDocument();
        Snippet snippet = snippet(document);
        ReplaceEdit main = new ReplaceEdit(replaced.getOffset(), replaced.getLength() + offset - asked, snippet.text());
        MultiTextEdit all = new MultiTextEdit();
        all.addChild(main);
        Optional.ofNullable(item.getAdditionalTextEdits()).orElse(List.of())
                .forEach(edit -> all.addChild(also(document, edit, offset - asked)));
        Edits.asOneStep(document, () -> {
            all.apply(document);
            selection = TabStops.visit(viewer, main.getOffset(), snippet);
        });
    }

    private static ReplaceEdit also(IDocument document, TextEdit edit, int typed) {
        IRegion region = Positions.region(document, edit.getRange());
        return new ReplaceEdit(region.getOffset(), region.getLength(), edit.getNewText());
    }

    private Snippet snippet(IDocument document) {
        String text = item.getTextEdit().getLeft().getNewText();
        String indentation = item.getInsertTextMode() == InsertTextMode.AdjustIndentation ? indentation(document) : "";
        String laidOut = text.replace("\n", TextUtilities.getDefaultLineDelimiter(document) + indentation);
        return item.getInsertTextFormat() == InsertTextFormat.Snippet ? Snippet.parse(laidOut) : Snippet.plain(laidOut);
    }

    private String indentation(IDocument document) {
        try {
            IRegion line = document.getLineInformationOfOffset(replaced.getOffset());
            String before = document.get(line.getOffset(), replaced.getOffset() - line.getOffset());
            return before.substring(0, before.length() - before.stripLeading().length());
        } catch (BadLocationException shortened) {
            return "";
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return selection == null ? null : new Point(selection.getOffset(), selection.getLength());
    }

    /** What the server knows of it, in Markdown. The platform asks beside the UI thread. */
    @Override
    public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
        return Answers.await(open.ask(server -> server.getTextDocumentService().resolveCompletionItem(item)))
                .map(CompletionItem::getDocumentation)
                .map(documentation -> documentation.isLeft() ? documentation.getLeft() : documentation.getRight().getValue())
                .orElse(null);
    }

    @Override
    public IInformationControlCreator getInformationControlCreator() {
        return MarkdownControl.BESIDE;
    }

    @Override
    public StyledString getStyledDisplayString() {
        StyledString label = new StyledString(item.getLabel());
        return item.getDetail() == null ? label : label.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER);
    }

    @Override
    public String getDisplayString() {
        return getStyledDisplayString().getString();
    }

    @Override
    public Image getImage() {
        return ProposalIcons.of(item.getKind());
    }

    @Override
    public CharSequence getPrefixCompletionText(IDocument document, int offset) {
        return null;
    }

    @Override
    public int getPrefixCompletionStart(IDocument document, int offset) {
        return replaced.getOffset();
    }

    @Override
    public void apply(IDocument document) {
        throw new UnsupportedOperationException("applied in a viewer");
    }

    @Override
    public String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {
        // nothing is shown ahead
    }

    @Override
    public void unselected(ITextViewer viewer) {
        // nothing was shown
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
