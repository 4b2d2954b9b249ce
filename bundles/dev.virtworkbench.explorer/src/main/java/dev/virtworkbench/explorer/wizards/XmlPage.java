package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.editor.content.TypingPause;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.wizard.IWizardContainer2;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/**
 * The XML that will be sent, with what is to be told about it, live. It follows the fields until somebody edits it; from then on
 * it counts, and the fields do not, until it is written anew from them on demand.
 */
final class XmlPage extends WizardPage {

    private static final int LINES_OF_FAILURE = 4;

    private final DocumentKind kind;
    private final Supplier<String> fromFields;
    private final boolean validates;
    private final TypingPause<Told> judging = new TypingPause<>(this::judge, this::show);
    private String written = "";
    private XmlViewer xml;
    private FindingsTable findings;
    private Button validate;
    private Button again;
    private Text failure;

    /** What there is to tell about a text. @param problem why it could not be judged; empty if it could */
    private record Told(XmlTree tree, List<Finding> findings, String problem) { }

    /**
     * @param title what the wizard makes
     * @param fromFields the document that the fields amount to now
     */
    XmlPage(DocumentKind kind, String title, Supplier<String> fromFields) {
        // libvirt judges no volumes
        this(kind, title, fromFields, kind != DocumentKind.STORAGE_VOLUME);
    }

    /** The same. @param validates whether libvirt can be asked to judge the text first */
    XmlPage(DocumentKind kind, String title, Supplier<String> fromFields, boolean validates) {
        super("xml");
        this.validates = validates;
        this.kind = kind;
        this.fromFields = fromFields;
        setTitle(title);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        SashForm parts = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(560, 320).applyTo(parts);
        xml = new XmlViewer(parts);
        xml.viewer().getDocument().addDocumentListener(new IDocumentListener() {
            @Override
            public void documentAboutToBeChanged(DocumentEvent event) {
                // only what it becomes counts
            }

            @Override
            public void documentChanged(DocumentEvent event) {
                changed();
            }
        });
        findings = new FindingsTable(parts, xml::reveal);
        parts.setWeights(3, 1);
        validate = new Button(page, SWT.CHECK);
        validate.setText(Texts.get("xml.validate"));
        validate.setToolTipText(Texts.get("xml.validate.help"));
        validate.setSelection(true);
        validate.setVisible(validates);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(validate);
        again = new Button(page, SWT.PUSH);
        again.setText(Texts.get("xml.again"));
        again.setToolTipText(Texts.get("xml.again.help"));
        again.addListener(SWT.Selection, event -> writeAgain());
        failure = new Text(page, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, LINES_OF_FAILURE * failure.getLineHeight())
                .exclude(true).applyTo(failure);
        failure.setVisible(false);
        setControl(page);
        HelpContext.OBJECTS.of(page);
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible && !edited()) {
            writeAgain();
        }
        super.setVisible(visible);
        if (visible) {
            judging.watch(xml.viewer().getDocument());
            xml.viewer().getTextWidget().setFocus();
        } else {
            judging.watch(null);
        }
    }

    @Override
    public void dispose() {
        judging.watch(null);
        super.dispose();
    }

    /** What is to be sent. */
    String text() {
        return xml.text();
    }

    /** Whether libvirt shall judge it by its own schema first. */
    boolean validated() {
        return validate.getSelection();
    }

    /** Whether somebody has changed what the fields amounted to. */
    boolean edited() {
        return xml != null && !xml.text().equals(written);
    }

    /** Says, below the XML, all that there is to say about a failure. */
    void fail(String words, String details) {
        setErrorMessage(words);
        showFailure(details);
    }

    private void showFailure(String details) {
        failure.setText(details);
        boolean shown = !details.isEmpty();
        if (shown != failure.getVisible()) {
            failure.setVisible(shown);
            ((GridData) failure.getLayoutData()).exclude = !shown;
            failure.requestLayout();
            ((IWizardContainer2) getContainer()).updateSize();
        }
    }

    private void writeAgain() {
        written = fromFields.get();
        xml.setText(written);
        changed();
    }

    private void changed() {
        again.setEnabled(edited());
        setErrorMessage(null);
        showFailure("");
        setMessage(Texts.get(edited() ? "xml.edited" : "xml.written"), edited() ? INFORMATION : NONE);
    }

    private Told judge(XmlTree tree) {
        try {
            return new Told(tree, VirtWorkbench.get().language().readAs(kind, "", tree.text()).findings(WorkspaceFacts.NONE), "");
        } catch (SchemaException e) {
            return new Told(tree, List.of(), e.getMessage());
        }
    }

    private void show(Told told) {
        xml.underline(told.findings());
        findings.show(told.findings(), told.tree().lines());
        long errors = told.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).count();
        setPageComplete(told.tree().wellFormed());
        if (!told.tree().wellFormed()) {
            setErrorMessage(Texts.get("xml.broken"));
        } else if (getErrorMessage() == null && errors > 0) {
            setMessage(Texts.get("xml.errors", errors), WARNING);
        } else if (!told.problem().isEmpty()) {
            setMessage(told.problem(), WARNING);
        }
    }
}
