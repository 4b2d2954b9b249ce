package dev.virtworkbench.explorer.images;

import dev.virtworkbench.explorer.wizards.Fields;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Button;

/** Whether a copy is made before an image is changed in place: all that there is to go back to. On the UI thread. */
public final class CopyFirst {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final String when = when();
    private final Button check;
    private String folder;
    private String first;

    private CopyFirst(Fields fields, String folder, List<String> names, String help) {
        this.folder = folder;
        first = names.getFirst();
        check = fields.check(names.size() == 1 ? words(name(first)) : Texts.get("copy.each", names.size()), help, false);
    }

    /** A file beside an image. */
    CopyFirst(Fields fields, ImageFile image) {
        this(fields, image.folder(), List.of(image.name()), Texts.get("copy.help"));
    }

    /**
     * Volumes of the same pools.
     *
     * @param names the volumes', at least one
     * @param cannot why libvirt cannot make them there; empty if it can
     */
    public CopyFirst(Fields fields, List<String> names, Optional<String> cannot) {
        this(fields, "", names, cannot.orElseGet(() -> Texts.get("copy.volume.help")));
        check.setEnabled(cannot.isEmpty());
    }

    /** Whether one is wanted. */
    public boolean wanted() {
        return check.getSelection();
    }

    /** What the copy of an image of that name is called: “disk-before-20261122-081500.raw”. */
    public String name(String image) {
        return name(image, when);
    }

    /** The same for one that is made now. */
    public static String nameNow(String image) {
        return name(image, when());
    }

    /** What stands beside a check. @param copy its name */
    public static String words(String copy) {
        return Texts.get("copy", copy);
    }

    private static String when() {
        return "-before-" + WHEN.format(LocalDateTime.now());
    }

    private static String name(String image, String when) {
        int dot = image.lastIndexOf('.');
        return dot > 0 ? image.substring(0, dot) + when + image.substring(dot) : image + when;
    }

    /** From now on a copy of another image, beside that. @param path the image's */
    void of(String path) {
        int name = path.lastIndexOf('/') + 1;
        folder = path.substring(0, name);
        first = path.substring(name);
        String words = words(name(first));
        if (!check.getText().equals(words)) {
            check.setText(words);
            check.requestLayout();
        }
    }

    /** Its path; empty if none is wanted. */
    Optional<String> path() {
        return wanted() ? Optional.of(folder + name(first)) : Optional.empty();
    }
}
