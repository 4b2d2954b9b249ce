package dev.virtworkbench.explorer.inside;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.inside.Entry;
import dev.virtworkbench.engine.inside.GuestPath;
import dev.virtworkbench.engine.inside.Look;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.inside.Row.Note;
import dev.virtworkbench.explorer.inside.Row.OfEntry;
import dev.virtworkbench.explorer.labels.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;

/** What is in the folders that somebody has unfolded, each read once. For the UI thread. */
final class Folders {

    private static final Comparator<Entry> FOLDERS_FIRST = Comparator.comparing((Entry entry) -> entry.type() != Entry.Type.FOLDER)
            .thenComparing(entry -> entry.path().shownName(), String.CASE_INSENSITIVE_ORDER);

    private final Map<GuestPath, List<Row>> read = new HashMap<>();
    private final Look look;
    private final Display display;
    private final Consumer<GuestPath> news;

    /** @param news is told which folder has been read, on the UI thread */
    Folders(Look look, Display display, Consumer<GuestPath> news) {
        this.look = look;
        this.display = display;
        this.news = news;
    }

    /** What is in it, as far as that is known; what is not is asked for. */
    List<Row> in(GuestPath folder) {
        List<Row> known = read.get(folder);
        if (known == null) {
            known = List.of(new Note(folder, Texts.get("reading")));
            read.put(folder, known);
            look.list(folder).result().whenComplete((entries, failure) -> display.asyncExec(() -> {
                read.put(folder, failure == null ? rows(folder, entries) : List.of(new Note(folder, words(Failure.plain(failure)))));
                news.accept(folder);
            }));
        }
        return known;
    }

    /** What is known to be in it; asks nobody. */
    List<Row> known(GuestPath folder) {
        return read.getOrDefault(folder, List.of());
    }

    void forget() {
        read.clear();
    }

    private static List<Row> rows(GuestPath folder, List<Entry> entries) {
        List<Row> rows = new ArrayList<>(entries.stream().sorted(FOLDERS_FIRST).map(OfEntry::new).toList());
        if (rows.isEmpty()) {
            rows.add(new Note(folder, Texts.get("empty")));
        }
        return rows;
    }

    private static String words(Throwable failure) {
        return failure instanceof VirtException told ? Words.of(told.text()) : Texts.get("not-read");
    }
}
