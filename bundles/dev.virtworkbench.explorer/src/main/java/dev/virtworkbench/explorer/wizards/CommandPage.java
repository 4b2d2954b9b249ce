package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.editor.content.TypingPause;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.commandlines.CommandLines;
import dev.virtworkbench.language.commandlines.Translation;
import dev.virtworkbench.language.commandlines.Translation.Document;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A command, and below it the XML that it becomes, live, with what is to be known of it. The XML may be edited. */
final class CommandPage extends WizardPage {

    private static final int LINES = 5;

    private final List<Host> hosts = VirtWorkbench.get().engine().hosts().stream()
            .filter(host -> host.status().state() == HostState.CONNECTED).toList();
    private final Optional<Host> wanted;
    private final String pasted;
    private final TypingPause<Told> judging = new TypingPause<>(this::judge, this::show);
    private List<Translation> documents = List.of();
    private Combo host;
    private Text command;
    private Combo choice;
    private XmlViewer xml;
    private FindingsTable findings;

    /** What there is to tell about a text. */
    private record Told(XmlTree tree, List<Finding> findings) { }

    /**
     * @param wanted the host that is chosen to begin with
     * @param pasted the command to begin with; may be empty
     */
    CommandPage(Optional<Host> wanted, String pasted) {
        super("command");
        this.wanted = wanted;
        this.pasted = pasted;
        setTitle(Texts.get("command.title"));
        setDescription(Texts.get("command.description"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        host = labelled(page, "fields.host", new Combo(page, SWT.DROP_DOWN | SWT.READ_ONLY));
        host.setItems(hosts.stream().map(Host::uri).toArray(String[]::new));
        host.select(Math.max(wanted.map(hosts::indexOf).orElse(0), 0));
        command = labelled(page, "command.command", new Text(page, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP));
        command.setFont(JFaceResources.getTextFont());
        command.setMessage(Texts.get("command.hint"));
        GridDataFactory.fillDefaults().grab(true, false).hint(600, LINES * command.getLineHeight()).applyTo(command);
        choice = labelled(page, "command.document", new Combo(page, SWT.DROP_DOWN | SWT.READ_ONLY));
        SashForm parts = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(600, 400).applyTo(parts);
        xml = new XmlViewer(parts);
        findings = new FindingsTable(parts, xml::reveal);
        parts.setWeights(3, 1);
        command.addModifyListener(event -> read());
        choice.addListener(SWT.Selection, event -> write());
        setControl(page);
        HelpContext.OBJECTS.of(page);
        judging.watch(xml.viewer().getDocument());
        command.setText(pasted);
        setErrorMessage(null);
    }

    /** Puts a label before a control that is there already. */
    private static <C extends Control> C labelled(Composite page, String key, C control) {
        Label label = new Label(page, SWT.NONE);
        label.setText(Texts.get(key));
        label.moveAbove(control);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, control instanceof Text ? SWT.TOP : SWT.CENTER).applyTo(label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
        return control;
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            command.setFocus();
        }
    }

    @Override
    public void dispose() {
        judging.watch(null);
        super.dispose();
    }

    private void read() {
        documents = CommandLines.find(command.getText()).stream().filter(each -> each.document().isPresent()).toList();
        choice.setItems(documents.stream().map(each -> Texts.get("command.becomes", each.command(), each.document().get().root()))
                .toArray(String[]::new));
        choice.select(0);
        choice.setEnabled(documents.size() > 1);
        write();
    }

    private void write() {
        xml.setText(translation().flatMap(Translation::document).map(Document::xml).orElse(""));
        if (documents.isEmpty()) {
            show(new Told(XmlTree.parse(""), List.of()));
        }
    }

    private Optional<Translation> translation() {
        return documents.isEmpty() ? Optional.empty() : Optional.of(documents.get(Math.max(choice.getSelectionIndex(), 0)));
    }

    private Told judge(XmlTree tree) {
        try {
            Optional<LibvirtDocument> document = VirtWorkbench.get().language().readDeclared("", tree.text());
            return new Told(tree, document.isPresent() ? document.get().findings(WorkspaceFacts.NONE) : List.of());
        } catch (SchemaException e) {
            return new Told(tree, List.of());
        }
    }

    private void show(Told told) {
        xml.underline(told.findings());
        findings.show(translation().map(Translation::notes).orElse(List.of()), told.findings(), told.tree().lines());
        boolean whole = translation().isPresent() && told.tree().wellFormed();
        String problem = hosts.isEmpty() ? Texts.get("fields.no-host")
                : translation().isEmpty() && !command.getText().isBlank() ? Texts.get("command.unknown")
                : translation().isPresent() && !whole ? Texts.get("xml.broken") : null;
        setErrorMessage(problem);
        setPageComplete(whole && problem == null);
    }

    /** The host that is chosen. There is one once the page is complete. */
    Host host() {
        return hosts.get(host.getSelectionIndex());
    }

    /** What the command becomes, with the XML as it was edited. There is one once the page is complete. */
    Translation edited() {
        Translation made = translation().orElseThrow();
        Document document = made.document().orElseThrow();
        return new Translation(made.command(), made.span(), Optional.of(new Document(document.root(), xml.text(), document.owner())), made.notes());
    }
}
