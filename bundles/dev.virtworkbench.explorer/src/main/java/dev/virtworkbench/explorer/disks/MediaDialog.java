package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.drafts.DiskEdits;
import dev.virtworkbench.engine.drafts.DiskSource;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.wizards.ImageField;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Asks what shall be in a drive. */
final class MediaDialog extends FieldsDialog {

    private static final int INSERT = 0;

    private final Guest guest;
    private final Disk drive;
    private Combo what;
    private ImageField image;
    private Button force;
    private Combo when;
    private List<When> whens = List.of();
    private Wanted wanted;

    /** What was answered. @param medium {@link DiskSource#NONE} to leave the drive empty */
    record Wanted(DiskSource medium, String format, boolean force, When when) { }

    private MediaDialog(Shell shell, Guest guest, Disk drive) {
        super(shell, HelpContext.DISKS, Texts.get("media"), Texts.get("media.go"));
        this.guest = guest;
        this.drive = drive;
    }

    /** Asks. @return empty if the person cancelled */
    static Optional<Wanted> ask(Shell shell, Guest guest, Disk drive) {
        MediaDialog dialog = new MediaDialog(shell, guest, drive);
        return dialog.open() == Window.OK ? Optional.of(dialog.wanted) : Optional.empty();
    }

    @Override
    protected void create(Fields fields) {
        setTitle(Texts.get("media.title", drive.target(), guest.name()));
        String now = new DiskEdits(XmlTree.parse(guest.running().orElse(guest.configured()))).source(drive.target()).orElse("");
        setMessage(now.isEmpty() ? Texts.get("media.empty") : Texts.get("media.now", now));
        what = fields.choice(Texts.get("media.what"), Texts.get("media.what.help"), List.of(Texts.get("media.insert"), Texts.get("media.eject")));
        image = new ImageField(fields, Texts.get("media.image"), Texts.get("media.image.help"), guest::host,
                () -> PlatformUI.getWorkbench().getProgressService(), this::check);
        image.take("", "raw");
        what.addListener(SWT.Selection, event -> image.setEnabled(inserts()));
        if (guest.running().isPresent()) {
            boolean configured = !drive.untilShutOff() && guest.of().summary().persistent();
            boolean present = new DiskEdits(XmlTree.parse(guest.running().get())).xml(drive.target()).isPresent();
            whens = !present ? List.of(When.NEXT_START) : configured ? List.of(When.values()) : List.of(When.NOW);
            when = fields.choice(Texts.get("when"), Texts.get("when.help"), whens.stream().map(When::words).toList());
            force = fields.check(Texts.get("media.force"), Texts.get("media.force.help"), false);
        }
    }

    private boolean inserts() {
        return what.getSelectionIndex() == INSERT;
    }

    @Override
    protected Optional<String> problem() {
        return !inserts() ? Optional.empty() : image.problem().or(() -> image.path().isPresent() ? Optional.empty() : Optional.of(Texts.get("media.none")));
    }

    @Override
    protected void stated() {
        if (force != null) {
            force.setEnabled(when() != When.NEXT_START);
        }
    }

    @Override
    protected void begun() {
        stated();
        // that there is no medium yet is no mistake yet
        setErrorMessage(null);
    }

    private When when() {
        return when == null ? When.NEXT_START : whens.get(when.getSelectionIndex());
    }

    @Override
    protected boolean go() {
        DiskSource medium = !inserts() ? DiskSource.NONE : image.volume().map(volume -> DiskSource.of(volume.in(), volume.summary()))
                .orElseGet(() -> DiskSource.ofPath(image.path().orElseThrow()));
        wanted = new Wanted(medium, image.format(), force != null && force.isEnabled() && force.getSelection(), when());
        return true;
    }
}
