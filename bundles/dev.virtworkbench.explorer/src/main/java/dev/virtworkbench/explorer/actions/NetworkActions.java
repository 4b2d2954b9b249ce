package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.actions.NetworkAction;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.networks.Network;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.HostObject.OfNetwork;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The actions on virtual networks. */
final class NetworkActions {

    private NetworkActions() { }

    static Map<String, ObjectAction<OfNetwork>> all() {
        return Map.of(
                "start", action(NetworkAction.START, Network::start),
                "stop", asking(NetworkAction.STOP, "network.stop", Loss::ofNetworkStop, Network::stop),
                "autostartOn", action(NetworkAction.AUTOSTART_ON, network -> network.setAutostart(true)),
                "autostartOff", action(NetworkAction.AUTOSTART_OFF, network -> network.setAutostart(false)),
                "undefine", asking(NetworkAction.UNDEFINE, "network.undefine", Loss::ofNetworkUndefine, Network::undefine));
    }

    private static ObjectAction<OfNetwork> action(NetworkAction action, Function<Network, Job<Void>> job) {
        return ObjectAction.unless(OfNetwork.class, networks -> ObjectAction.first(networks, OfNetwork::summary, action::obstacle),
                networks -> start(networks, job));
    }

    private static ObjectAction<OfNetwork> asking(NetworkAction action, String name, Function<NetworkSummary, Loss> loss,
            Function<Network, Job<Void>> job) {
        return ObjectAction.unless(OfNetwork.class, networks -> ObjectAction.first(networks, OfNetwork::summary, action::obstacle), networks -> {
            if (LossQuestion.confirmed(Person.shell(), Texts.get(name), summaries(networks).stream().map(loss).toList())) {
                start(networks, job);
            }
        });
    }

    private static void start(List<OfNetwork> networks, Function<Network, Job<Void>> job) {
        Asked.all(networks.stream().map(each -> job.apply(network(each))).toList(), () -> networks.stream().map(OfNetwork::host).distinct()
                .forEach(host -> VirtWorkbench.get().contents().of(host).networks().again()));
    }

    private static Network network(OfNetwork network) {
        return network.host().networks().network(network.summary().uuid(), network.name());
    }

    private static List<NetworkSummary> summaries(List<OfNetwork> networks) {
        return networks.stream().map(OfNetwork::summary).toList();
    }
}
