package dev.virtworkbench.editor.inlay;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.editor.content.OpenText;
import dev.virtworkbench.editor.preferences.DocumentSettings;
import dev.virtworkbench.language.structure.InlayHint;
import dev.virtworkbench.language.structure.InlayHints;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineContentCodeMining;
import org.eclipse.jface.text.source.ISourceViewerExtension5;

/** Shows sizes beside their numbers. The platform asks from a thread of its own; only the document is read on the UI thread. */
public final class SizeHints extends AbstractCodeMiningProvider {

    /** A size behind the value that it explains. */
    private static final class Hint extends LineContentCodeMining {

        Hint(InlayHint hint, SizeHints provider) {
            super(new Position(hint.offset(), 1), provider);
            setLabel(" " + hint.label() + " ");
        }
    }

    private Runnable end;

    @Override
    public synchronized CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
        if (end == null) {
            // There is one of us for each viewer.
            end = DocumentSettings.whenChosen(name -> {
                if (DocumentSettings.decidesSizes(name) && viewer instanceof ISourceViewerExtension5 mined) {
                    mined.updateCodeMinings();
                }
            });
        }
        if (!DocumentSettings.showsSizes()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Executor uiThread = viewer.getTextWidget().getDisplay()::asyncExec;
        return CompletableFuture.supplyAsync(() -> tree(viewer.getDocument()), uiThread).thenApplyAsync(this::hints);
    }

    @Override
    public synchronized void dispose() {
        if (end != null) {
            end.run();
        }
        super.dispose();
    }

    private static Optional<XmlTree> tree(IDocument document) {
        return Optional.ofNullable(document).filter(OpenText::isLibvirt).map(DocumentTrees::of);
    }

    private List<? extends ICodeMining> hints(Optional<XmlTree> tree) {
        return tree.stream().flatMap(it -> InlayHints.of(it).stream().filter(hint -> hint.offset() < it.text().length()))
                .map(hint -> new Hint(hint, this)).toList();
    }
}
