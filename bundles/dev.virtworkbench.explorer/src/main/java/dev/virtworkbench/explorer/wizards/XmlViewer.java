package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.editor.colouring.LibvirtColouring;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.preference.PreferenceConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.VerifyKeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditorPreferenceConstants;
import org.eclipse.ui.texteditor.AnnotationPreference;
import org.eclipse.ui.texteditor.DefaultMarkerAnnotationAccess;
import org.eclipse.ui.texteditor.MarkerAnnotationPreferences;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;

/** XML to look at and edit outside of an editor: coloured as there, with line numbers, and findings underlined. */
public final class XmlViewer {

    private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";
    private static final String WARNING = "org.eclipse.ui.workbench.texteditor.warning";
    private static final String INFORMATION = "org.eclipse.ui.workbench.texteditor.info";

    private final SourceViewer viewer;
    private final AnnotationModel annotations = new AnnotationModel();

    public XmlViewer(Composite parent) {
        CompositeRuler ruler = new CompositeRuler();
        ruler.addDecorator(0, lineNumbers());
        viewer = new SourceViewer(parent, ruler, SWT.BORDER | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.configure(new SourceViewerConfiguration() {
            @Override
            public IPresentationReconciler getPresentationReconciler(ISourceViewer shown) {
                return new LibvirtColouring();
            }
        });
        viewer.getTextWidget().setFont(JFaceResources.getTextFont());
        viewer.getTextWidget().setTabs(2);
        viewer.setDocument(new Document(), annotations);
        viewer.prependVerifyKeyListener(undoKeys());
        SourceViewerDecorationSupport underlines = new SourceViewerDecorationSupport(viewer, null,
                new DefaultMarkerAnnotationAccess(), EditorsUI.getSharedTextColors());
        for (Object preference : new MarkerAnnotationPreferences().getAnnotationPreferences()) {
            underlines.setAnnotationPreference((AnnotationPreference) preference);
        }
        underlines.install(EditorsUI.getPreferenceStore());
        viewer.getTextWidget().addDisposeListener(event -> underlines.dispose());
    }

    private static LineNumberRulerColumn lineNumbers() {
        LineNumberRulerColumn numbers = new LineNumberRulerColumn();
        numbers.setForeground(EditorsUI.getSharedTextColors().getColor(PreferenceConverter.getColor(EditorsUI.getPreferenceStore(),
                AbstractDecoratedTextEditorPreferenceConstants.EDITOR_LINE_NUMBER_RULER_COLOR)));
        return numbers;
    }

    /** Dialogs have none of the workbench's key bindings. */
    private VerifyKeyListener undoKeys() {
        return key -> {
            int command = (key.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1 ? key.keyCode : 0;
            int operation = command == 'z' ? SourceViewer.UNDO : command == 'y' ? SourceViewer.REDO : 0;
            if (operation != 0) {
                key.doit = false;
                if (viewer.canDoOperation(operation)) {
                    viewer.doOperation(operation);
                }
            }
        };
    }

    /** The viewer itself. */
    public SourceViewer viewer() {
        return viewer;
    }

    String text() {
        return viewer.getDocument().get();
    }

    /** Puts another text there; where the cursor was is of no meaning in it. */
    public void setText(String text) {
        if (!text.equals(text())) {
            viewer.getDocument().set(text);
        }
    }

    /** Underlines findings of the text as it is. */
    void underline(List<Finding> findings) {
        Map<Annotation, Position> marks = new HashMap<>();
        for (Finding finding : findings) {
            marks.put(new Annotation(type(finding.severity()), false, finding.text(Locale.getDefault())),
                    new Position(finding.span().start(), finding.span().length()));
        }
        annotations.removeAllAnnotations();
        marks.forEach(annotations::addAnnotation);
    }

    /** Brings a finding into sight and puts the cursor on it. */
    void reveal(Finding finding) {
        viewer.setSelectedRange(finding.span().start(), finding.span().length());
        viewer.revealRange(finding.span().start(), finding.span().length());
    }

    private static String type(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFORMATION, HINT -> INFORMATION;
        };
    }
}
