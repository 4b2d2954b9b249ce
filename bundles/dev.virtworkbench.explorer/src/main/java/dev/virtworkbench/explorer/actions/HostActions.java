package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.HostAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.model.HostObject.OfHost;
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
                "remove", new ObjectAction<>(OfHost.class, hosts -> true, HostActions::remove),
                "copyUri", new ObjectAction<>(OfHost.class, hosts -> true, hosts -> Person.takes(uris(hosts))));
    }

    private static ObjectAction<OfHost> action(HostAction action, Consumer<Host> work) {
        return new ObjectAction<>(OfHost.class, hosts -> action.enabled(hosts.stream().map(each -> each.host().status().state()).toList()),
                hosts -> hosts.forEach(each -> work.accept(each.host())));
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
