package dev.virtworkbench.explorer.images;

import dev.virtworkbench.explorer.wizards.Fields;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.eclipse.swt.widgets.Button;

/** Whether a copy is made before an image is changed in place: all that there is to go back to. */
final class CopyFirst {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Button check;
    private final String path;

    CopyFirst(Fields fields, ImageFile image) {
        int dot = image.name().lastIndexOf('.');
        String when = "-before-" + WHEN.format(LocalDateTime.now());
        String name = dot > 0 ? image.name().substring(0, dot) + when + image.name().substring(dot) : image.name() + when;
        path = image.folder() + name;
        check = fields.check(Texts.get("copy", name), Texts.get("copy.help"), false);
    }

    /** Its path; empty if none is wanted. */
    Optional<String> path() {
        return check.getSelection() ? Optional.of(path) : Optional.empty();
    }
}
