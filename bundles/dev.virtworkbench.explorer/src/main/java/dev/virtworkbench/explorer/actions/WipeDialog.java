package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.WipeAlgorithm;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.images.CopyFirst;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;

/** Asks how volumes shall be overwritten, and whether a copy is made before; then, once more, whether their data may go. */
final class WipeDialog extends FieldsDialog {

    /** Starts what was asked for. */
    @FunctionalInterface
    interface Start {

        /** @param copy names the copy of a volume */
        void wipe(WipeAlgorithm way, Optional<CopyFirst> copy);
    }

    private final List<OfVolume> volumes;
    private final List<WipeAlgorithm> ways;
    private final Start start;
    private Combo way;
    private CopyFirst copy;

    /** @param volumes at least one */
    WipeDialog(Shell shell, List<OfVolume> volumes, Start start) {
        super(shell, HelpContext.EXPLORER, Texts.get("volume.WIPE"), Texts.get("volume.WIPE"));
        this.volumes = volumes;
        this.start = start;
        // libvirt tells nobody what the host can: what it cannot fails, and says so
        ways = Stream.of(WipeAlgorithm.values()).filter(each -> volumes.stream().allMatch(volume -> each.fits(volume.in().type()))).toList();
    }

    @Override
    protected boolean careful() {
        return true;
    }

    @Override
    protected void create(Fields fields) {
        setTitle(volumes.size() == 1 ? Texts.get("volume.wipe.one", volumes.getFirst().name()) : Texts.get("volume.wipe.many", volumes.size()));
        setMessage(Texts.get(volumes.size() == 1 ? "volume.wipe.kind" : "volume.wipe.kinds"));
        way = fields.choice(Texts.get("volume.wipe.way"), Texts.get("volume.wipe.help"),
                ways.stream().map(each -> Texts.get("volume.wipe." + each, each.passes())).toList());
        copy = new CopyFirst(fields, volumes.stream().map(OfVolume::name).toList(), volumes.stream()
                .flatMap(volume -> PoolAbilities.lacks(volume.in().type(), Operation.VOLUME_CLONE).stream()).findFirst().map(Words::of));
    }

    @Override
    protected Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    protected boolean go() {
        if (!LossQuestion.confirmed(getShell(), Texts.get("volume.WIPE"), volumes.stream().map(each -> Loss.ofVolumeWipe(each.summary())).toList())) {
            return false;
        }
        start.wipe(ways.get(way.getSelectionIndex()), Optional.of(copy).filter(CopyFirst::wanted));
        return true;
    }
}
