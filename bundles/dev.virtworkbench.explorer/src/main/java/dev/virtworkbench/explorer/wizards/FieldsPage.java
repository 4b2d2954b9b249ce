package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardContainer2;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** The page on which somebody states in fields what an object shall be. Begins with the host that it shall be on. */
abstract class FieldsPage extends WizardPage {

    private final List<Host> hosts;
    private final Optional<Host> wanted;
    private Label edited;
    private Combo host;
    private Control first;
    private Optional<String> unanswered = Optional.empty();
    private boolean ready;
    private boolean begun;

    /**
     * @param subject what the texts of the page begin with: {@code pool}
     * @param wanted the host that is chosen to begin with
     */
    FieldsPage(String subject, Optional<Host> wanted) {
        this(subject, VirtWorkbench.get().engine().hosts().stream().filter(host -> host.status().state() == HostState.CONNECTED).toList(), wanted);
    }

    /** For what has to be on that host. */
    FieldsPage(String subject, Host only) {
        this(subject, List.of(only), Optional.of(only));
    }

    private FieldsPage(String subject, List<Host> hosts, Optional<Host> wanted) {
        super("fields");
        this.hosts = hosts;
        this.wanted = wanted.filter(hosts::contains);
        setTitle(Texts.get(subject + ".title"));
        setDescription(Texts.get(subject + ".description"));
        setPageComplete(false);
    }

    @Override
    public final void createControl(Composite parent) {
        Fields fields = new Fields(parent, this::check);
        edited = new Label(fields.area(), SWT.WRAP);
        edited.setText(Texts.get("fields.edited"));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).exclude(true).applyTo(edited);
        host = fields.choice(Texts.get("fields.host"), Texts.get("fields.host.help"), hosts.stream().map(FieldsPage::name).toList());
        host.select(Math.max(wanted.map(hosts::indexOf).orElse(0), 0));
        first = create(fields);
        setControl(fields.control());
        helpContext().of(fields.control());
        host.addListener(SWT.Selection, event -> begin());
        if (hosts.isEmpty()) {
            fields.area().setEnabled(false);
        } else {
            begin();
        }
        ready = true;
        check();
        // what is not stated yet is no mistake yet
        setErrorMessage(hosts.isEmpty() ? Texts.get("fields.no-host") : null);
    }

    private void begin() {
        unanswered = Optional.empty();
        hostChosen();
        check();
    }

    /**
     * Shows what a job of the chosen host gives once it has it, unless another host is chosen by then. One that fails stands as the
     * page's message.
     */
    final <T> void ask(Job<T> job, Consumer<T> show) {
        Host asked = host();
        Display display = host.getDisplay();
        job.result().whenComplete((result, failure) -> display.asyncExec(() -> {
            if (host.isDisposed() || host() != asked) {
                return;
            }
            if (failure == null) {
                show.accept(result);
            } else {
                unanswered = Optional.of(Texts.get("fields.unanswered", asked.uri(), why(Failure.plain(failure))));
                check();
            }
        }));
    }

    private static String why(Throwable failure) {
        if (failure instanceof VirtException told) {
            return told.text().in(Locale.getDefault());
        }
        Failure.log(failure);
        return failure.toString();
    }

    /** What stands in the way while the host has not told what the page cannot do without. */
    final String asking() {
        return unanswered.orElseGet(() -> Texts.get("fields.asking", host().uri()));
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible && !begun) {
            first.setFocus();
            begun = true;
        }
    }

    /** Gives the page the room that it needs now. */
    final void grow() {
        if (ready) {
            ((IWizardContainer2) getContainer()).updateSize();
        }
    }

    private static String name(Host host) {
        return host.simulated() ? Texts.get("fields.simulated", host.uri()) : host.uri();
    }

    /** The part of the help that tells of it. */
    HelpContext helpContext() {
        return HelpContext.OBJECTS;
    }

    /** Puts the fields there. @return the one in which somebody begins */
    abstract Control create(Fields fields);

    /** Asks the host, in the background, for what the fields offer. */
    abstract void hostChosen();

    /** What is wrong with what is stated; empty if nothing is. */
    abstract Optional<String> problem();

    /** What is worth knowing of what is stated, though it can be done; empty if there is nothing. */
    Optional<String> warning() {
        return Optional.empty();
    }

    /** The document that the fields amount to. */
    abstract String xml();

    /** The host that is chosen. There is one once the page is complete. */
    final Host host() {
        return hosts.get(host.getSelectionIndex());
    }

    /** Looks at what is stated now. */
    final void check() {
        if (!ready || hosts.isEmpty()) {
            return;
        }
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        Optional<String> warning = unanswered.or(this::warning);
        setMessage(warning.orElse(getDescription()), warning.isPresent() ? WARNING : NONE);
        setPageComplete(problem.isEmpty());
    }

    /** Whether the XML was edited, so that these fields count no more. */
    final void showEdited(boolean now) {
        ((GridData) edited.getLayoutData()).exclude = !now;
        edited.setVisible(now);
        edited.requestLayout();
        grow();
    }
}
