package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.domains.DeviceScope;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.drafts.AgentChannel;
import dev.virtworkbench.engine.drafts.DiskAdvice;
import dev.virtworkbench.engine.drafts.DiskEdits;
import dev.virtworkbench.engine.drafts.DiskSettings;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.WayDialog;
import dev.virtworkbench.explorer.images.HostChoice;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.wizards.Chooser;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** What is done to the disks of domains. For the UI thread; what takes time is waited for there or followed in the Progress view. */
public final class DomainDisks {

    private final Shell shell;

    /** @param shell over which dialogs open */
    public DomainDisks(Shell shell) {
        this.shell = shell;
    }

    /** Whether it is a drive, whose medium can change. */
    public static boolean drive(OfDisk disk) {
        return disk.disk().device().equals("cdrom") || disk.disk().device().equals("floppy");
    }

    /** Whether its configuration has it, so that its options can change. */
    public static boolean configured(OfDisk disk) {
        return !disk.disk().untilShutOff() && disk.in().persistent();
    }

    /** Gives a domain another disk. */
    public void attach(OfDomain domain) {
        attach(domain, dialog -> { });
    }

    /** Makes a volume a disk of a domain that the person chooses. */
    public void attach(OfVolume volume) {
        choose(List.of(volume.host()), volume.name()).ifPresent(domain -> attach(domain, dialog -> dialog.take(volume)));
    }

    /** Makes a file of this machine a disk of a domain that the person chooses. @param path absolute */
    public void attach(String path) {
        List<Host> hosts = HostChoice.here().stream().filter(HostChoice::connected).toList();
        if (hosts.isEmpty()) {
            MessageDialog.openInformation(shell, Texts.get("attach"), Texts.get("attach.no-host"));
            return;
        }
        choose(hosts, path).ifPresent(domain -> attach(domain, dialog -> dialog.take(path, format(domain.host(), path))));
    }

    /** What its first bytes say; raw where they cannot be read from here: the dialog shows it, and the person may know better. */
    private static String format(Host host, String path) {
        try {
            return Waiting.forResult(host.images().info(path, Optional.empty())).map(chain -> chain.top().format()).orElse("raw");
        } catch (VirtException unread) {
            return "raw";
        }
    }

    private Optional<OfDomain> choose(List<Host> hosts, String image) {
        boolean many = hosts.size() > 1;
        return new Chooser<OfDomain>(Texts.get("choose"), Texts.get("choose.message", image), Texts.get("choose.none"),
                domain -> many ? Texts.get("choose.line", domain.name(), domain.host().uri()) : domain.name())
                .choose(shell, PlatformUI.getWorkbench().getProgressService(), monitor -> {
                    List<OfDomain> all = new ArrayList<>();
                    for (Host host : hosts) {
                        Waiting.forResult(host.domains().list(), monitor).forEach(domain -> all.add(new OfDomain(host, domain)));
                    }
                    return all;
                });
    }

    private void attach(OfDomain domain, Consumer<DiskDialog> begin) {
        Guest.read(domain).flatMap(guest -> DiskDialog.attach(shell, guest, begin).map(wanted -> (Runnable) () -> attach(guest, wanted)))
                .ifPresent(Runnable::run);
    }

    private void attach(Guest guest, DiskDialog.Wanted wanted) {
        if (wanted.when() == When.NOW) {
            start(guest, guest.domain().attach(wanted.disk().xml(guest.document().root().map(root -> root.value("type")).orElse("")),
                    DeviceScope.LIVE));
        } else {
            guest.agreed(shell, wanted.text(), wanted.when() == When.BOTH, false);
        }
    }

    /** Takes it from its domain; its image stays. */
    public void detach(OfDisk disk) {
        Guest.read(domain(disk)).ifPresent(guest -> {
            Optional<String> now = guest.running().flatMap(xml -> new DiskEdits(XmlTree.parse(xml)).xml(disk.name()));
            boolean plugs = now.isPresent() && DiskSettings.of(XmlTree.parse(guest.running().get()), disk.name()).filter(DiskAdvice::hotplugs).isPresent();
            boolean configured = !disk.disk().untilShutOff() && DiskSettings.of(guest.document(), disk.name()).isPresent();
            List<When> ways = configured ? guest.whens(plugs) : plugs ? List.of(When.NOW) : List.of();
            if (ways.isEmpty()) {
                MessageDialog.openInformation(shell, Texts.get("detach"), Texts.get("detach.impossible", disk.name(), guest.name()));
                return;
            }
            WayDialog.ask(shell, Texts.get("detach"), question(disk.disk(), guest, now.isPresent() && !plugs), ways, way -> Texts.get("detach." + way))
                    .ifPresent(when -> detach(guest, disk.name(), when, now.orElse("")));
        });
    }

