package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.GrammarException;
import dev.virtworkbench.language.relaxng.GrammarReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The schemas of some places, each read when first asked for and only once, and shared by all documents. Any
 * thread may ask. When a setting changes, another of these takes this one's place.
 */
public final class Schemas {

    private final List<SchemaLocation> locations;
    private final GrammarSource grammars;
    private final Executor background;
    private final Map<DocumentKind, CompletableFuture<Schema>> loading = new EnumMap<>(DocumentKind.class);

    /** Reads the schema files themselves each time. */
    public Schemas(List<SchemaLocation> locations, Executor background) {
        this(locations, GrammarReader::read, background);
    }

    /**
     * @param locations to look at, in this order
     * @param grammars makes grammars of the schema files found there
     * @param background runs what reads schemas; {@code Runnable::run} for whoever asks first
     */
    public Schemas(List<SchemaLocation> locations, GrammarSource grammars, Executor background) {
        this.locations = List.copyOf(locations);
        this.grammars = grammars;
        this.background = background;
    }

    public List<SchemaLocation> locations() {
        return locations;
    }

    /**
     * Begins to read a schema if nobody has yet.
     *
     * @return completes with the schema, or with a {@link SchemaException}
     */
    public CompletableFuture<Schema> load(DocumentKind kind) {
        CompletableFuture<Schema> future;
        synchronized (loading) {
            future = loading.get(kind);
            if (future != null) {
                return future.copy();
            }
            future = new CompletableFuture<>();
            loading.put(kind, future);
        }
        CompletableFuture<Schema> mine = future;
        try {
            background.execute(() -> complete(mine, kind));
        } catch (RejectedExecutionException e) {
            mine.completeExceptionally(e);
        }
        return mine.copy();
    }

    private void complete(CompletableFuture<Schema> future, DocumentKind kind) {
        try {
            future.complete(read(kind));
        } catch (SchemaException | RuntimeException | Error e) {
            // goes to everyone who waits
            future.completeExceptionally(e);
        }
    }

    /** The schema if it has been read by now; it waits for nothing and begins nothing. */
    public Optional<Schema> ifLoaded(DocumentKind kind) {
        CompletableFuture<Schema> future;
        synchronized (loading) {
            future = loading.get(kind);
        }
        return future != null && future.isDone() && !future.isCompletedExceptionally()
                ? Optional.of(future.join()) : Optional.empty();
    }

    /** Waits for a schema. */
    public Schema get(DocumentKind kind) throws SchemaException {
        try {
            return load(kind).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SchemaException reason) {
                throw reason;
            }
            throw e;
        }
    }

    private Schema read(DocumentKind kind) throws SchemaException {
        List<SchemaFailure> failures = new ArrayList<>();
        for (SchemaLocation location : locations) {
            try {
                return new Schema(kind, grammars.read(location.source(), kind.schemaFile()), location, failures);
            } catch (GrammarException e) {
                failures.add(new SchemaFailure(location, e));
            }
        }
        throw new SchemaException(kind, failures);
    }
}
