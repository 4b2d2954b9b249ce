package dev.virtworkbench.editor.completion;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** One of the values that can be chosen at a place of a snippet; it replaces what stands at that place by then. */
final class Choice implements ICompletionProposal, ICompletionProposalExtension2 {

    private final String value;
    private Position place;

    Choice(String value) {
        this.value = value;
    }

    void at(Position position) {
        place = position;
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        apply(viewer.getDocument());
    }

    @Override
    public void apply(IDocument document) {
        try {
            document.replace(place.getOffset(), place.getLength(), value);
        } catch (BadLocationException failure) {
            throw new IllegalStateException("a place to fill in that is gone", failure);
        }
    }

    /** All values stay in the list: what stands at the place is one of them already. */
    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        return place.overlapsWith(offset, 0) || place.getOffset() + place.getLength() == offset;
    }

    @Override
    public Point getSelection(IDocument document) {
        return new Point(place.getOffset() + place.getLength(), 0);
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
    public String getDisplayString() {
        return value;
    }

    @Override
    public String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
