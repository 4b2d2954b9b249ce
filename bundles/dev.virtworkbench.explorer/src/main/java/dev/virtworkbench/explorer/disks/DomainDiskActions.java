package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.actions.DomainAction;
import dev.virtworkbench.explorer.actions.ObjectAction;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.language.findings.Message;
import java.util.Map;
import java.util.Optional;

/** The actions on the disks that domains have and get, whether they run or not. */
public final class DomainDiskActions {

    private DomainDiskActions() { }

    public static Map<String, ObjectAction<OfDisk>> ofDisks() {
        return Map.of(
                "changeMedia", ObjectAction.one(OfDisk.class, disk -> unless(DomainDisks.drive(disk), "no-drive", disk), disk -> here().changeMedia(disk)),
                "options", ObjectAction.one(OfDisk.class, disk -> unless(DomainDisks.configured(disk), "passing", disk), disk -> here().options(disk)),
                "moveUp", ObjectAction.one(OfDisk.class, DiskStep.UP::obstacle, disk -> here().step(disk, DiskStep.UP)),
                "moveDown", ObjectAction.one(OfDisk.class, DiskStep.DOWN::obstacle, disk -> here().step(disk, DiskStep.DOWN)),
                "detach", ObjectAction.one(OfDisk.class, disk -> Optional.empty(), disk -> here().detach(disk)));
    }

    public static Map<String, ObjectAction<OfDomain>> ofDomains() {
        return Map.of(
                "attachDisk", ObjectAction.one(OfDomain.class, domain -> Optional.empty(), domain -> here().attach(domain)),
                "bootOrder", ObjectAction.one(OfDomain.class, domain -> DomainAction.BOOT_ORDER.obstacle(domain.summary()), domain -> here().boot(domain)));
    }

    public static Map<String, ObjectAction<OfVolume>> ofVolumes() {
        return Map.of("attach", ObjectAction.one(OfVolume.class, volume -> unless(!volume.summary().path().isEmpty(), "unread", volume),
                volume -> here().attach(volume)));
    }

    private static DomainDisks here() {
        return new DomainDisks(Person.shell());
    }

    private static Optional<Message> unless(boolean fits, String why, HostObject object) {
        return fits ? Optional.empty() : Optional.of(Message.of(DomainDiskActions.class, why, object.name()));
    }
}
