package dev.virtworkbench.explorer.snapshots;

import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.snapshots.SnapshotTree;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.HostObject.OfHost;
import dev.virtworkbench.explorer.model.Node;
import dev.virtworkbench.explorer.model.Node.Group;
import dev.virtworkbench.explorer.model.Node.Kind;
import dev.virtworkbench.explorer.model.Reading;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.ReadOnlyEditor;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/**
 * The snapshots of a domain as a tree, and what can be done with them: beside the explorer, so that the domain can be started, stopped
 * and looked at meanwhile. It closes with its domain.
 */
public final class SnapshotsEditor extends ReadOnlyEditor {

    /** Its id in {@code plugin.xml}. */
    public static final String ID = "dev.virtworkbench.explorer.snapshots";

    private static final int LINES = 4;

    private OfDomain domain;
    private HostContents contents;
    private SnapshotActions actions;
    private Composite pages;
    private StackLayout stack;
    private Composite note;
    private Label words;
    private SnapshotsTree tree;
    private Text details;
    private List<Button> onOne;
    private Button take;
    private Button takeOfFile;
    private Button current;
    private ContentsListener listener;
    private Optional<String> made = Optional.empty();

    /** Opens the snapshots of a domain, or brings them to the front. On the UI thread. */
    public static void open(IWorkbenchPage page, OfDomain domain) {
        try {
            page.openEditor(new SnapshotsInput(domain), ID);
        } catch (PartInitException e) {
            Failure.show(e);
        }
    }

    @Override
    protected void begin(IEditorInput input) {
        domain = ((SnapshotsInput) input).domain();
        contents = VirtWorkbench.get().contents().of(domain.host());
        actions = new SnapshotActions(getEditorSite(), domain);
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContext.SNAPSHOTS.of(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 4).applyTo(parent);
        pages = new Composite(parent, SWT.NONE);
        stack = new StackLayout();
        pages.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        note = new Composite(pages, SWT.NONE);
        note.setLayout(new GridLayout());
        words = new Label(note, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 6).applyTo(words);
        tree = new SnapshotsTree(pages);
        tree.viewer().addSelectionChangedListener(event -> showSelected());
        tree.viewer().addDoubleClickListener(event -> tree.selected().map(SnapshotTree::snapshot).ifPresent(actions::xml));
        createButtons(parent);
        details = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(100, LINES * details.getLineHeight()).applyTo(details);
        getSite().setSelectionProvider(tree.viewer());
        Display display = parent.getDisplay();
        Set<Node> mine = Set.of(domain, new Group(domain.host(), Kind.DOMAINS), new OfHost(domain.host()));
        listener = below -> {
            if (below.isEmpty() || mine.contains(below.get())) {
                display.asyncExec(this::show);
            }
        };
        VirtWorkbench.get().contents().addListener(listener);
        snapshots().again();
        show();
    }

    private void createButtons(Composite parent) {
        Composite column = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(column);
        GridDataFactory.fillDefaults().applyTo(column);
        take = button(column, "take.button", () -> actions.take(name -> made = Optional.of(name)));
        takeOfFile = button(column, "file.button", () -> actions.takeOfFile(name -> made = Optional.of(name)));
        onOne = List.of(button(column, "revert.button", () -> tree.selected().map(SnapshotTree::snapshot).ifPresent(actions::revert)),
                button(column, "delete.button", () -> tree.selected().ifPresent(actions::delete)),
                button(column, "describe.button", () -> tree.selected().map(SnapshotTree::snapshot).ifPresent(actions::describe)),
                button(column, "xml.button", () -> tree.selected().map(SnapshotTree::snapshot).ifPresent(actions::xml)));
        current = button(column, "current.button", () -> tree.selected().map(SnapshotTree::snapshot).ifPresent(actions::makeCurrent));
        button(column, "refresh.button", () -> snapshots().again());
    }

    private static Button button(Composite column, String key, Runnable work) {
        Button button = new Button(column, SWT.PUSH);
        button.setText(Texts.get(key));
        button.setToolTipText(Texts.get(key + ".tip"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, event -> work.run());
        return button;
    }

    private Reading<Snapshot> snapshots() {
        return contents.snapshots(domain.summary());
    }

    private void show() {
        if (words.isDisposed()) {
            return;
        }
        if (gone()) {
            getSite().getPage().closeEditor(this, false);
            return;
        }
        snapshots().once();
        Optional<List<Snapshot>> all = snapshots().latest();
        Optional<String> appeared = made.filter(name -> all.orElse(List.of()).stream().anyMatch(each -> each.name().equals(name)));
        tree.show(all.orElse(List.of()), appeared);
        // something else may have changed before it is listed
        if (appeared.isPresent()) {
            made = Optional.empty();
        }
        words.setText(note(all));
        stack.topControl = all.filter(some -> !some.isEmpty()).isPresent() ? tree.control() : note;
        pages.layout(true, true);
        showSelected();
    }

    private String note(Optional<List<Snapshot>> all) {
        return snapshots().failure().map(failure -> Stream.concat(Stream.of(failure.text()), failure.hint().stream()).map(Words::of)
                .collect(Collectors.joining("\n"))).orElseGet(() -> Texts.get(all.isPresent() ? "none" : "reading", domain.name()));
    }

    /** Its host was removed, or does not know it any more. */
    private boolean gone() {
        return !VirtWorkbench.get().contents().hosts().contains(domain.host())
                || contents.domains().complete() && contents.domains().find(domain.summary().uuid()).isEmpty();
    }

    private void showSelected() {
        Optional<Snapshot> selected = tree.selected().map(SnapshotTree::snapshot);
        boolean connected = domain.host().status().state() == HostState.CONNECTED;
        take.setEnabled(connected);
        takeOfFile.setEnabled(connected);
        onOne.forEach(button -> button.setEnabled(connected && selected.isPresent()));
        current.setEnabled(connected && selected.filter(snapshot -> !snapshot.current()).isPresent());
        details.setText(selected.map(SnapshotsEditor::details).orElse(""));
    }

    private static String details(Snapshot snapshot) {
        Stream<String> disks = snapshot.disks().stream().map(disk -> disk.file().map(file -> Texts.get("disk.external", disk.target(), file))
                .orElseGet(() -> Texts.get("disk.internal", disk.target())));
        return Stream.concat(snapshot.description().isBlank() ? Stream.of() : Stream.of(snapshot.description().strip()), disks)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void setFocus() {
        (stack.topControl == note ? take : tree.viewer().getControl()).setFocus();
        // of some changes libvirt tells nothing
        if (domain.host().status().state() == HostState.CONNECTED) {
            snapshots().againIfRead();
        }
    }

    @Override
    public void dispose() {
        if (listener != null) {
            VirtWorkbench.get().contents().removeListener(listener);
        }
        super.dispose();
    }
}
