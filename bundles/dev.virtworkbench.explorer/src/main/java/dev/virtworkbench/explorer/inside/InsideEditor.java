package dev.virtworkbench.explorer.inside;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.inside.Look;
import dev.virtworkbench.engine.inside.Stage;
import dev.virtworkbench.engine.inside.Survey;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.inside.Row.OfDevice;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.ReadOnlyEditor;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/**
 * The inside of an image: its systems, partitions and file systems, and their files as a tree. All of it is read by libguestfs, which is
 * kept while the editor is open and ends with it.
 */
public final class InsideEditor extends ReadOnlyEditor {

    /** Its id in {@code plugin.xml}. */
    public static final String ID = "dev.virtworkbench.explorer.inside";

    private InsideInput input;
    private Look look;
    private InsideActions actions;
    private Folders folders;
    private Label system;
    private Label facts;
    private Composite progress;
    private Label stage;
    private InsideTree tree;
    /** What stands below the tree, and in its menu, with what each is possible for. */
    private final List<Choice> choices = new ArrayList<>();
    private ContentsListener listener;
    /** The look that is under way; null if none is. */
    private Job<Survey> survey;

    /** Something that can be done with what is selected. */
    private record Choice(Button button, IAction action, Function<List<Row>, Boolean> possible) { }

    /** Opens it, or brings it to the front. On the UI thread. @param writers who writes to the image meanwhile */
    public static void open(Host host, Rights rights, Image image, List<String> writers) {
        try {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().openEditor(new InsideInput(host, rights, image, writers), ID);
        } catch (PartInitException e) {
            Failure.show(e);
        }
    }

