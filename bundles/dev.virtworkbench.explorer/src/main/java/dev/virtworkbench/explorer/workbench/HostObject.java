package dev.virtworkbench.explorer.workbench;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;

/** A host's object as it was when a view listed it. Views select these, or what adapts to them; actions take them. */
public sealed interface HostObject {

    Host host();

    /** The host itself. */
    record OfHost(Host host) implements HostObject { }

    record OfPool(Host host, PoolSummary summary) implements HostObject {
        public Pool pool() {
            return host.pools().pool(summary);
        }
    }

    record OfVolume(Host host, PoolSummary in, VolumeSummary summary) implements HostObject {
        public Volume volume() {
            return host.pools().pool(in).volume(summary.name());
        }
    }

    record OfDomain(Host host, DomainSummary summary) implements HostObject {
        public Domain domain() {
            return host.domains().domain(summary);
        }
    }

    record OfNetwork(Host host, NetworkSummary summary) implements HostObject { }

    /** The selected objects of that kind; empty if anything else is selected as well. */
    static <T extends HostObject> List<T> selected(Object selection, Class<T> kind) {
        if (!(selection instanceof IStructuredSelection structured)) {
            return List.of();
        }
        List<T> objects = ((List<?>) structured.toList()).stream().map(each -> Adapters.adapt(each, HostObject.class))
                .filter(kind::isInstance).map(kind::cast).toList();
        return objects.size() == structured.size() ? objects : List.of();
    }
}
