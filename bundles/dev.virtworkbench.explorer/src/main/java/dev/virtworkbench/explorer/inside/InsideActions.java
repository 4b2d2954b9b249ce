package dev.virtworkbench.explorer.inside;

import dev.virtworkbench.editor.content.ReadOnlyText;
import dev.virtworkbench.engine.images.Passphrase;
import dev.virtworkbench.engine.inside.Copied;
import dev.virtworkbench.engine.inside.Entry;
import dev.virtworkbench.engine.inside.Head;
import dev.virtworkbench.engine.inside.Look;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.actions.LocalFile;
import dev.virtworkbench.explorer.images.PassphraseDialog;
import dev.virtworkbench.explorer.inside.Row.OfDevice;
import dev.virtworkbench.explorer.inside.Row.OfEntry;
import dev.virtworkbench.explorer.jobs.Amounts;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.live.LiveEditors;
import dev.virtworkbench.explorer.workbench.Person;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;

/** What is done with what is inside an image: it is read, and never written. On the UI thread. */
record InsideActions(InsideInput input, Look look) {

    /** Of longer files as much is viewed. */
    private static final int VIEWED = 256 * 1024;
    private static final int VIEWED_AS_BYTES = 4096;
    private static final int NAMED = 20;
    private static final Set<Entry.Type> COPIED = Set.of(Entry.Type.FILE, Entry.Type.FOLDER, Entry.Type.LINK);

    static boolean viewable(List<Row> rows) {
        return rows.size() == 1 && rows.getFirst() instanceof OfEntry(Entry entry) && entry.type() == Entry.Type.FILE;
    }

    static boolean copyable(List<Row> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row instanceof OfEntry(Entry entry) && COPIED.contains(entry.type()));
    }

    /** As it is called in the guest; of a device its name. Empty where it has none. */
    static String path(Row row) {
        return switch (row) {
            case OfDevice device -> device.device();
            case OfEntry(Entry entry) -> entry.path().shown();
            case Row.Note note -> "";
        };
    }

    void copyPath(List<Row> rows) {
        Person.takes(path(rows.getFirst()));
    }

    Optional<Passphrase> passphrase(OfDevice device) {
        return PassphraseDialog.ask(Person.shell(), device.device());
    }

    /** Opens the beginning of a file, as text or as bytes. */
    void view(List<Row> rows) {
        Entry entry = ((OfEntry) rows.getFirst()).entry();
        String name = entry.path().shownName();
        Asked.then(look.head(entry, VIEWED), head -> LiveEditors.open(new ReadOnlyText(List.of(input, entry.path()), name,
                Texts.get("viewed", entry.path().shown(), input.image().path()), Icons.descriptor("file"), words(entry, head))));
    }

    private static String words(Entry entry, Head head) {
        String size = Bytes.of(entry.size());
        return head.text().map(text -> head.whole() ? text : text + "\n" + Texts.get("view.part", Bytes.of(head.bytes().length), size))
                .orElseGet(() -> Texts.get("view.bytes", Bytes.of(Math.min(VIEWED_AS_BYTES, head.bytes().length)), size) + "\n\n" + head.hex(VIEWED_AS_BYTES));
    }

    /** Asks for a folder of this machine, and whether what is there already may go. */
    void copyOut(List<Row> rows) {
        List<Entry> entries = rows.stream().map(row -> ((OfEntry) row).entry()).toList();
        Optional<Path> chosen = LocalFile.toFill(Texts.get("copyOut.title"));
        chosen.ifPresent(folder -> {
            List<String> there = entries.stream().map(entry -> entry.path().shownName()).filter(name -> isThere(folder, name)).toList();
            if (there.isEmpty() || mayReplace(folder, there)) {
                copyOut(entries, folder, !there.isEmpty());
            }
        });
    }

    private static boolean isThere(Path folder, String name) {
        try {
            return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    private static boolean mayReplace(Path folder, List<String> there) {
        return new MessageDialog(Person.shell(), Texts.get("copyOut.title"), null,
                Texts.get("replace", folder, there.stream().limit(NAMED).collect(Collectors.joining("\n"))), MessageDialog.WARNING,
                new String[] {IDialogConstants.CANCEL_LABEL, Texts.get("replace.button")}, 0).open() == 1;
    }

    private void copyOut(List<Entry> entries, Path folder, boolean replace) {
        Job<Copied> job = look.copyOut(entries, folder, replace);
        if (entries.size() == 1 && entries.getFirst().type() == Entry.Type.FILE) {
            Amounts.tell(job, entries.getFirst().size());
        }
        Asked.then(job, copied -> {
            if (!copied.left().isEmpty()) {
                String left = copied.left().stream().limit(NAMED).map(Words::of).collect(Collectors.joining("\n"));
                MessageDialog.openInformation(Person.shell(), Texts.get("copyOut.title"), Texts.get("left", copied.left().size(), left));
            }
        });
    }
}
