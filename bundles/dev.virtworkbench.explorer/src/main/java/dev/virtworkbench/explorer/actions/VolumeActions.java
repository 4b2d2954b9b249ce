package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.actions.UseCheck;
import dev.virtworkbench.engine.actions.VolumeAction;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.session.InTurn;
import dev.virtworkbench.engine.storage.CloneRoom;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.images.AfterGrowth;
import dev.virtworkbench.explorer.images.HostRights;
import dev.virtworkbench.explorer.images.VolumeSizeDialog;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions on volumes. What changes one is refused while a domain or another volume needs it, what copies it while a domain writes to it. */
final class VolumeActions {

    private VolumeActions() { }

    static Map<String, ObjectAction<OfVolume>> all() {
        return Map.of(
                "clone", ofOne(VolumeAction.CLONE, volume -> ifFree(VolumeAction.CLONE, List.of(volume), () -> cloneAs(volume))),
                "grow", ofOne(VolumeAction.GROW, volume -> ifFree(VolumeAction.GROW, List.of(volume), () -> grow(volume))),
                "shrink", ofOne(VolumeAction.SHRINK, volume -> ifFree(VolumeAction.SHRINK, List.of(volume), () -> shrink(volume))),
                "upload", ofOne(VolumeAction.UPLOAD,
                        volume -> ifFree(VolumeAction.UPLOAD, List.of(volume), () -> upload(volume))),
                "download", ofOne(VolumeAction.DOWNLOAD, volume -> ifFree(VolumeAction.DOWNLOAD, List.of(volume), () -> download(volume))),
                "wipe", destroying(VolumeAction.WIPE, VolumeActions::wipe),
                "delete", destroying(VolumeAction.DELETE, VolumeActions::delete),
                "copyPath", new ObjectAction<>(OfVolume.class, volumes -> volumes.stream().allMatch(volume -> volume.summary().described()),
                        volumes -> Person.takes(volumes.stream().map(each -> each.summary().path()).collect(Collectors.joining("\n")))));
    }

    private static ObjectAction<OfVolume> ofOne(VolumeAction action, Consumer<OfVolume> work) {
        return new ObjectAction<>(OfVolume.class, volumes -> volumes.size() == 1 && enabled(action, volumes),
                volumes -> ObjectAction.unlessOne(volumes).or(() -> obstacle(action, volumes)), volumes -> work.accept(volumes.getFirst()));
    }

    private static ObjectAction<OfVolume> destroying(VolumeAction action, Consumer<List<OfVolume>> ask) {
        return new ObjectAction<>(OfVolume.class, volumes -> enabled(action, volumes), volumes -> obstacle(action, volumes),
                volumes -> ifFree(action, volumes, () -> ask.accept(volumes)));
    }

    private static void delete(List<OfVolume> volumes) {
        if (LossQuestion.confirmed(Person.shell(), name(VolumeAction.DELETE), volumes.stream().map(each -> Loss.ofVolumeDelete(each.summary())).toList())) {
            start(VolumeAction.DELETE, volumes, Volume::delete);
        }
    }

    private static boolean enabled(VolumeAction action, List<OfVolume> volumes) {
        return volumes.stream().allMatch(volume -> volume.summary().described()) && obstacle(action, volumes).isEmpty();
    }

    /** Volumes of one host: who uses them is asked host by host, and by their paths. */
    private static Optional<Message> obstacle(VolumeAction action, List<OfVolume> volumes) {
        List<OfPool> pools = volumes.stream().map(volume -> new OfPool(volume.host(), volume.in())).distinct().toList();
        return ObjectAction.unlessOneHost(volumes)
                .or(() -> ObjectAction.first(pools, pool -> contents(pool.host()).latest(pool).summary(), action::obstacle));
    }

    /** Goes on if nobody needs what those volumes hold; otherwise says who does. */
    private static void ifFree(VolumeAction action, List<OfVolume> volumes, Runnable next) {
        Users.unlessInTheWay(HostRights.looking(volumes.getFirst().host())::use, name(action),
                use -> volumes.stream().flatMap(each -> action.refusals(each.summary(), use).stream()).toList(), use -> next.run());
    }

