package dev.virtworkbench.explorer.chains;

import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.ImageForest;
import dev.virtworkbench.engine.images.ImageForest.Member;
import dev.virtworkbench.engine.images.ImageForest.State;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.images.HostRights;
import dev.virtworkbench.explorer.images.ImageFile;
import dev.virtworkbench.explorer.images.ImageMenu;
import dev.virtworkbench.explorer.images.ImageOperations;
import dev.virtworkbench.explorer.images.ShownFiles;
import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.ReadOnlyEditor;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** The images of a host, a pool or a folder, drawn by what builds on what. */
public final class ChainsEditor extends ReadOnlyEditor implements ITabbedPropertySheetPageContributor {

    /** Its id in {@code plugin.xml}. */
    public static final String ID = "dev.virtworkbench.explorer.chains";

    private static final int LINES = 4;
    /** What is changed in a row is read again once. */
    private static final int PAUSE_MS = 300;

    private ChainsInput input;
    private Host host;
    private HostContents contents;
    private Text filter;
    private Label count;
    private Composite pages;
    private StackLayout stack;
    private Label note;
    private ForestView view;
    private Text details;
    private ContentsListener listener;
    private BiConsumer<Host, String> follower;
    private final ShownSelection selection = new ShownSelection();
    private final Runnable again = this::read;
    /** The latest look at the images; null before the first. */
    private Job<ImageForest> job;
    private Optional<ImageForest> forest = Optional.empty();
    private Optional<String> wanted = Optional.empty();

