package dev.virtworkbench.editor.colouring;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension2;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.text.presentation.PresentationReconciler;

/** Colours the text of an editor, and again when the theme changes. Made by the generic editor, one a viewer. */
public final class LibvirtColouring extends PresentationReconciler {

    private ITextViewer viewer;
    private TokenColours colours;
    private TokenColouring colouring;

    @Override
    public void install(ITextViewer viewer) {
        this.viewer = viewer;
        colours = new TokenColours(this::colourAgain);
        colouring = new TokenColouring(colours);
        setDamager(colouring, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(colouring, IDocument.DEFAULT_CONTENT_TYPE);
        super.install(viewer);
    }

    @Override
    public void uninstall() {
        super.uninstall();
        colours.dispose();
    }

    /** One for all: the tree tells what is what, into whatever parts somebody else divides the text. */
    @Override
    public IPresentationDamager getDamager(String contentType) {
        return colouring;
    }

    @Override
    public IPresentationRepairer getRepairer(String contentType) {
        return colouring;
    }

    private void colourAgain() {
        if (viewer instanceof ITextViewerExtension2 extension && !viewer.getTextWidget().isDisposed()) {
            extension.invalidateTextPresentation(0, viewer.getDocument().getLength());
        }
    }
}
