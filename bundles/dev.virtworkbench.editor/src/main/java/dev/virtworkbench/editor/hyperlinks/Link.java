package dev.virtworkbench.editor.hyperlinks;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;

/** A link under some text of a document. */
interface Link extends IHyperlink {

    /** What is underlined. */
    IRegion region();

    @Override
    default IRegion getHyperlinkRegion() {
        return region();
    }

    /** Null: links are told apart by their texts alone. */
    @Override
    default String getTypeLabel() {
        return null;
    }
}
