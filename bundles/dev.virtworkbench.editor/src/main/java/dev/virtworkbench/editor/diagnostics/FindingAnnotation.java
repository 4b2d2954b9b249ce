package dev.virtworkbench.editor.diagnostics;

import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.quickassist.IQuickFixableAnnotation;
import org.eclipse.jface.text.source.Annotation;

/** A finding of a document that is no file of the workspace. It looks as those of files do. */
final class FindingAnnotation extends Annotation implements IQuickFixableAnnotation {

    private final Finding finding;

    FindingAnnotation(Finding finding) {
        super(type(finding.severity()), false, finding.message());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }

    @Override
    public boolean isQuickFixable() {
        return finding.fixable();
    }

    @Override
    public boolean isQuickFixableStateSet() {
        return true;
    }

    @Override
    public void setQuickFixable(boolean state) {
        // the finding knows it from the beginning
    }

    private static String type(int severity) {
        return switch (severity) {
            case IMarker.SEVERITY_ERROR -> "org.eclipse.ui.workbench.texteditor.error";
            case IMarker.SEVERITY_WARNING -> "org.eclipse.ui.workbench.texteditor.warning";
            default -> "org.eclipse.ui.workbench.texteditor.info";
        };
    }
}