    private static void cloneAs(OfVolume volume) {
        NewName rules = new NewName(contents(volume.host()).volumes(volume.in()).latest().orElse(List.of()).stream()
                .map(VolumeSummary::name).toList());
        CloneRoom room = CloneRoom.of(volume.summary(), contents(volume.host()).latest(new OfPool(volume.host(), volume.in())).summary());
        CloneVolumeDialog.ask(Person.shell(), volume, room, rules)
                .ifPresent(copy -> start(VolumeAction.CLONE, List.of(volume), each -> each.cloneAs(copy)));
    }

    private static void grow(OfVolume volume) {
        VolumeSizeDialog.larger(Person.shell(), sized(volume, "volume.grow.kind"))
                .ifPresent(wanted -> start(VolumeAction.GROW, List.of(volume), each -> each.grow(wanted.size(), wanted.copy())).result()
                        .thenRun(() -> AfterGrowth.tell(name(VolumeAction.GROW), volume.name(), wanted.size(),
                                () -> volume.host().images().guestDisk(volume.volume()))));
    }

    private static void shrink(OfVolume volume) {
        VolumeSizeDialog.smaller(Person.shell(), sized(volume, "volume.shrink.kind"), VolumeSizeDialog.divided(volume),
                shrink -> Loss.ofVolumeShrink(volume.summary(), shrink)).ifPresent(wanted -> start(VolumeAction.SHRINK, List.of(volume),
                        (check, each) -> check.beforeShrinking(each, wanted.size()).shrink(wanted.size(), wanted.copy())));
    }

    private static VolumeSizeDialog.Sized sized(OfVolume volume, String kind) {
        VolumeSummary now = volume.summary();
        return new VolumeSizeDialog.Sized(volume.name(), Math.max(0, now.capacity()), Math.max(0, now.allocation()), Long.MAX_VALUE, Texts.get(kind), "",
                PoolAbilities.lacks(volume.in().type(), Operation.VOLUME_CLONE).map(Words::of));
    }

    private static void wipe(List<OfVolume> volumes) {
        new WipeDialog(Person.shell(), volumes, (way, copy) -> start(VolumeAction.WIPE, volumes,
                each -> each.wipe(way, copy.map(names -> names.name(each.name()))))).open();
    }

    private static void upload(OfVolume volume) {
        List<Loss> loss = List.of(Loss.ofVolumeUpload(volume.summary()));
        LocalFile.toOpen(Texts.get("volume.upload.of", volume.name()))
                .filter(file -> LossQuestion.confirmed(Person.shell(), name(VolumeAction.UPLOAD), loss))
                .ifPresent(file -> start(VolumeAction.UPLOAD, List.of(volume), each -> each.upload(file)));
    }

    private static void download(OfVolume volume) {
        LocalFile.toSave(Texts.get("volume.download.of", volume.name()), volume.name())
                .ifPresent(file -> {
                    // the dialog has asked about what was there by then, not about what may come
                    boolean replace = Files.exists(file);
                    start(VolumeAction.DOWNLOAD, List.of(volume), each -> each.download(file, replace));
                });
    }

    /** libvirt has no events for volumes: their pools are listed again, and read for what is free in them. */
    private static Job<?> start(VolumeAction action, List<OfVolume> volumes, Function<Volume, ? extends Job<?>> job) {
        return start(action, volumes, (check, volume) -> job.apply(check.before(action, volume)));
    }

    /** @param job what is done to one, which is to be looked at first */
    private static Job<?> start(VolumeAction action, List<OfVolume> volumes, BiFunction<UseCheck, Volume, ? extends Job<?>> job) {
        Host of = volumes.getFirst().host();
        // while the person read the question, a domain may have started
        UseCheck check = new UseCheck(HostRights.looking(of));
        Job<?> started = InTurn.start(of.session(), action.operation(), volumes, OfVolume::name, each -> job.apply(check, each.volume()));
        Asked.all(List.of(started), () -> {
            Map<Host, List<PoolSummary>> pools = volumes.stream().collect(Collectors.groupingBy(OfVolume::host,
                    Collectors.mapping(OfVolume::in, Collectors.toList())));
            pools.forEach((host, changed) -> contents(host).volumesChanged(changed.stream()));
        });
        return started;
    }

    private static HostContents contents(Host host) {
        return VirtWorkbench.get().contents().of(host);
    }

    private static String name(VolumeAction action) {
        return Texts.get("volume." + action);
    }
}
