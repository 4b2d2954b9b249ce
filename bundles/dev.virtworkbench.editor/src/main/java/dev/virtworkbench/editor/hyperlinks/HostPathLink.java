package dev.virtworkbench.editor.hyperlinks;

import java.util.function.Consumer;
import org.eclipse.jface.text.IRegion;

/** A link to what a path is on another machine's host. @param opener opens it */
record HostPathLink(IRegion region, String path, Consumer<String> opener) implements Link {

    @Override
    public String getHyperlinkText() {
        return Texts.volume(path);
    }

    @Override
    public void open() {
        opener.accept(path);
    }
}
