package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlTree;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What came of applying a text. Immutable; holds passwords.
 *
 * @param uri of the host
 * @param pool of a volume; empty otherwise
 * @param mode whether it was defined, or only started
 * @param before the object's configuration before; empty if there was no object
 * @param after as it was read back
 * @param dropped what was sent and is not there any more: libvirt does not know it, or not there
 * @param altered what libvirt has otherwise than it was sent
 * @param validated whether libvirt judged the text by its schema
 * @param live what can be done at once to the running object: one for each of {@link ApplyPlan#live()}, in their order, with what
 *        libvirt filled in; empty where no such change came of the text
 */
public record Applied(Instant when, String uri, DocumentKind kind, String name, UUID uuid, Optional<UUID> pool,
        ApplyMode mode, Optional<String> before, String after, List<Change> dropped, List<Change> altered, boolean validated,
        List<Optional<LiveChange>> live) {

    public Applied {
        dropped = List.copyOf(dropped);
        altered = List.copyOf(altered);
        live = List.copyOf(live);
    }

    /** The bytes that a volume has now, where these are more than before; empty otherwise. */
    public OptionalLong grown() {
        if (kind != DocumentKind.STORAGE_VOLUME || before.isEmpty()) {
            return OptionalLong.empty();
        }
        Optional<BigInteger> then = VolumeApply.capacity(XmlTree.parse(before.get()));
        return VolumeApply.capacity(XmlTree.parse(after)).filter(now -> then.isPresent() && now.compareTo(then.get()) > 0)
                .map(now -> OptionalLong.of(now.longValueExact())).orElseGet(OptionalLong::empty);
    }

    @Override
    public String toString() {
        return "applied " + kind + " " + name + " dropped " + dropped + " altered " + altered;
    }
}
