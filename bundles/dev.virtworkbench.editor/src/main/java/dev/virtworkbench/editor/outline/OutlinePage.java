package dev.virtworkbench.editor.outline;

import dev.virtworkbench.editor.content.OpenText;
import dev.virtworkbench.editor.content.TypingPause;
import dev.virtworkbench.language.structure.DocumentSymbol;
import dev.virtworkbench.language.structure.DocumentSymbols;
import dev.virtworkbench.language.syntax.Span;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The page of an editor in the view "Outline": it goes with what is typed and with the caret, and leads to what is chosen in it. */
final class OutlinePage extends ContentOutlinePage {

    /** How many levels are open at first: the document and what it consists of. */
    private static final int LEVELS = 2;

    /** From how many lines on making them takes longer than somebody notices who only moves the caret. */
    private static final int MANY = 200;

    private final ITextEditor editor;
    private final TypingPause<List<DocumentSymbol>> pause = new TypingPause<>(DocumentSymbols::of, this::show);
    private final ISelectionChangedListener caretMoved = event -> showCaret();
    private final OutlineNode root = OutlineNode.root();
    private boolean choosing;

    OutlinePage(ITextEditor editor) {
        this.editor = editor;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.setUseHashlookup(true);
        tree.setContentProvider(new OutlineTree());
        tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
        tree.setInput(root);
        pause.watch(editor.getDocumentProvider().getDocument(editor.getEditorInput()));
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.addPostSelectionChangedListener(caretMoved);
        }
        showCaret();
    }

    @Override
    public void dispose() {
        pause.watch(null);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.removePostSelectionChangedListener(caretMoved);
        }
        super.dispose();
    }

    /** Somebody chose a line, or the caret did; only the first moves the caret. */
    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (!choosing && event.getStructuredSelection().getFirstElement() instanceof OutlineNode line) {
            Span name = line.symbol().selection();
            choosing = true;
            editor.selectAndReveal(name.start(), name.length());
            choosing = false;
        }
    }

    private void show(List<DocumentSymbol> symbols) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        TreeViewer tree = getTreeViewer();
        if (document == null || tree == null || tree.getControl().isDisposed()) {
            return;
        }
        boolean first = root.children().isEmpty();
        OutlineNode.Changes changes = root.update(OpenText.isLibvirt(document) ? symbols : List.of());
        choosing = true;
        try {
            changes.restructured().forEach(tree::refresh);
            tree.update(changes.relabelled().toArray(), null);
            if (first) {
                tree.expandToLevel(LEVELS);
            }
        } finally {
            choosing = false;
        }
        showCaret();
    }

    private void showCaret() {
        TreeViewer tree = getTreeViewer();
        if (choosing || tree == null || tree.getControl().isDisposed()
                || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
            return;
        }
        Optional<OutlineNode> line = root.at(selection.getOffset()).map(this::inSight);
        choosing = true;
        tree.setSelection(line.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
        choosing = false;
    }

    /** The line itself, or the nearest above it that can be shown without opening one with very many lines below. */
    private OutlineNode inSight(OutlineNode line) {
        OutlineNode shown = line;
        for (OutlineNode above = line.parent(); above != root; above = above.parent()) {
            if (above.children().size() > MANY && !getTreeViewer().getExpandedState(above)) {
                shown = above;
            }
        }
        return shown;
    }
}
