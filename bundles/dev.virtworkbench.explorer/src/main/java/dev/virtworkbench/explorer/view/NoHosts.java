package dev.virtworkbench.explorer.view;

import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.Contents;
import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.language.findings.Message;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** What to do in an explorer without hosts. */
final class NoHosts {

    private static final String NEW_HOST = "dev.virtworkbench.explorer.new.host";

    private final Contents contents;
    private final Link link;

    /** @param parent has a grid layout */
    NoHosts(Composite parent, Contents contents) {
        this.contents = contents;
        link = new Link(parent, SWT.WRAP);
        link.setText(Words.of(Message.of(NoHosts.class, "none")));
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> addHost()));
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 6).applyTo(link);
        Display display = parent.getDisplay();
        ContentsListener listener = below -> {
            if (below.isEmpty()) {
                display.asyncExec(this::show);
            }
        };
        contents.addListener(listener);
        link.addDisposeListener(event -> contents.removeListener(listener));
        show();
    }

    private void show() {
        if (link.isDisposed()) {
            return;
        }
        boolean none = contents.hosts().isEmpty();
        link.setVisible(none);
        ((GridData) link.getLayoutData()).exclude = !none;
        link.requestLayout();
    }

    private static void addHost() {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(NEW_HOST, null);
        } catch (CommandException e) {
            Failure.show(e);
        }
    }
}
