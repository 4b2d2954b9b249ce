package dev.virtworkbench.explorer.preferences;

import dev.virtworkbench.engine.hosts.DefaultHosts;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.ListViewer;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The hosts of the explorer, by their URIs. Nothing happens to them before the page is applied. */
public final class HostsPage extends PreferencePage implements IWorkbenchPreferencePage {

    private final List<String> uris = new ArrayList<>();
    private ListViewer list;

    @Override
    public void init(IWorkbench workbench) {
        setDescription(text("hosts"));
        uris.addAll(VirtWorkbench.get().contents().hosts().stream().map(Host::uri).toList());
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        HelpContext.HOSTS.of(page);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(page);
        list = new ListViewer(page, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new LabelProvider());
        list.setInput(uris);
        GridDataFactory.fillDefaults().grab(true, true).hint(220, 200).applyTo(list.getControl());
        Composite buttons = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        button(buttons, "add", this::add);
        Button remove = button(buttons, "remove", this::remove);
        remove.setEnabled(false);
        list.addSelectionChangedListener(event -> remove.setEnabled(!event.getSelection().isEmpty()));
        return page;
    }

    private Button button(Composite parent, String key, Runnable pressed) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text(key));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pressed.run()));
        setButtonLayoutData(button);
        return button;
    }

    private void add() {
        InputDialog dialog = new InputDialog(getShell(), text("add.title"), text("add.uri"), DefaultHosts.choose(), this::problem);
        if (dialog.open() == Window.OK) {
            uris.add(dialog.getValue().strip());
            list.refresh();
        }
    }

    /** Null if it may be added. */
    private String problem(String uri) {
        if (!uri.contains(":/")) {
            return text("add.none");
        }
        return uris.contains(uri.strip()) ? text("add.twice") : null;
    }

    private void remove() {
        uris.removeAll(list.getStructuredSelection().toList());
        list.refresh();
    }

    @Override
    protected void performDefaults() {
        uris.clear();
        uris.addAll(DefaultHosts.forNewcomers());
        list.refresh();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        VirtWorkbench workbench = VirtWorkbench.get();
        workbench.contents().hosts().stream().filter(host -> !uris.contains(host.uri())).forEach(workbench::removeHost);
        List<String> there = workbench.contents().hosts().stream().map(Host::uri).toList();
        uris.stream().filter(uri -> !there.contains(uri)).forEach(workbench::addHost);
        return true;
    }

    private static String text(String key) {
        return Words.of(Message.of(HostsPage.class, key));
    }
}
