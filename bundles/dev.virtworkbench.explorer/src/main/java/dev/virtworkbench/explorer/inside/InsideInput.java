package dev.virtworkbench.explorer.inside;

import dev.virtworkbench.editor.content.TransientInput;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.explorer.labels.Icons;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.resource.ImageDescriptor;

/**
 * The inside of an image. Two are equal if they are of the same image.
 *
 * @param rights as whom programs run on the host
 * @param writers who writes to it meanwhile, each a sentence; empty if nobody does
 */
record InsideInput(Host host, Rights rights, Image image, List<String> writers) implements TransientInput {

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("inside");
    }

    @Override
    public String getName() {
        return Texts.get("part", image.path().substring(image.path().lastIndexOf('/') + 1));
    }

    @Override
    public String getToolTipText() {
        return image.path() + " (" + host.uri() + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InsideInput that && host.uri().equals(that.host.uri()) && image.path().equals(that.image.path());
    }

    @Override
    public int hashCode() {
        return Objects.hash(host.uri(), image.path());
    }
}
