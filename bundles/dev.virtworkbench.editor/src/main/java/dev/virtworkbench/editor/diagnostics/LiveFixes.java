package dev.virtworkbench.editor.diagnostics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;

/** The quick fixes of Ctrl+1 where findings are annotations. Those of markers come from {@link MarkerFixes}. */
public final class LiveFixes implements IQuickAssistProcessor {

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof FindingAnnotation finding && finding.isQuickFixable();
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        ISourceViewer viewer = context.getSourceViewer();
        IDocument document = viewer.getDocument();
        IAnnotationModel model = viewer.getAnnotationModel();
        List<ICompletionProposal> proposals = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation each = all.next();
            Position position = canFix(each) ? model.getPosition(each) : null;
            if (position != null && touches(position, context.getOffset(), Math.max(0, context.getLength()))) {
                Fixes.of(document, ((FindingAnnotation) each).finding().at(position)).stream().map(FixProposal::new)
                        .filter(fix -> !proposals.contains(fix)).forEach(proposals::add);
            }
        }
        return proposals.toArray(ICompletionProposal[]::new);
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    private static boolean touches(Position position, int offset, int length) {
        return position.getOffset() <= offset + length && offset <= position.getOffset() + position.getLength();
    }
}
