package dev.virtworkbench.explorer.snapshots;

import dev.virtworkbench.editor.content.ReadOnlyText;
import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.snapshots.NewSnapshot;
import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.snapshots.SnapshotAbilities;
import dev.virtworkbench.engine.snapshots.SnapshotTree;
import dev.virtworkbench.engine.snapshots.Snapshots;
import dev.virtworkbench.explorer.actions.LocalFile;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.disks.DomainDisks;
import dev.virtworkbench.explorer.dialogs.WayDialog;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.live.LiveEditors;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.Reading;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.ui.IWorkbenchPartSite;

/** What is done with the snapshots of a domain. What can be done is looked at anew each time. On the UI thread. */
final class SnapshotActions {

    private static final int NAMED = 10;

    private final IWorkbenchPartSite site;
    private final OfDomain domain;

    /** What deleting a snapshot comes to. */
    private enum Delete { ALONE, CHILDREN, FORGET }

    /** @param site where dialogs open */
    SnapshotActions(IWorkbenchPartSite site, OfDomain domain) {
        this.site = site;
        this.domain = domain;
    }

    /** Asks what the new one shall be, and makes it. @param made called with its name once it is there, before it is listed */
    void take(Consumer<String> made) {
        ifKnown(abilities -> {
            List<String> taken = listed().latest().orElse(List.of()).stream().map(Snapshot::name).toList();
            Optional<NewSnapshot> wanted = TakeDialog.ask(site.getShell(), domain.name(), abilities, taken,
                    () -> new DomainDisks(site.getShell()).addAgentChannel(latest()));
            wanted.ifPresent(snapshot -> Asked.then(snapshots().create(snapshot), created -> {
                made.accept(created.name());
                listed().again();
            }));
        });
    }

    /** Asks for a document, and makes what that says. @param made as in {@link #take} */
    void takeOfFile(Consumer<String> made) {
        LocalFile.toOpen(Texts.get("file.title", domain.name())).ifPresent(file -> Asked.then(snapshots().create(file), created -> {
            made.accept(created.name());
            listed().again();
        }));
    }

    /** Says what will be lost, and has the domain go back to it. */
    void revert(Snapshot snapshot) {
        ifKnown(abilities -> {
            if (abilities.cannotRevert(snapshot).isPresent()) {
                Failure.show(snapshots().refusal(Operation.SNAPSHOT_REVERT, abilities.cannotRevert(snapshot).get()));
                return;
            }
            Loss loss = Loss.ofSnapshotRevert(latest().summary(), snapshot);
            WayDialog.ask(site.getShell(), Texts.get("revert"), loss, List.of(Snapshots.Then.values()), then -> words(then, snapshot))
                    .ifPresent(then -> start(snapshots().revert(snapshot, then)));
        });
    }

    private static String words(Snapshots.Then then, Snapshot snapshot) {
        return Texts.get("then." + then, Texts.word("state", snapshot.state()));
    }

    /** Says what will be lost, and deletes it, with those on top of it or without. */
    void delete(SnapshotTree tree) {
        ifKnown(abilities -> {
            Optional<Message> cannot = abilities.cannotDelete(tree.snapshot());
            List<Delete> ways = new ArrayList<>();
            if (cannot.isEmpty()) {
                ways.add(Delete.ALONE);
                if (!tree.children().isEmpty()) {
                    ways.add(Delete.CHILDREN);
                }
            }
            ways.add(Delete.FORGET);
            Loss loss = Loss.ofSnapshotDelete(latest().summary(), tree.snapshot());
            // what cannot be deleted can be forgotten
            WayDialog.ask(site.getShell(), Texts.get("delete"), loss, ways, way -> cannot.map(why -> Texts.get("delete.cannot", Words.of(why)))
                    .orElseGet(() -> words(way, tree))).ifPresent(way -> start(switch (way) {
                case ALONE -> snapshots().delete(tree.snapshot(), false);
                case CHILDREN -> snapshots().delete(tree.snapshot(), true);
                case FORGET -> snapshots().forget(tree.snapshot());
            }));
        });
    }

    private static String words(Delete way, SnapshotTree tree) {
        return switch (way) {
            case ALONE -> tree.children().isEmpty() ? Texts.get("delete.one")
                    : Texts.get("delete.alone", names(tree.children().stream().map(SnapshotTree::snapshot).toList()));
            case CHILDREN -> {
                List<Snapshot> onTop = tree.snapshots().skip(1).toList();
                yield Texts.get("delete.children", onTop.size(), names(onTop));
            }
            case FORGET -> Texts.get("delete.forget");
        };
    }

    private static String names(List<Snapshot> snapshots) {
        return snapshots.stream().limit(NAMED).map(Snapshot::name).collect(Collectors.joining(", ")) + (snapshots.size() > NAMED ? ", …" : "");
    }

    /** Asks how it shall be described. */
    void describe(Snapshot snapshot) {
        DescribeDialog.ask(site.getShell(), snapshot).filter(words -> !words.equals(snapshot.description()))
                .ifPresent(words -> start(snapshots().describe(snapshot, words)));
    }

    /** Has the next one be made on top of it. */
    void makeCurrent(Snapshot snapshot) {
        start(snapshots().makeCurrent(snapshot));
    }

    /** Opens its document, to read: libvirt takes no changes of it. */
    void xml(Snapshot snapshot) {
        Asked.then(snapshots().xml(snapshot), xml -> LiveEditors.open(new ReadOnlyText(List.of(domain, snapshot.name()), snapshot.name() + ".xml",
                Texts.get("page", snapshot.name(), domain.name(), domain.host().uri()), Icons.descriptor("snapshot"), xml)));
    }

    private void start(Job<?> job) {
        Asked.all(List.of(job), () -> listed().again());
    }

    private void ifKnown(Consumer<SnapshotAbilities> next) {
        Waiting.orTold(() -> snapshots().abilities()).ifPresent(next);
    }

    private Snapshots snapshots() {
        return domain.host().snapshots(domain.domain());
    }

    private Reading<Snapshot> listed() {
        return VirtWorkbench.get().contents().of(domain.host()).snapshots(domain.summary());
    }

    private OfDomain latest() {
        return VirtWorkbench.get().contents().of(domain.host()).latest(domain);
    }
}
