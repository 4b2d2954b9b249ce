package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.workbench.Selected;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;

/**
 * What a selection comes to.
 *
 * @param image the one image file that is selected and that something can be done to; empty if there is none
 * @param why what is in the way of all that could be done; empty if nothing is, or if no image is selected
 */
record Chosen(Optional<ImageFile> image, Optional<String> why) {

    private static final Chosen NOTHING = new Chosen(Optional.empty(), Optional.empty());

    /** On the UI thread. */
    static Chosen in(Object selection) {
        List<OfVolume> volumes = Selected.of(selection, OfVolume.class);
        if (!volumes.isEmpty()) {
            return volumes.size() > 1 ? impossible("one") : of(volumes.getFirst());
        }
        if (selection instanceof IStructuredSelection structured && !structured.isEmpty()) {
            if (structured.getFirstElement() instanceof ImageFile image) {
                return structured.size() > 1 ? impossible("one") : of(image);
            }
            IFile file = Adapters.adapt(structured.getFirstElement(), IFile.class);
            return file == null ? NOTHING : structured.size() > 1 ? impossible("one") : of(file);
        }
        return NOTHING;
    }

    private static Chosen of(OfVolume volume) {
        return ImageAction.impossible(volume.host().images(), volume.in(), volume.summary())
                .map(why -> new Chosen(Optional.empty(), Optional.of(Texts.of(why))))
                .orElseGet(() -> new Chosen(Optional.of(ImageFile.of(volume)), Optional.empty()));
    }

    private static Chosen of(ImageFile image) {
        return image.images().possible() ? new Chosen(Optional.of(image), Optional.empty()) : impossible("no-programs");
    }

    private static Chosen of(IFile file) {
        if (file.getLocation() == null) {
            return impossible("elsewhere");
        }
        Optional<Host> host = HostChoice.forFiles();
        return host.map(it -> new Chosen(Optional.of(ImageFile.of(file, it)), Optional.empty())).orElseGet(() -> impossible("no-host"));
    }

    private static Chosen impossible(String key) {
        return new Chosen(Optional.empty(), Optional.of(Texts.get("impossible." + key)));
    }

    /** Why that cannot be done to it, as far as can be told without looking into the file; empty if it can. */
    Optional<String> impossible(ImageAction action) {
        if (why.isPresent() || image.isEmpty()) {
            return why;
        }
        boolean alone = image.get().volume().filter(volume -> volume.summary().backing().isEmpty()).isPresent();
        return image.get().format().flatMap(action::impossible).or(() -> alone ? action.impossibleAlone() : Optional.empty()).map(Texts::of);
    }
}
