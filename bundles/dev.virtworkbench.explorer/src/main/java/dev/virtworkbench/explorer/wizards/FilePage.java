package dev.virtworkbench.explorer.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;

/** Where the file shall be and what it begins with. */
final class FilePage extends WizardNewFileCreationPage {

    private static final List<Template> TEMPLATES = List.of(Template.values());

    private final Optional<String> text;
    private Template template;

    /** @param text what the file begins with; empty to choose it */
    FilePage(IStructuredSelection selection, Optional<String> text) {
        super("file", selection);
        this.text = text;
        template = text.flatMap(document -> TEMPLATES.stream().filter(each -> document.contains("<" + each.kind().root() + ">")).findFirst())
                .orElse(Template.POOL);
        setTitle(Texts.get("file.title"));
        setDescription(Texts.get("file.description"));
        setFileExtension("xml");
        setFileName(template.fileName());
    }

    @Override
    public void createControl(Composite parent) {
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(whole);
        Composite choice = new Composite(whole, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(choice);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
        choice.setVisible(text.isEmpty());
        new Label(choice, SWT.NONE).setText(Texts.get("file.template"));
        Combo templates = new Combo(choice, SWT.DROP_DOWN | SWT.READ_ONLY);
        templates.setItems(TEMPLATES.stream().map(each -> Texts.get("file.template." + each)).toArray(String[]::new));
        templates.setVisibleItemCount(TEMPLATES.size());
        templates.select(TEMPLATES.indexOf(template));
        templates.addListener(SWT.Selection, event -> choose(TEMPLATES.get(templates.getSelectionIndex())));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(templates);
        super.createControl(whole);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(getControl());
        setControl(whole);
    }

    /** A file name that somebody typed stays. */
    private void choose(Template chosen) {
        boolean untouched = getFileName().equals(template.fileName());
        template = chosen;
        if (untouched) {
            setFileName(chosen.fileName());
        }
    }

    @Override
    protected InputStream getInitialContents() {
        return new ByteArrayInputStream(text.orElseGet(template::text).getBytes(StandardCharsets.UTF_8));
    }
}
