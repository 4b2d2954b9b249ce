package dev.virtworkbench.engine.history;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.redaction.Redaction;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The history of a folder: one file an entry, whose names sort by time. A file is written beside its place, for its owner only,
 * and moved there when it is whole, so that a reader, also in another process, never sees a part of one. The oldest go when there
 * are too many. Reads and writes files on the caller's thread; safe to use from any.
 */
public final class History {

    private static final System.Logger LOG = System.getLogger(History.class.getName());
    private static final String SUFFIX = ".properties";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSSSSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final int most;
    private final List<Consumer<HistoryEntry>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param folder is made when something is written
     * @param most how many entries are kept, at least 1
     */
    public History(Path folder, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a history of " + most + " entries");
        }
        this.folder = folder;
        this.most = most;
    }

    /** Keeps what was applied, its passwords left out. */
    public synchronized HistoryEntry add(Applied applied) throws IOException {
        String id = TIME.format(applied.when()) + "-" + UUID.randomUUID().toString().substring(0, 8);
        HistoryEntry entry = new HistoryEntry(id, applied.when(), applied.uri(), applied.kind(), applied.name(),
                applied.uuid(), applied.mode(), applied.before().map(Redaction::withoutSecrets), Redaction.withoutSecrets(applied.after()));
        OwnersFiles.makeFolder(folder);
        Path part = OwnersFiles.makeFile(folder, id + ".part");
        try {
            Files.write(part, EntryFile.bytes(entry));
            Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        forgetOldest();
        listeners.forEach(listener -> listener.accept(entry));
        return entry;
    }

    /** @param listener told of each entry that is kept from now on, on the thread that keeps it: must not take its time */
    public void addListener(Consumer<HistoryEntry> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<HistoryEntry> listener) {
        listeners.remove(listener);
    }

    /** All entries, the newest first. One that cannot be read is left out, and the log says why. */
    public List<HistoryEntry> entries() throws IOException {
        List<HistoryEntry> entries = new ArrayList<>();
        for (Path file : files()) {
            read(file).ifPresent(entries::add);
        }
        return List.copyOf(entries);
    }

    /** The entries of one object, the newest first. */
    public List<HistoryEntry> entries(String uri, UUID uuid, String name) throws IOException {
        return entries().stream().filter(e -> e.uri().equals(uri) && e.uuid().equals(uuid) && e.name().equals(name)).toList();
    }

    private static Optional<HistoryEntry> read(Path file) throws IOException {
        try {
            return Optional.of(EntryFile.read(id(file), Files.readAllBytes(file)));
        } catch (NoSuchFileException forgotten) {
            return Optional.empty();
        } catch (IllegalArgumentException damaged) {
            LOG.log(System.Logger.Level.WARNING, "cannot read history entry {0}: {1}", file, damaged.getMessage());
            return Optional.empty();
        }
    }

    private void forgetOldest() throws IOException {
        List<Path> files = files();
        for (Path old : files.subList(Math.min(most, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** The newest first. */
    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            all.forEach(found::add);
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        }
        found.sort(Comparator.comparing(Path::getFileName).reversed());
        return found;
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
