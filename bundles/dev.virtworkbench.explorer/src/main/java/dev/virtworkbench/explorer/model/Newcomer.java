package dev.virtworkbench.explorer.model;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.HostObject.OfNetwork;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfSecret;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Optional;
import java.util.UUID;

/**
 * An object that somebody has just made. The lists of its host bring it a moment later.
 *
 * @param uuid of the object; for a volume, of its pool
 */
public record Newcomer(Host host, DocumentKind kind, UUID uuid, String name) {

    /** What a text was applied to. */
    public static Newcomer of(Host host, Applied applied) {
        return new Newcomer(host, applied.kind(), applied.uuid(), applied.name());
    }

    /** The object, once the host's lists have it. */
    public Optional<HostObject> in(HostContents contents) {
        return switch (kind) {
            case STORAGE_POOL -> contents.pools().find(uuid).map(pool -> new OfPool(host, pool));
            case DOMAIN -> contents.domains().find(uuid).map(domain -> new OfDomain(host, domain));
            case NETWORK -> contents.networks().find(uuid).map(network -> new OfNetwork(host, network));
            case STORAGE_VOLUME -> contents.pools().find(uuid).flatMap(pool -> contents.volumes(pool)
                    .find(name).map(volume -> new OfVolume(host, pool, volume)));
            case SECRET -> contents.secrets().find(uuid).map(secret -> new OfSecret(host, secret));
            default -> Optional.empty();
        };
    }
}
