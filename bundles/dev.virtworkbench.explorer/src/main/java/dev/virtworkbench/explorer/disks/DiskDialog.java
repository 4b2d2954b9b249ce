package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.drafts.BootEdits;
import dev.virtworkbench.engine.drafts.BootSettings;
import dev.virtworkbench.engine.drafts.DiskAdvice;
import dev.virtworkbench.engine.drafts.DiskEdits;
import dev.virtworkbench.engine.drafts.DiskSettings;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.XmlViewer;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Text;

/**
 * How a domain shall have a disk, a new one or one that it has: fields on the left; on the right the XML that they come to, and all that
 * libvirt or QEMU say against it.
 */
final class DiskDialog extends TitleAreaDialog {

    private static final int WIDTH = 1060;
    private static final int HEIGHT = 500;

    private final Guest guest;
    private final Optional<DiskSettings> existing;
    private final String subject;
    private final Consumer<DiskDialog> begin;
    private DiskForm form;
    private Combo boot;
    private Combo when;
    private List<When> whens = List.of();
    private XmlViewer xml;
    private Text advice;
    private Knowing knowing;
    private Wanted wanted;

    /**
     * What was answered.
     *
     * @param text of the domain with it
     */
    record Wanted(DiskSettings disk, String text, When when) { }

    private DiskDialog(Shell shell, Guest guest, Optional<DiskSettings> existing, Consumer<DiskDialog> begin) {
        super(shell);
        this.guest = guest;
        this.existing = existing;
        this.begin = begin;
        subject = existing.isPresent() ? "options" : "attach";
        setHelpAvailable(false);
    }

    /** Asks for a new disk. @param begin fills in what is known already. @return empty if the person cancelled */
    static Optional<Wanted> attach(Shell shell, Guest guest, Consumer<DiskDialog> begin) {
        return answer(new DiskDialog(shell, guest, Optional.empty(), begin));
    }

    /** Asks how the domain shall have a disk that it has. @param target its name. @return empty if the person cancelled */
    static Optional<Wanted> options(Shell shell, Guest guest, String target) {
        return DiskSettings.of(guest.document(), target).flatMap(disk -> answer(new DiskDialog(shell, guest, Optional.of(disk), dialog -> { })));
    }

    private static Optional<Wanted> answer(DiskDialog dialog) {
        return dialog.open() == Window.OK ? Optional.of(dialog.wanted) : Optional.empty();
    }

    /** Takes that volume for the image. */
    void take(OfVolume volume) {
        form.image().take(volume);
    }

