package dev.virtworkbench.editor.hyperlinks;

import dev.virtworkbench.editor.client.Answers;
import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.client.Positions;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/**
 * A link to where the schema defines an element or attribute. The server is asked when it is followed.
 *
 * @param region the name that is underlined
 * @param label what the link is called
 */
record SchemaLink(IDocument document, IRegion region, String label) implements Link {

    /** Whether an offset is in the name, or right at one of its ends. */
    boolean touches(int offset) {
        return region.getOffset() <= offset && offset <= region.getOffset() + region.getLength();
    }

    @Override
    public String getHyperlinkText() {
        return label;
    }

    @Override
    public void open() {
        List<? extends Location> places = OpenDocuments.get().of(document)
                .flatMap(open -> Answers.await(open.ask(server -> server.getTextDocumentService().definition(
                        new DefinitionParams(open.identifier(), Positions.at(document, region.getOffset()))))))
                .<List<? extends Location>>map(answer -> answer.getLeft()).orElse(List.of());
        if (places.isEmpty()) {
            MessageDialog.openInformation(shell(), Texts.TITLE, Texts.NO_DEFINITION);
        } else {
            chosen(places).ifPresent(SchemaPage::open);
        }
    }

    private static Optional<Location> chosen(List<? extends Location> places) {
        if (places.size() == 1) {
            return Optional.of(places.getFirst());
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell(), LabelProvider.createTextProvider(place ->
                SchemaPage.name(((Location) place).getUri()) + ':' + (((Location) place).getRange().getStart().getLine() + 1)));
        dialog.setTitle(Texts.TITLE);
        dialog.setMessage(Texts.SEVERAL);
        dialog.setElements(places.toArray());
        dialog.open();
        return Optional.ofNullable((Location) dialog.getFirstResult());
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
    }
}
