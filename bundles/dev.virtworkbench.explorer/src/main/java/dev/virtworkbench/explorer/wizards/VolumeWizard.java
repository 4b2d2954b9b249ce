package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.actions.UseCheck;
import dev.virtworkbench.engine.actions.VolumeAction;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.explorer.images.HostRights;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a volume in a pool. */
public final class VolumeWizard extends ObjectWizard<Volume> {

    private VolumePage page;

    public VolumeWizard() {
        super(DocumentKind.STORAGE_VOLUME, "volume");
    }

    @Override
    FieldsPage fieldsPage(Optional<HostObject> selected) {
        page = new VolumePage(selected);
        return page;
    }

    @Override
    Job<Volume> make(String xml, boolean validate) {
        PoolSummary into = pool();
        Pool pool = page.host().pools().pool(into);
        HostContents contents = VirtWorkbench.get().contents().of(page.host());
        Job<Volume> job = page.contents().map(original -> pool.createVolume(xml, unwritten(original))).orElseGet(() -> pool.createVolume(xml));
        // whoever looked meanwhile has seen a volume that is gone
        job.result().whenComplete((volume, failure) -> {
            if (failure != null) {
                contents.readVolumesAgain(into.uuid());
            }
        });
        return job;
    }

    private static Volume unwritten(OfVolume original) {
        return new UseCheck(HostRights.looking(original.host())).before(VolumeAction.CLONE, original.volume());
    }

    /** libvirt tells neither of volumes nor how full their pool has become. */
    @Override
    Newcomer made(Volume object) {
        VirtWorkbench.get().contents().of(page.host()).volumesChanged(Stream.of(pool()));
        return new Newcomer(page.host(), DocumentKind.STORAGE_VOLUME, pool().uuid(), object.name());
    }

    @Override
    ApplyRequest request(String text) {
        return ApplyRequest.volume(text, pool().uuid());
    }

    private PoolSummary pool() {
        return page.pool().orElseThrow();
    }
}
