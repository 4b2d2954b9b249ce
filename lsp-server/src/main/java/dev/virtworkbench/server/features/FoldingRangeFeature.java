package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.FoldingRanges;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/** What can be folded, by whole lines: every client understands those. */
public final class FoldingRangeFeature {

    private FoldingRangeFeature() {
    }

    public static List<FoldingRange> of(LibvirtDocument document) {
        return FoldingRanges.of(document.tree()).stream().map(FoldingRangeFeature::range).toList();
    }

    private static FoldingRange range(dev.virtworkbench.language.structure.FoldingRange folding) {
        FoldingRange range = new FoldingRange(folding.startLine(), folding.endLine());
        range.setKind(switch (folding.kind()) {
            case REGION -> FoldingRangeKind.Region;
            case COMMENT -> FoldingRangeKind.Comment;
        });
        return range;
    }
}
