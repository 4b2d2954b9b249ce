package dev.virtworkbench.explorer.groups;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.Readiness;
import dev.virtworkbench.engine.lvm.VolumeGroups;
import dev.virtworkbench.explorer.images.HostRights;
import dev.virtworkbench.explorer.jobs.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** LVM answers root only: how a person becomes root on a host, which is said before it is done, once in a run of the workbench. */
final class Root {

    private static final Map<String, Rights> AGREED = new ConcurrentHashMap<>();

    private Root() { }

    /** The volume groups of a host with root's rights. On the UI thread. @return empty if the person cannot become root, or does not want to */
    static Optional<VolumeGroups> groups(Shell shell, Host host) {
        Optional<Rights> rights = Optional.ofNullable(AGREED.get(host.uri())).or(() -> found(shell, host));
        rights.ifPresent(known -> AGREED.put(host.uri(), known));
        return rights.map(host.volumeGroups()::as);
    }

    private static Optional<Rights> found(Shell shell, Host host) {
        Optional<Readiness> readiness = Waiting.orTold(host::readiness);
        if (readiness.isEmpty()) {
            return Optional.empty();
        }
        Optional<Rights> way = readiness.get().machine().map(Readiness.Machine::elevation).flatMap(Readiness.Elevation::rights);
        if (way.isEmpty()) {
            MessageDialog.openError(shell, Texts.get("root"), Texts.get("root.none", host.uri()));
        }
        Optional<Rights> chosen = Optional.of(HostRights.of(host)).filter(rights -> rights != Rights.PERSON);
        return way.flatMap(rights -> rights == Rights.PERSON ? way : chosen.or(() -> agreed(shell, host, ways(host, rights))));
    }

    /** Where the person's desktop is pkexec may be wanted though there is sudo. */
    private static List<Rights> ways(Host host, Rights usual) {
        return Stream.concat(Stream.of(usual), HostRights.choices(host).stream().filter(Rights.PKEXEC::equals)).distinct().toList();
    }

    private static Optional<Rights> agreed(Shell shell, Host host, List<Rights> ways) {
        Optional<Rights> agreed = RightsQuestion.ask(shell, host.uri(), ways);
        agreed.ifPresent(rights -> HostRights.choose(host, rights));
        return agreed;
    }
}
