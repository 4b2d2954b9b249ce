package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.LineIndex;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** What is to be told about a text, a line each. */
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
                Finding finding = (Finding) element;
                return Texts.get("xml.finding", lines.line(finding.span().start()) + 1, finding.text(Locale.getDefault()));
            }

            @Override
            public Image getImage(Object element) {
                return PlatformUI.getWorkbench().getSharedImages().getImage(image(((Finding) element).severity()));
            }
        });
        table.addSelectionChangedListener(event -> {
            if (table.getStructuredSelection().getFirstElement() instanceof Finding finding) {
                chosen.accept(finding);
            }
        });
    }

    private static String image(Severity severity) {
        return switch (severity) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case INFORMATION, HINT -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
    }

    TableViewer viewer() {
        return table;
    }

    void show(List<Finding> findings, LineIndex where) {
        lines = where;
        table.setInput(findings);
    }
}