    @Override
    protected void begin(IEditorInput given) {
        input = (InsideInput) given;
        look = input.host().inside().as(input.rights()).look(input.image());
        actions = new InsideActions(input, look);
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContext.INSIDE.of(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).spacing(8, 4).applyTo(parent);
        system = new Label(parent, SWT.WRAP);
        system.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        facts = new Label(parent, SWT.WRAP);
        facts.setText(input.image().path());
        Stream.of(system, facts).forEach(label -> GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(200, SWT.DEFAULT).applyTo(label));
        createProgress(parent);
        Text filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Texts.get("filter"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        new Label(parent, SWT.NONE);
        folders = new Folders(look, parent.getDisplay(), folder -> tree.show(folder));
        tree = new InsideTree(parent, folders);
        GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(tree.control());
        filter.addModifyListener(event -> tree.filter(filter.getText()));
        createChoices(parent);
        tree.viewer().addSelectionChangedListener(event -> enable());
        tree.viewer().addDoubleClickListener(event -> tree.selected().stream().limit(1).forEach(this::opened));
        getSite().setSelectionProvider(tree.viewer());
        Display display = parent.getDisplay();
        listener = below -> display.asyncExec(this::closeWithHost);
        VirtWorkbench.get().contents().addListener(listener);
        start(stages -> look.survey(stages));
    }

    private void createProgress(Composite parent) {
        progress = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(progress);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(progress);
        stage = new Label(progress, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(stage);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(new ProgressBar(progress, SWT.INDETERMINATE));
        Button cancel = new Button(progress, SWT.PUSH);
        cancel.setText(Texts.get("cancel"));
        cancel.addListener(SWT.Selection, event -> survey.cancel());
    }

    private void createChoices(Composite parent) {
        Composite column = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(column);
        GridDataFactory.fillDefaults().applyTo(column);
        MenuManager menu = new MenuManager();
        choice(column, menu, "view", InsideActions::viewable, actions::view);
        choice(column, menu, "copyOut", InsideActions::copyable, actions::copyOut);
        choice(column, menu, "copyPath", rows -> rows.size() == 1 && !InsideActions.path(rows.getFirst()).isEmpty(), actions::copyPath);
        choice(column, menu, "unlock", rows -> rows.size() == 1 && rows.getFirst() instanceof OfDevice device && device.locked(), this::unlock);
        choice(column, menu, "refresh", rows -> true, rows -> start(stages -> look.survey(stages)));
        tree.viewer().getControl().setMenu(menu.createContextMenu(tree.viewer().getControl()));
    }

    private void choice(Composite column, MenuManager menu, String key, Function<List<Row>, Boolean> possible, Consumer<List<Row>> work) {
        Action action = new Action(Texts.get(key)) {
            @Override
            public void run() {
                work.accept(tree.selected());
            }
        };
        menu.add(action);
        Button button = new Button(column, SWT.PUSH);
        button.setText(Texts.get(key));
        button.setToolTipText(Texts.get(key + ".tip"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, event -> action.run());
        choices.add(new Choice(button, action, possible));
    }

    /** What is asked while something else is looked for waits; so nothing is offered then. */
    private void enable() {
        List<Row> selected = tree.selected();
        for (Choice choice : choices) {
            boolean possible = survey == null && choice.possible().apply(selected);
            choice.button().setEnabled(possible);
            choice.action().setEnabled(possible);
        }
    }

    private void opened(Row row) {
        if (survey != null) {
            return;
        }
        if (InsideActions.viewable(List.of(row))) {
            actions.view(List.of(row));
        } else if (row instanceof OfDevice device && device.locked()) {
            unlock(List.of(row));
        } else {
            tree.viewer().setExpandedState(row, !tree.viewer().getExpandedState(row));
        }
    }

    private void unlock(List<Row> rows) {
        OfDevice device = (OfDevice) rows.getFirst();
        actions.passphrase(device).ifPresent(passphrase -> start(stages -> look.unlock(device.device(), passphrase, stages)));
    }

    private void start(Function<Consumer<Stage>, Job<Survey>> looking) {
        Display display = stage.getDisplay();
        say(Texts.get("beginning"));
        Job<Survey> begun = looking.apply(now -> display.asyncExec(() -> say(Words.of(now.text()))));
        survey = begun;
        show(progress, true);
        enable();
        begun.result().whenComplete((found, failure) -> display.asyncExec(() -> ended(begun, found, failure)));
    }

    private void ended(Job<Survey> ending, Survey found, Throwable failure) {
        if (stage.isDisposed() || survey != ending) {
            return;
        }
        survey = null;
        show(progress, false);
        if (failure == null) {
            folders.forget();
            show(found);
        } else {
            Throwable plain = Failure.plain(failure);
            boolean shown = !tree.viewer().getTree().isDisposed() && tree.viewer().getTree().getItemCount() > 0;
            if (shown) {
                // a wrong passphrase, or a look that was cancelled: what is there stays
                Failure.show(plain);
            } else {
                system.setText(plain instanceof CancellationException ? Texts.get("cancelled") : Texts.get("failed"));
                facts.setText(plain instanceof VirtException told ? Stream.concat(Stream.of(told.text()), told.hint().stream()).map(Words::of)
                        .collect(Collectors.joining("\n")) : "");
            }
        }
        enable();
        system.getParent().layout(true, true);
    }

    private void show(Survey found) {
        system.setText(found.systems().isEmpty() ? Texts.get("no-system")
                : found.systems().stream().map(InsideEditor::words).collect(Collectors.joining("\n")));
        String table = found.table().map(kind -> Texts.get("table", Texts.known("table." + kind).orElse(kind))).orElseGet(() -> Texts.get("no-table"));
        facts.setText(Stream.of(Optional.of(Texts.get("facts", Bytes.of(found.size()), table)),
                        input.writers().isEmpty() ? Optional.<String>empty() : Optional.of(Texts.get("torn", String.join(", ", input.writers()))),
                        found.slow().map(Words::of))
                .flatMap(Optional::stream).collect(Collectors.joining("\n")));
        tree.show(Row.of(found));
    }

    private static String words(Survey.GuestSystem found) {
        String name = Stream.of(found.product(), found.distribution(), found.type()).filter(each -> !each.isEmpty()).findFirst().orElse("?");
        return found.hostname().isEmpty() ? Texts.get("system", name, found.root()) : Texts.get("system.host", name, found.hostname(), found.root());
    }

    private void say(String words) {
        if (!stage.isDisposed()) {
            stage.setText(words);
            stage.requestLayout();
        }
    }

    private static void show(Composite part, boolean visible) {
        part.setVisible(visible);
        ((GridData) part.getLayoutData()).exclude = !visible;
        part.requestLayout();
    }

    private void closeWithHost() {
        if (!stage.isDisposed() && !VirtWorkbench.get().contents().hosts().contains(input.host())) {
            getSite().getPage().closeEditor(this, false);
        }
    }

    @Override
    public void setFocus() {
        tree.viewer().getControl().setFocus();
    }

    @Override
    public void dispose() {
        if (listener != null) {
            VirtWorkbench.get().contents().removeListener(listener);
        }
        if (survey != null) {
            survey.cancel();
        }
        look.close();
        super.dispose();
    }
}
