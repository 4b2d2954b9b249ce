package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.Person;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;

/**
 * The dialog before something is done with an image file. Its head says whether a new file is written or the file itself is changed,
 * which is all the difference when it is cancelled or fails.
 */
abstract class ImageDialog extends FieldsDialog {

    /** What becomes of the file. */
    enum Kind {
        /** It is only looked at. */
        READS,
        /** It stays; another one is made, whole or not at all. */
        NEW_FILE,
        /** It is changed itself. */
        IN_PLACE
    }

    /** Null where there is none yet. */
    private final OpenImage opened;
    private final ImageFile file;
    private final Object[] names;
    private final String subject;
    private final Kind kind;
    private Combo rights;

    /** @param subject what the texts of the dialog begin with: {@code convert} */
    ImageDialog(OpenImage opened, String subject, Kind kind) {
        this(opened, opened.file(), subject, kind, opened.name(), opened.image().format(), Bytes.of(opened.info().virtualSize()));
    }

    /**
     * For an image that is not there yet.
     *
     * @param place a path that ends with a slash: the folder
     * @param names what the dialog's title and head are filled with
     */
    ImageDialog(ImageFile place, String subject, Kind kind, Object... names) {
        this(null, place, subject, kind, names);
    }

    private ImageDialog(OpenImage opened, ImageFile file, String subject, Kind kind, Object... names) {
        super(Person.shell(), HelpContext.IMAGES, Texts.get(subject + ".title", names), Texts.get(subject + ".go"));
        this.opened = opened;
        this.file = file;
        this.names = names;
        this.subject = subject;
        this.kind = kind;
    }

    /** What was looked at; not where there is none yet. */
    final OpenImage image() {
        return opened;
    }

    @Override
    protected final boolean careful() {
        return kind == Kind.IN_PLACE;
    }

    @Override
    protected final void create(Fields fields) {
        setTitle(Texts.get(subject + ".head", names));
        setMessage(Texts.getOr("kind." + subject, Texts.get("kind." + kind)));
        createFields(fields);
        List<Rights> choices = HostRights.choices(file.host());
        if (choices.size() > 1) {
            rights = fields.choice(Texts.get("rights"), Texts.get("rights.help", file.host().uri()),
                    choices.stream().map(each -> Texts.get("rights." + each)).toList());
            rights.select(choices.indexOf(HostRights.of(file.host())));
            rights.addListener(SWT.Selection, event -> HostRights.choose(file.host(), choices.get(rights.getSelectionIndex())));
        }
    }

    /** Puts the fields there. */
    protected abstract void createFields(Fields fields);
}