    /** Takes that file for the image. */
    void take(String path, String format) {
        form.image().take(path, format);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        HelpContext.DISKS.of(shell);
        shell.setText(Texts.get(subject));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Texts.get(subject + ".title", existing.map(DiskSettings::target).orElse(""), guest.name()));
        SashForm sides = new SashForm(area, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(sides);
        TabFolder tabs = new TabFolder(sides, SWT.NONE);
        SashForm right = new SashForm(sides, SWT.VERTICAL | SWT.SMOOTH);
        xml = new XmlViewer(right);
        xml.viewer().setEditable(false);
        xml.viewer().getTextWidget().setWordWrap(true);
        advice = new Text(right, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        right.setWeights(3, 2);
        sides.setWeights(11, 9);
        form = new DiskForm(guest, existing, this::check);
        Fields first = form.create(tabs);
        createBoot(first);
        if (existing.isEmpty() && guest.running().isPresent()) {
            when = first.choice(Texts.get("when"), Texts.get("when.help"), List.of());
        }
        return area;
    }

    private void createBoot(Fields fields) {
        BootSettings now = BootSettings.of(guest.document());
        List<String> places = new ArrayList<>(List.of(Texts.get("boot.place.default")));
        int others = now.byKind() ? BootSettings.devices(guest.document()).size() : now.order().size();
        for (int place = 1; place <= others + 1; place++) {
            places.add(Texts.get("boot.place", place));
        }
        boot = fields.choice(Texts.get("boot.order"), Texts.get("boot.order.help"), places);
        existing.flatMap(disk -> BootSettings.disk(guest.document(), disk.target())).ifPresent(device -> boot.select(now.place(device)));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.get(subject + ".go"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        knowing = new Knowing(guest.host(), getShell(), this::check);
        begin.accept(this);
        check();
    }

    private void check() {
        if (knowing == null) {
            return;
        }
        DiskSettings disk = form.settings();
        offerWhens(disk);
        boot.setEnabled(when() != When.NOW);
        List<DiskAdvice> all = DiskAdvice.on(disk, others(), guest.name(), known(disk));
        Optional<String> problem = form.problem().or(() -> all.stream().filter(DiskAdvice::refused).map(each -> Texts.of(each.why())).findFirst())
                .or(() -> whens.isEmpty() ? Optional.of(Texts.get("when.never", disk.bus())) : Optional.empty());
        // that there is no image yet is no mistake yet
        boolean begun = existing.isPresent() || !disk.source().empty();
        setErrorMessage(begun ? problem.orElse(null) : null);
        String first = all.isEmpty() ? Texts.get(subject + ".message") : Texts.of(all.getFirst().why());
        setMessage(begun ? first : Texts.get(subject + ".message"), all.isEmpty() || !begun ? IMessageProvider.NONE : IMessageProvider.WARNING);
        advice.setText(all.isEmpty() || !begun ? Texts.get("advice.none")
                : all.stream().map(each -> "• " + Texts.of(each.why())).collect(Collectors.joining("\n")));
        xml.setText(when() == When.NOW ? disk.xml(type()) : new DiskEdits(XmlTree.parse(text(disk))).xml(disk.target()).orElse(""));
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
    }

    /** What can be plugged now depends on its bus. */
    private void offerWhens(DiskSettings disk) {
        List<When> possible = existing.isPresent() ? List.of(When.NEXT_START) : guest.whens(DiskAdvice.hotplugs(disk));
        if (when != null && !possible.equals(whens)) {
            when.setItems(possible.stream().map(When::words).toArray(String[]::new));
            when.select(0);
            when.setEnabled(possible.size() > 1);
        }
        whens = possible;
    }

    private When when() {
        return when == null || when.getSelectionIndex() < 0 ? When.NEXT_START : whens.get(when.getSelectionIndex());
    }

    /** The domain without the disk that is changed. */
    private XmlTree others() {
        return existing.map(disk -> XmlTree.parse(TextEdit.apply(guest.configured(), new DiskEdits(guest.document()).detach(disk.target()))))
                .orElseGet(guest::document);
    }

    private DiskAdvice.Known known(DiskSettings disk) {
        if (existing.isPresent()) {
            String words = disk.source().words();
            return words.startsWith("/") ? knowing.of(Optional.empty(), words) : DiskAdvice.Known.NOTHING;
        }
        return knowing.of(form.image().volume(), form.image().path().orElse(""));
    }

    private String type() {
        return guest.document().root().map(root -> root.value("type")).orElse("");
    }

    private String text(DiskSettings disk) {
        DiskEdits edits = new DiskEdits(guest.document());
        String text = TextEdit.apply(guest.configured(), existing.map(old -> edits.set(old.target(), disk))
                .orElseGet(() -> edits.attach(disk).map(List::of).orElse(List.of())));
        XmlTree with = XmlTree.parse(text);
        BootSettings now = BootSettings.of(with);
        int place = boot.getSelectionIndex();
        return BootSettings.disk(with, disk.target()).filter(device -> place > 0 && now.place(device) != place)
                .map(device -> BootEdits.apply(text, now.placing(device, place))).orElse(text);
    }

    @Override
    protected void okPressed() {
        DiskSettings disk = form.settings();
        wanted = new Wanted(disk, text(disk), when());
        super.okPressed();
    }
}
