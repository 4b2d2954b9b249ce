package dev.virtworkbench.engine.inside;

import dev.virtworkbench.engine.inside.Entry.Type;
import dev.virtworkbench.engine.inside.Inside.Looking;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings what is in a guest to this machine. All of it is written into a folder of its own beside the place, and moved when it is
 * whole: what is cancelled or fails leaves nothing. No link of the guest's is ever followed, there or here.
 */
final class CopyOut {

    private final Appliance at;
    private final Looking looking;
    private final Path folder;
    private final boolean replace;
    private final List<Item> items = new ArrayList<>();
    private final List<Message> left = new ArrayList<>();
    private long total;
    private long done;

    /** Something to copy. @param place in the folder that is written first */
    private record Item(Entry entry, Path place) { }

    CopyOut(Appliance at, Looking looking, Path folder, boolean replace) {
        this.at = at;
        this.looking = looking;
        this.folder = folder;
        this.replace = replace;
    }

    /** The beginning of a file. */
    static Head head(Appliance at, Entry file, int most) {
        if (file.type() != Type.FILE) {
            throw at.failure(Message.of(CopyOut.class, "no-file", file.path().shown()));
        }
        String bytes = at.ask("pread", at.place(file.path()), Integer.toString(most), "0");
        return new Head(bytes.getBytes(StandardCharsets.ISO_8859_1), bytes.length() >= file.size());
    }

    Copied copy(List<Entry> entries) {
        try {
            Path made = Files.createTempDirectory(folder, ".virt-workbench");
            try {
                entries.forEach(entry -> plan(entry, made));
                List<Path> tops = items.stream().map(Item::place).filter(place -> place.getParent().equals(made)).toList();
                for (Path top : tops) {
                    refuseWhatIsThere(top);
                }
                for (Item item : items) {
                    looking.task().stopIfCancelled();
                    write(item);
                }
                for (Path top : tops) {
                    move(top);
                }
            } finally {
                delete(made);
            }
        } catch (IOException e) {
            String why = e instanceof FileSystemException file && file.getReason() == null
                    ? e.getClass().getSimpleName().replaceFirst("Exception$", "") + ": " + e.getMessage() : String.valueOf(e.getMessage());
            throw looking.failure(Message.of(CopyOut.class, "not-written", folder.toString(), why), Message.of(CopyOut.class, "not-written.hint"));
        }
        return new Copied(items.size(), done, left);
    }

    private void plan(Entry entry, Path parent) {
        looking.task().stopIfCancelled();
        Optional<Path> place = local(entry.path().name(), parent);
        if (place.isEmpty()) {
            left.add(Message.of(CopyOut.class, "left.name", entry.path().shown()));
            return;
        }
        switch (entry.type()) {
            case FILE -> total += entry.size();
            case FOLDER, LINK -> { }
            default -> {
                left.add(Message.of(CopyOut.class, "left." + entry.type(), entry.path().shown()));
                return;
            }
        }
        items.add(new Item(entry, place.get()));
        if (entry.type() == Type.FOLDER) {
            new Listing(at).of(entry.path()).forEach(each -> plan(each, place.get()));
        }
    }

    /** Where a file of that name is here; empty where it cannot have that name. */
    private static Optional<Path> local(String name, Path parent) {
        try {
            String words = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1))).toString();
            Path place = parent.resolve(words);
            return place.getParent().equals(parent) && place.getFileName().toString().equals(words) && !words.equals("..") ? Optional.of(place)
                    : Optional.empty();
        } catch (CharacterCodingException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void refuseWhatIsThere(Path top) {
        Path target = folder.resolve(top.getFileName());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && (!replace || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS))) {
            throw looking.failure(Message.of(CopyOut.class, "exists", target.toString()), Message.of(CopyOut.class, "exists.hint"));
        }
    }

    private void write(Item item) throws IOException {
        Entry entry = item.entry();
        switch (entry.type()) {
            case FOLDER -> Files.createDirectory(item.place());
            case LINK -> link(item);
            default -> {
                try (OutputStream out = Files.newOutputStream(item.place(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    at.stream((bytes, length) -> {
                        out.write(bytes, 0, length);
                        done += length;
                        // a guest that runs may have made it longer meanwhile
                        looking.task().progress(Math.min(done, total), total);
                    }, "download", at.place(entry.path()), "-");
                }
                Files.setLastModifiedTime(item.place(), FileTime.from(entry.modified()));
            }
        }
    }

    private void link(Item item) {
        try {
            Files.createSymbolicLink(item.place(), Path.of(item.entry().link().orElseThrow(() -> new IOException("unreadable"))));
        } catch (IOException | UnsupportedOperationException | InvalidPathException e) {
            left.add(Message.of(CopyOut.class, "left.LINK", item.entry().path().shown()));
        }
    }

    private void move(Path top) throws IOException {
        refuseWhatIsThere(top);
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path target = folder.resolve(top.getFileName());
        if (replace) {
            Files.move(top, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(top, target);
        }
    }

    private static void delete(Path made) throws IOException {
        try (Stream<Path> all = Files.walk(made)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