    private static String question(Disk disk, Guest guest, boolean fixed) {
        String image = DiskSettings.of(guest.document(), disk.target()).map(settings -> settings.source().words()).orElse(disk.source());
        String words = image.isEmpty() ? Texts.get("detach.drive", disk.target(), guest.name())
                : Texts.get("detach.question", disk.target(), guest.name(), image);
        return fixed ? words + "\n\n" + Texts.get("detach.fixed") : guest.running().isPresent() ? words + "\n\n" + Texts.get("detach.guest") : words;
    }

    private void detach(Guest guest, String target, When when, String now) {
        if (when == When.NOW) {
            start(guest, guest.domain().unplug(now, target));
        } else {
            guest.agreed(shell, edited(guest.configured(), edits -> edits.detach(target)), when == When.BOTH, false);
        }
    }

    /** Puts another medium into a drive, or takes it out. */
    public void changeMedia(OfDisk drive) {
        Guest.read(domain(drive)).ifPresent(guest -> MediaDialog.ask(shell, guest, drive.disk()).ifPresent(wanted -> {
            if (wanted.when() == When.NOW) {
                String running = edited(guest.running().orElseThrow(), edits -> edits.medium(drive.name(), wanted.medium(), wanted.format()));
                start(guest, guest.domain().changeMedium(new DiskEdits(XmlTree.parse(running)).xml(drive.name()).orElseThrow(), wanted.force()));
            } else {
                guest.agreed(shell, edited(guest.configured(), edits -> edits.medium(drive.name(), wanted.medium(), wanted.format())),
                        wanted.when() == When.BOTH, wanted.force());
            }
        }));
    }

    /** Changes how its domain has it. */
    public void options(OfDisk disk) {
        Guest.read(domain(disk)).flatMap(guest -> DiskDialog.options(shell, guest, disk.name())
                .map(wanted -> (Runnable) () -> guest.apply(shell, wanted.text()))).ifPresent(Runnable::run);
    }

    /** Has a disk change places with its neighbour on the bus, after a look at the differences. */
    void step(OfDisk disk, DiskStep step) {
        Guest.read(domain(disk)).ifPresent(guest -> {
            Optional<Disk> neighbour = step.neighbour(disk.disk(), Disk.in(guest.configured()));
            if (neighbour.isEmpty()) {
                MessageDialog.openInformation(shell, Texts.get("order." + step), Texts.of(step.noNeighbour(disk)));
            } else if (exchangeAgreed(guest, disk, neighbour.get().target(), step)) {
                guest.apply(shell, edited(guest.configured(), edits -> edits.exchange(disk.name(), neighbour.get().target())));
            }
        });
    }

    private boolean exchangeAgreed(Guest guest, OfDisk disk, String neighbour, DiskStep step) {
        String question = Texts.get("order.question", guest.name(), disk.disk().bus(), disk.name(), neighbour,
                source(guest, disk.name()), source(guest, neighbour));
        String when = guest.of().summary().saved() ? "\n\n" + Texts.get("order.saved") : guest.running().isPresent() ? "\n\n" + Texts.get("order.running") : "";
        return MessageDialog.open(MessageDialog.QUESTION, shell, Texts.get("order." + step), question + when, SWT.NONE,
                Texts.get("boot.go"), IDialogConstants.CANCEL_LABEL) == 0;
    }

    private static String source(Guest guest, String target) {
        return DiskSettings.of(guest.document(), target).map(disk -> disk.source().words()).filter(words -> !words.isEmpty())
                .orElseGet(() -> Texts.get("order.empty"));
    }

    /** Changes what a domain starts from. */
    public void boot(OfDomain domain) {
        Guest.read(domain).ifPresent(guest -> BootDialog.ask(shell, guest).ifPresent(text -> guest.apply(shell, text)));
    }

    /** Gives a domain a channel for QEMU's guest agent, which has its disks at rest for a snapshot. */
    public void addAgentChannel(OfDomain domain) {
        Guest.read(domain).ifPresent(guest -> guest.apply(shell, AgentChannel.addedTo(guest.configured())));
    }

    private static String edited(String document, Function<DiskEdits, List<TextEdit>> edit) {
        return TextEdit.apply(document, edit.apply(new DiskEdits(XmlTree.parse(document))));
    }

    private static void start(Guest guest, Job<Void> job) {
        Asked.all(List.of(job), guest::disksChanged);
    }

    private static OfDomain domain(OfDisk disk) {
        return VirtWorkbench.get().contents().of(disk.host()).domain(disk);
    }
}
