package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.language.commandlines.Note;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.LineIndex;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** What is to be told about a text, a line each; of a command that it was made of as well. */
final class FindingsTable {

    private final TableViewer table;
    private LineIndex lines = new LineIndex("");

    /** @param chosen told of the finding that somebody selects */
    FindingsTable(Composite parent, Consumer<Finding> chosen) {
        table = new TableViewer(parent, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return element instanceof Note note ? note.message().in(Locale.getDefault()) : line((Finding) element);
            }

            @Override
            public Image getImage(Object element) {
                return PlatformUI.getWorkbench().getSharedImages().getImage(image(element));
            }
        });
        table.addSelectionChangedListener(event -> {
            if (table.getStructuredSelection().getFirstElement() instanceof Finding finding) {
                chosen.accept(finding);
            }
        });
    }

    private String line(Finding finding) {
        return Texts.get("xml.finding", lines.line(finding.span().start()) + 1, finding.text(Locale.getDefault()));
    }

    private static String image(Object element) {
        return switch (element instanceof Note note ? severity(note.kind()) : ((Finding) element).severity()) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case INFORMATION, HINT -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
    }

    private static Severity severity(Note.Kind kind) {
        return kind == Note.Kind.NEEDED ? Severity.WARNING : Severity.INFORMATION;
    }

    TableViewer viewer() {
        return table;
    }

    void show(List<Finding> findings, LineIndex where) {
        show(List.of(), findings, where);
    }

    void show(List<Note> notes, List<Finding> findings, LineIndex where) {
        lines = where;
        table.setInput(Stream.concat(notes.stream(), findings.stream()).toList());
    }
}
