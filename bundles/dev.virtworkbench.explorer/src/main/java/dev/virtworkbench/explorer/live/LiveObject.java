package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.language.schema.DocumentKind;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * An object of a host that has a document which can be applied.
 *
 * @param host the host's URI
 * @param kind a pool, volume, domain or network
 * @param uuid of the object; for a volume, of its pool
 * @param name for people; for a volume, what finds it in its pool
 */
public record LiveObject(String host, DocumentKind kind, UUID uuid, String name) {

    /** The scheme of addresses of live documents. */
    public static final String SCHEME = "virt";

    private static final String SUFFIX = ".xml";

    /** The object of a selection; empty for one without such a document. */
    public static Optional<LiveObject> of(HostObject selected) {
        String host = selected.host().uri();
        return Optional.ofNullable(switch (selected) {
            case HostObject.OfPool pool ->
                    new LiveObject(host, DocumentKind.STORAGE_POOL, pool.summary().uuid(), pool.name());
            case HostObject.OfVolume volume ->
                    new LiveObject(host, DocumentKind.STORAGE_VOLUME, volume.in().uuid(), volume.name());
            case HostObject.OfDomain domain ->
                    new LiveObject(host, DocumentKind.DOMAIN, domain.summary().uuid(), domain.name());
            case HostObject.OfDisk disk -> new LiveObject(host, DocumentKind.DOMAIN, disk.in().uuid(), disk.in().name());
            case HostObject.OfNetwork network ->
                    new LiveObject(host, DocumentKind.NETWORK, network.summary().uuid(), network.name());
            // nothing of a secret that this workbench edits
            case HostObject.OfSecret secret -> null;
            case HostObject.OfHost itself -> null;
        });
    }

    /** The object that a text was applied to. */
    public static LiveObject of(Applied applied) {
        return new LiveObject(applied.uri(), applied.kind(), applied.uuid(), applied.name());
    }

    /** The object that an address of {@link #uri()} stands for; empty if it is none. */
    public static Optional<LiveObject> of(URI uri) {
        String[] parts = Optional.ofNullable(uri.getRawPath()).orElse("").split("/");
        if (!SCHEME.equals(uri.getScheme()) || parts.length != 5 || !parts[4].endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String name = parts[4].substring(0, parts[4].length() - SUFFIX.length());
        return DocumentKind.of(parts[2]).map(kind ->
                new LiveObject(decoded(parts[1]), kind, UUID.fromString(parts[3]), decoded(name)));
    }

    /** The address of its document, whose last part is {@link #fileName()}. */
    public URI uri() {
        return URI.create(SCHEME + ":///" + encoded(host) + '/' + kind.root() + '/' + uuid + '/' + encoded(name) + SUFFIX);
    }

    /** As in {@code web.xml}. */
    public String fileName() {
        return name + SUFFIX;
    }

    /**
     * Its configuration as the next start takes it.
     *
     * @param secrets whether a domain's passwords are wanted in it
     */
    public Job<String> read(Host from, boolean secrets) {
        return switch (kind) {
            case STORAGE_POOL -> from.pools().pool(uuid, name).xml(true);
            case STORAGE_VOLUME -> from.pools().pool(uuid, uuid.toString()).volume(name).xml();
            case DOMAIN -> from.domains().domain(uuid, name).xml(true, secrets);
            case NETWORK -> from.networks().network(uuid, name).xml(true);
            default -> throw new IllegalStateException("no document of " + kind);
        };
    }

    /** What to apply to give it that text. */
    public ApplyRequest request(String text) {
        return kind == DocumentKind.STORAGE_VOLUME ? ApplyRequest.volume(text, uuid) : ApplyRequest.document(kind, text);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
