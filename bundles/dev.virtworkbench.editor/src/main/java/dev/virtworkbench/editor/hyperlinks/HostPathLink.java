package dev.virtworkbench.editor.hyperlinks;

import java.util.function.Consumer;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;

/** A link to what a path is on another machine's host. @param opener opens it */
record HostPathLink(IRegion region, String path, Consumer<String> opener) implements IHyperlink {

    @Override
    public IRegion getHyperlinkRegion() {
        return region;
    }

    @Override
    public String getTypeLabel() {
        return null;
    }

    @Override
    public String getHyperlinkText() {
        return Texts.volume(path);
    }

    @Override
    public void open() {
        opener.accept(path);
    }
}
