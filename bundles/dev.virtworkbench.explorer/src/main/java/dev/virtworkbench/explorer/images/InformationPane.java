package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.ImageSizes;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** All that qemu-img and libvirt tell of an image file, its sizes as bars. What takes long to find out comes later. On the UI thread. */
public final class InformationPane {

    private static final int NAME_WIDTH = 180;

    private final SizeBars bars;
    private final Tree tree;
    private final List<Job<?>> asked = new ArrayList<>();
    private Optional<OpenImage> opened = Optional.empty();
    private Optional<ImageSizes> sizes = Optional.empty();
    private Optional<ImageUse> use = Optional.empty();
    /** Counts what was shown: answers about another one come too late. */
    private int shown;

    /** @param parent with a grid of one column */
    public InformationPane(Composite parent, int width, int height) {
        bars = new SizeBars(parent);
        tree = new Tree(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, true).hint(width, height).applyTo(tree);
        new TreeColumn(tree, SWT.LEFT).setWidth(NAME_WIDTH);
        new TreeColumn(tree, SWT.LEFT).setWidth(Math.max(NAME_WIDTH, width - NAME_WIDTH));
    }

    /** Looks at that file and shows it; asks nobody anything. What is shown of it stays until then. */
    public void read(ImageFile file) {
        if (opened.filter(before -> before.file().host() == file.host() && before.file().path().equals(file.path())).isEmpty()) {
            clear();
            new TreeItem(tree, SWT.NONE).setText(Texts.get("info.reading"));
        }
        begin();
        ask(file.images().info(file.path(), file.format()), chain -> show(new OpenImage(file, image(file, chain), chain)), this::failed);
    }

    private static Image image(ImageFile file, ImageChain chain) {
        return new Image(file.path(), chain.top().format());
    }

    private void failed(Throwable failure) {
        clear();
        if (failure instanceof VirtException told) {
            new TreeItem(tree, SWT.NONE).setText(Texts.of(told.why()));
            told.hint().ifPresent(hint -> new TreeItem(tree, SWT.NONE).setText(Texts.of(hint)));
        }
        tree.getColumn(0).pack();
    }

    /** Shows what was looked at. */
    void show(OpenImage image) {
        begin();
        opened = Optional.of(image);
        fill();
        // without what it builds on, or what opens it, nobody can tell where its data are
        if (image.chain().broken().isEmpty() && !image.info().encrypted()) {
            ask(image.images().sizes(image.image()), found -> sizes = Optional.of(found));
        }
        if (HostChoice.connected(image.file().host())) {
            ask(image.file().host().domains().imageUse(), found -> use = Optional.of(found));
        }
    }

    /** What was asked before is not waited for any more. */
    private void begin() {
        shown++;
        stop();
        sizes = Optional.empty();
        use = Optional.empty();
    }

    /** Asks nothing any more. */
    public void stop() {
        asked.forEach(Job::cancel);
        asked.clear();
    }

    private void clear() {
        opened = Optional.empty();
        tree.removeAll();
        bars.clear();
    }

    private <T> void ask(Job<T> job, Consumer<T> found) {
        // what cannot be found out is not shown, but logged
        ask(job, result -> {
            found.accept(result);
            fill();
        }, Failure::log);
    }

    private <T> void ask(Job<T> job, Consumer<T> found, Consumer<Throwable> failed) {
        asked.add(job);
        int number = shown;
        Display display = tree.getDisplay();
        job.result().whenComplete((result, failure) -> display.asyncExec(() -> {
            if (!tree.isDisposed() && number == shown) {
                if (failure == null) {
                    found.accept(result);
                } else {
                    failed.accept(Failure.plain(failure));
                }
            }
        }));
    }

    private void fill() {
        OpenImage image = opened.orElseThrow();
        bars.show(image.info(), sizes);
        tree.setRedraw(false);
        tree.removeAll();
        for (ImageReport.Section section : ImageReport.of(image, sizes, use).sections()) {
            TreeItem heading = new TreeItem(tree, SWT.NONE);
            heading.setText(section.heading());
            heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
            for (ImageReport.Line line : section.lines()) {
                TreeItem item = new TreeItem(heading, SWT.NONE);
                item.setText(new String[] {line.what(), line.value()});
                if (line.alarming()) {
                    item.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
                }
            }
            heading.setExpanded(true);
        }
        tree.getColumn(0).setWidth(NAME_WIDTH);
        tree.getColumn(1).pack();
        tree.setRedraw(true);
    }

    /** All of it, to be kept elsewhere; empty while nothing is shown. */
    String text() {
        return opened.map(image -> ImageReport.of(image, sizes, use).text()).orElse("");
    }
}
