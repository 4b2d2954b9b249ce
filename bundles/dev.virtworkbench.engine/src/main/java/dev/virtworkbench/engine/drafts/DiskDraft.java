package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;

/**
 * A {@code <disk>} for a domain's document, made of a volume: at the next free target, on the bus that the domain's other disks are
 * on, with the volume's format.
 */
public final class DiskDraft {

    private final PoolSummary pool;
    private final VolumeSummary volume;

    public DiskDraft(PoolSummary pool, VolumeSummary volume) {
        this.pool = pool;
        this.volume = volume;
    }

    /** Puts the disk behind the last one. Empty if the document is no domain with a closed {@code <devices>}. */
    public Optional<TextEdit> in(XmlTree domain) {
        return new DiskEdits(domain).attach(DiskSettings.usual(domain, pool, volume));
    }
}
