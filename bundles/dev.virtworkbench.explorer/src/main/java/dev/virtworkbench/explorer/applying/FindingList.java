package dev.virtworkbench.explorer.applying;

import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.LineIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** What schema and rules say against texts, with the line; nothing at all where they say nothing. */
final class FindingList {

    private static final int MOST_ROWS_SHOWN = 6;

    private final List<ApplyPlan> plans;

    FindingList(List<ApplyPlan> plans) {
        this.plans = plans;
    }

    void create(Composite parent) {
        if (plans.stream().allMatch(plan -> told(plan).isEmpty())) {
            return;
        }
        Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        for (ApplyPlan plan : plans) {
            LineIndex lines = new LineIndex(plan.request().text());
            for (Finding finding : told(plan)) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setImage(image(finding.severity()));
                item.setText(words(plan, finding, lines));
            }
        }
        int rows = Math.min(table.getItemCount(), MOST_ROWS_SHOWN);
        GridDataFactory.fillDefaults().grab(true, false).hint(ApplyDialog.WRAP_AT, rows * table.getItemHeight() + table.getBorderWidth() * 2).applyTo(table);
    }

    private String words(ApplyPlan plan, Finding finding, LineIndex lines) {
        String document = plans.size() > 1 ? Row.title(plan) + ": " : "";
        return document + Texts.get("finding", lines.line(finding.span().start()) + 1, finding.text(Locale.getDefault()));
    }

    private static List<Finding> told(ApplyPlan plan) {
        List<Finding> told = new ArrayList<>(plan.findings());
        told.removeIf(finding -> finding.severity() == Severity.HINT);
        return told;
    }

    private static Image image(Severity severity) {
        return PlatformUI.getWorkbench().getSharedImages().getImage(switch (severity) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case INFORMATION, HINT -> ISharedImages.IMG_OBJS_INFO_TSK;
        });
    }
}
