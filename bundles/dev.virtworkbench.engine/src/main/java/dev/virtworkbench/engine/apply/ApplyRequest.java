package dev.virtworkbench.engine.apply;

import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A text that somebody wants on a host.
 *
 * @param kind what the text is meant to be
 * @param text as edited, maybe broken, maybe with passwords
 * @param opened the object's document as the editing began from; empty for a text that came from elsewhere
 * @param pool for a volume, the pool that it is in or shall be made in; empty otherwise
 * @param keepSecrets whether passwords that the text lacks are taken from the object as it is
 * @param mode {@link ApplyMode#CREATE} only for what is {@link #creatable}
 */
public record ApplyRequest(DocumentKind kind, String text, Optional<String> opened, Optional<UUID> pool,
        boolean keepSecrets, ApplyMode mode) {

    /** Documents name what was applied before them: a domain its volumes, a volume its pool, a pool its secret. */
    private static final List<DocumentKind> ORDER = List.of(DocumentKind.SECRET, DocumentKind.NETWORK,
            DocumentKind.STORAGE_POOL, DocumentKind.STORAGE_VOLUME, DocumentKind.DOMAIN);

    /** A document from a file. */
    public static ApplyRequest document(DocumentKind kind, String text) {
        return new ApplyRequest(kind, text, Optional.empty(), Optional.empty(), false, ApplyMode.DEFINE);
    }

    /** A volume from a file. */
    public static ApplyRequest volume(String text, UUID pool) {
        return new ApplyRequest(DocumentKind.STORAGE_VOLUME, text, Optional.empty(), Optional.of(pool), false, ApplyMode.DEFINE);
    }

    /** The same, edited from what the host gave: a change that somebody else made meanwhile is noticed. */
    public ApplyRequest openedAs(String document) {
        return new ApplyRequest(kind, text, Optional.of(document), pool, keepSecrets, mode);
    }

    /** The same, with the passwords of the object as it is: for a text that was kept without them. */
    public ApplyRequest keepingSecrets() {
        return new ApplyRequest(kind, text, opened, pool, true, mode);
    }

    /** The same, to be started without being defined. */
    public ApplyRequest creating() {
        return new ApplyRequest(kind, text, opened, pool, keepSecrets, ApplyMode.CREATE);
    }

    /** Whether documents of this kind can be applied. Filters, host interfaces and snapshots cannot yet. */
    public static boolean applicable(DocumentKind kind) {
        return ORDER.contains(kind);
    }

    /** Whether libvirt starts documents of this kind without keeping them. Volumes are never kept as documents, secrets never run. */
    public static boolean creatable(DocumentKind kind) {
        return kind == DocumentKind.DOMAIN || kind == DocumentKind.STORAGE_POOL || kind == DocumentKind.NETWORK;
    }

    /** The order to apply several in: secrets, networks, pools, volumes, domains. Those of one kind stay in their order. */
    public static List<ApplyRequest> inOrder(List<ApplyRequest> requests) {
        return requests.stream().sorted(Comparator.comparingInt(request -> ORDER.indexOf(request.kind))).toList();
    }

    /** Without the texts, which may hold passwords. */
    @Override
    public String toString() {
        return "apply " + kind;
    }
}
