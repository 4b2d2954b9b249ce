package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.language.findings.Message;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/** An object's XML as it is now, without passwords, to be read and copied; to edit it people open it. */
public final class XmlSection extends ObjectSection {

    private StyledText text;
    private HostObject shown;

    @Override
    Composite create(Composite parent) {
        Composite page = getWidgetFactory().createComposite(parent);
        GridLayoutFactory.fillDefaults().applyTo(page);
        text = new StyledText(page, SWT.READ_ONLY | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 120).applyTo(text);
        return page;
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }

    @Override
    void show(HostObject latest) {
        if (!latest.equals(shown)) {
            text.setText("");
        }
        shown = latest;
        if (latest.host().status().state() != HostState.CONNECTED) {
            return;
        }
        Display display = text.getDisplay();
        read(latest).ifPresent(job -> job.result().whenComplete((xml, failure) ->
                display.asyncExec(() -> show(latest, xml, failure))));
    }

    private static Optional<Job<String>> read(HostObject object) {
        return switch (object) {
            case HostObject.OfPool pool -> Optional.of(pool.pool().xml(false));
            case HostObject.OfVolume volume -> Optional.of(volume.volume().xml());
            case HostObject.OfDomain domain -> Optional.of(domain.domain().xml(false, false));
            case HostObject.OfNetwork network -> Optional.of(network.host().networks()
                    .network(network.summary().uuid(), network.name()).xml(false));
            case HostObject.OfSecret secret -> Optional.of(secret.host().secrets().xml(secret.summary().uuid()));
            case HostObject.OfHost host -> Optional.empty();
            case HostObject.OfDisk disk -> Optional.empty();
        };
    }

    private void show(HostObject of, String xml, Throwable failure) {
        if (text.isDisposed() || !of.equals(shown)) {
            return;
        }
        Throwable why = Failure.plain(failure);
        String now = switch (why) {
            case null -> xml;
            case VirtException told -> Words.of(told.text());
            default -> {
                Failure.log(why);
                yield Words.of(Message.of(XmlSection.class, "xml.unread"));
            }
        };
        // the place somebody reads at stays while nothing changes
        if (!now.equals(text.getText())) {
            text.setText(now);
            layOut();
        }
    }
}