    @Override
    protected void begin(IEditorInput its) {
        input = (ChainsInput) its;
        host = input.host();
        contents = VirtWorkbench.get().contents().of(host);
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContext.IMAGES.of(parent);
        GridLayoutFactory.fillDefaults().margins(4, 4).spacing(6, 4).applyTo(parent);
        createHead(parent);
        pages = new Composite(parent, SWT.NONE);
        stack = new StackLayout();
        pages.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(pages);
        note = new Label(pages, SWT.WRAP);
        view = new ForestView(pages, this::selected, this::open);
        details = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, LINES * details.getLineHeight()).applyTo(details);
        details.setText(Texts.get("hint"));
        createMenu();
        getSite().setSelectionProvider(selection);
        Display display = parent.getDisplay();
        listener = below -> {
            if (below.isEmpty() || below.get().host() == host) {
                display.asyncExec(this::told);
            }
        };
        VirtWorkbench.get().contents().addListener(listener);
        follower = (its, path) -> display.asyncExec(() -> changed(path));
        ShownFiles.follow(follower);
        contents.pools().once();
        contents.domains().once();
        told();
    }

    private void createHead(Composite parent) {
        Composite head = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        filter = new Text(head, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Texts.get("filter"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        filter.addModifyListener(event -> filtered());
        count = new Label(head, SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(260, SWT.DEFAULT).applyTo(count);
        List<Rights> choices = HostRights.choices(host);
        if (choices.size() > 1) {
            new Label(head, SWT.NONE).setText(Texts.get("rights"));
            Combo rights = new Combo(head, SWT.DROP_DOWN | SWT.READ_ONLY);
            choices.forEach(each -> rights.add(Texts.get("rights." + each)));
            rights.select(choices.indexOf(HostRights.of(host)));
            rights.addListener(SWT.Selection, event -> {
                HostRights.choose(host, choices.get(rights.getSelectionIndex()));
                read();
            });
        }
        Button refresh = new Button(head, SWT.PUSH);
        refresh.setText(Texts.get("refresh"));
        refresh.setToolTipText(Texts.get("refresh.tip"));
        refresh.addListener(SWT.Selection, event -> read());
        GridLayoutFactory.fillDefaults().numColumns(head.getChildren().length).applyTo(head);
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            shown.add(new ImageMenu());
            shown.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
            shown.add(new Action(Texts.get("menu.refresh")) {
                @Override
                public void run() {
                    read();
                }
            });
        });
        view.control().setMenu(menu.createContextMenu(view.control()));
        getSite().registerContextMenu(ID, menu, selection);
    }

    /** Something of the host is known anew. */
    private void told() {
        if (count.isDisposed()) {
            return;
        }
        if (!VirtWorkbench.get().contents().hosts().contains(host)) {
            getSite().getPage().closeEditor(this, false);
        } else if (job == null && (input.folder().isPresent() || contents.pools().complete())) {
            read();
        } else if (job == null) {
            contents.pools().failure().ifPresentOrElse(failure -> say(Failure.status(failure).getMessage()), () -> say(Texts.get("reading")));
        } else {
            // a domain may have been started or stopped
            view.control().redraw();
            tell();
        }
    }

    private void changed(String path) {
        boolean mine = input.folders().contains(path.substring(0, Math.max(0, path.lastIndexOf('/'))))
                || forest.flatMap(known -> known.member(path)).isPresent();
        if (mine && !count.isDisposed()) {
            count.getDisplay().timerExec(PAUSE_MS, again);
        }
    }

    private void read() {
        if (count.isDisposed()) {
            return;
        }
        if (job != null) {
            job.cancel();
        }
        if (forest.isEmpty()) {
            say(Texts.get("reading"));
        }
        // so that an image is known for the volume that it is
        input.pools().forEach(pool -> contents.volumes(pool).once());
        Job<ImageForest> mine = host.images().as(HostRights.of(host)).forest(input.folders(), input.used(), input.plain());
        job = mine;
        Display display = count.getDisplay();
        mine.result().whenComplete((found, failure) -> display.asyncExec(() -> {
            if (!count.isDisposed() && mine == job) {
                Optional.ofNullable(found).ifPresentOrElse(this::show, () -> failed(Failure.plain(failure)));
            }
        }));
    }

    private void failed(Throwable failure) {
        if (failure instanceof CancellationException) {
            say(Texts.get("cancelled"));
        } else {
            say(Failure.status(failure).getMessage());
        }
    }

    private void show(ImageForest found) {
        boolean first = forest.isEmpty();
        forest = Optional.of(found);
        view.show(found, words(found));
        filtered();
        wanted.filter(view::select).ifPresent(done -> wanted = Optional.empty());
        if (first && filter.isFocusControl()) {
            setFocus();
        }
    }

    private MemberWords words(ImageForest of) {
        return new MemberWords(of, this::running);
    }

    /** As the explorer knows it now, which follows the host; else as it was when the images were read. */
    private boolean running(ImageUse.ByDomain user) {
        return contents.domains().latest().stream().flatMap(List::stream).filter(domain -> domain.name().equals(user.domain())).findFirst()
                .map(domain -> domain.state().active()).orElse(user.running());
    }

    private void filtered() {
        forest.ifPresent(all -> {
            MemberWords words = words(all);
            String part = filter.getText().strip();
            view.filter(member -> words.has(member, part));
            count.setText(count(all));
            count.setToolTipText(count.getText());
            if (view.empty()) {
                say(Texts.get(all.members().isEmpty() ? "none" : "none.shown", part));
            } else {
                stack.topControl = view.control();
                pages.layout();
            }
        });
    }

    private static String count(ImageForest all) {
        List<Member> members = all.members();
        long chains = all.roots().stream().filter(root -> !all.overlays(root).isEmpty()).count();
        long lost = members.stream().filter(each -> each.state() == State.MISSING).count();
        long unread = members.stream().filter(each -> each.state() == State.UNREADABLE).count();
        String words = Texts.get("count", members.size() - lost, chains);
        words = lost == 0 ? words : Texts.get("count.broken", words, lost);
        return unread == 0 ? words : Texts.get("count.unreadable", words, unread);
    }

    private void say(String words) {
        note.setText(words);
        stack.topControl = note;
        pages.layout();
    }

    /** Selects the image with that path, as soon as it is there. On the UI thread. */
    public void select(String path) {
        wanted = view.select(path) ? Optional.empty() : Optional.of(path);
    }

    private void tell() {
        String words = view.selected().map(it -> words(forest.orElseThrow()).details(it)).orElseGet(() -> Texts.get("hint"));
        if (!words.equals(details.getText())) {
            details.setText(words);
        }
    }

    private void selected(Optional<Member> member) {
        tell();
        selection.select(member.filter(ChainsEditor::file)
                .map(it -> new StructuredSelection(ImageFile.at(host, it.path()).selection())).orElse(StructuredSelection.EMPTY));
    }

    private void open(Member member) {
        if (file(member)) {
            ImageOperations.start(ImageAction.INFO, ImageFile.at(host, member.path()));
        }
    }

    private static boolean file(Member member) {
        return member.state() == State.THERE || member.state() == State.UNREADABLE;
    }

    /** The pages of the Properties view are those of the explorer. */
    @Override
    public String getContributorId() {
        return ExplorerView.ID;
    }

    @Override
    public <T> T getAdapter(Class<T> asked) {
        return asked == IPropertySheetPage.class ? asked.cast(new TabbedPropertySheetPage(this)) : super.getAdapter(asked);
    }

    @Override
    public void setFocus() {
        (stack.topControl == view.control() ? view.control() : filter).setFocus();
    }

    @Override
    public void dispose() {
        if (listener != null) {
            VirtWorkbench.get().contents().removeListener(listener);
            ShownFiles.leave(follower);
        }
        if (job != null) {
            job.cancel();
        }
        super.dispose();
    }
}
