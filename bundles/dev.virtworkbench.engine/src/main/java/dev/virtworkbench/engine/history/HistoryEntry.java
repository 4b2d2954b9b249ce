package dev.virtworkbench.engine.history;

import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.language.schema.DocumentKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was applied. Holds no secret.
 *
 * @param id names the entry in its history
 * @param uri of the host
 * @param uuid of the object; for a volume, of its pool
 * @param mode whether it was defined, or only started
 * @param before the configuration it replaced, or that lies behind what was only started; empty if the object was made
 * @param after what libvirt made of the text
 */
public record HistoryEntry(String id, Instant when, String uri, DocumentKind kind, String name, UUID uuid,
        ApplyMode mode, Optional<String> before, String after) {

    /**
     * What to plan and apply to have it as it was before; passwords stay as they are now. Empty if there was nothing before:
     * then undefining the object, or deleting the volume, undoes it. Empty too for what was only started: stopping it is the way back.
     */
    public Optional<ApplyRequest> putBack() {
        return before.filter(xml -> mode == ApplyMode.DEFINE).map(xml -> (kind == DocumentKind.STORAGE_VOLUME ? ApplyRequest.volume(xml, uuid)
                : ApplyRequest.document(kind, xml)).keepingSecrets());
    }
}
