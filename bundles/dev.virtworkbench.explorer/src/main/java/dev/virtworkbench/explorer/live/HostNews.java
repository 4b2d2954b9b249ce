package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.ObjectKind;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.function.Predicate;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.PlatformUI;

/**
 * Keeps open documents that nobody has edited as the host has them. One that was edited stays: what somebody else changed is
 * noticed as a conflict when it is saved.
 */
final class HostNews implements HostListener {

    private static final HostNews ONLY = new HostNews();

    private HostNews() { }

    static void listenTo(Host host) {
        host.removeListener(ONLY);
        host.addListener(ONLY);
    }

    @Override
    public void objectChanged(Host host, ObjectEvent event) {
        if (event.change() != ObjectEvent.Change.UNDEFINED) {
            look(host, document -> kind(document.object().kind()) == event.kind()
                    && document.object().uuid().equals(event.uuid()));
        }
    }

    @Override
    public void statusChanged(Host host) {
        if (host.status().state() == HostState.CONNECTED) {
            look(host, document -> true);
        }
    }

    private static void look(Host host, Predicate<LiveDocument> which) {
        LiveDocument.of(host.uri()).stream().filter(which).forEach(document -> read(host, document));
    }

    private static void read(Host host, LiveDocument document) {
        long before = document.stamp();
        document.object().read(host, true).result().whenComplete((xml, failure) -> {
            if (failure != null) {
                // that it is gone is no failure: its document stays open as it was
                if (!(Failure.plain(failure) instanceof VirtException why && ErrorCode.missing(why.code()))) {
                    Failure.log(failure);
                }
            } else if (document.differs(xml)) {
                PlatformUI.getWorkbench().getDisplay().asyncExec(() -> renew(host, document, xml, before));
            }
        });
    }

    private static void renew(Host host, LiveDocument document, String xml, long before) {
        if (document.stamp() != before) {
            // saved while this was read: what was read may be older than what was saved
            read(host, document);
        } else if (!document.dirty()) {
            try {
                document.take(xml);
            } catch (CoreException e) {
                Failure.show(e);
            }
        }
    }

    private static ObjectKind kind(DocumentKind kind) {
        return switch (kind) {
            case DOMAIN -> ObjectKind.DOMAIN;
            case STORAGE_POOL -> ObjectKind.POOL;
            case NETWORK -> ObjectKind.NETWORK;
            // libvirt has no events for volumes
            default -> ObjectKind.VOLUME;
        };
    }
}
