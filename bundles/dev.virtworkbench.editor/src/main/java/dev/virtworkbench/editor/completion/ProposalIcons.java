package dev.virtworkbench.editor.completion;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.swt.graphics.Image;

/** What proposals are, by a picture: those of the outline. On the UI thread. */
final class ProposalIcons {

    private static final String BUNDLE = "dev.virtworkbench.editor";

    private ProposalIcons() {}

    static Image of(CompletionItemKind kind) {
        String icon = switch (kind) {
            case Class -> "group";
            case Property -> "property";
            case Snippet -> "device";
            case Keyword -> "reference";
            default -> "flag";
        };
        ImageRegistry images = JFaceResources.getImageRegistry();
        String key = BUNDLE + "/" + icon;
        if (images.getDescriptor(key) == null) {
            images.put(key, ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/outline/" + icon + ".svg")
                    .orElseGet(ImageDescriptor::getMissingImageDescriptor));
        }
        return images.get(key);
    }
}
