package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.HostAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.groups.VolumeGroupsDialog;
import dev.virtworkbench.explorer.model.HostObject.OfHost;
import dev.virtworkbench.explorer.wizards.RestoreWizard;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;

/** The actions on hosts. */
final class HostActions {

    private HostActions() { }

    static Map<String, ObjectAction<OfHost>> all() {
        return Map.of(
                "connect", action(HostAction.CONNECT, Host::connect),
                "disconnect", action(HostAction.DISCONNECT, Host::disconnect),
                "volumeGroups", new ObjectAction<>(OfHost.class, HostActions::mayHaveVolumeGroups,
                        hosts -> VolumeGroupsDialog.open(Person.shell(), hosts.getFirst().host())),
                "remove", new ObjectAction<>(OfHost.class, hosts -> true, HostActions::remove),
                "restore", new ObjectAction<>(OfHost.class, hosts -> hosts.size() == 1 && hosts.getFirst().host().status().state() == HostState.CONNECTED,
                        hosts -> RestoreWizard.open(Person.shell(), hosts.getFirst().host())),
                "copyUri", new ObjectAction<>(OfHost.class, hosts -> true, hosts -> Person.takes(uris(hosts))));
    }

    private static ObjectAction<OfHost> action(HostAction action, Consumer<Host> work) {
        return new ObjectAction<>(OfHost.class, hosts -> action.enabled(hosts.stream().map(each -> each.host().status().state()).toList()),
                hosts -> hosts.forEach(each -> work.accept(each.host())));
    }

    /** One host that programs can be run on. */
    private static boolean mayHaveVolumeGroups(List<OfHost> hosts) {
        Host host = hosts.getFirst().host();
        return hosts.size() == 1 && host.status().state() == HostState.CONNECTED && host.volumeGroups().possible();
    }

    private static void remove(List<OfHost> hosts) {
        if (MessageDialog.openConfirm(Person.shell(), Texts.get("host.remove"), Texts.get("host.remove.what", uris(hosts)))) {
            hosts.forEach(each -> VirtWorkbench.get().removeHost(each.host()));
        }
    }

    private static String uris(List<OfHost> hosts) {
        return hosts.stream().map(OfHost::name).collect(Collectors.joining("\n"));
    }
}
