package dev.virtworkbench.editor.inlay;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.editor.content.OpenText;
import dev.virtworkbench.language.structure.InlayHint;
import dev.virtworkbench.language.structure.InlayHints;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineContentCodeMining;

/** Shows sizes beside their numbers. The platform asks from a thread of its own; documents are read on the UI thread. */
public final class SizeHints extends AbstractCodeMiningProvider {

    /** A size behind the value that it explains. */
    private static final class Hint extends LineContentCodeMining {

        Hint(InlayHint hint, SizeHints provider) {
            super(new Position(hint.offset(), 1), provider);
            setLabel(" " + hint.label() + " ");
        }
    }

    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
        return CompletableFuture.supplyAsync(() -> hints(viewer.getDocument()), viewer.getTextWidget().getDisplay()::asyncExec);
    }

    private List<? extends ICodeMining> hints(IDocument document) {
        return document == null || !OpenText.isLibvirt(document) ? List.of() : InlayHints.of(DocumentTrees.of(document)).stream()
                .filter(hint -> hint.offset() < document.getLength()).map(hint -> new Hint(hint, this)).toList();
    }
}
