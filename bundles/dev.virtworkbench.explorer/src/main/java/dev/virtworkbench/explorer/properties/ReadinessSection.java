package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.hosts.Readiness;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.language.findings.Message;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/** What a host is ready for, and what to install for what is missing: a text to be read and copied. The host is asked when it is to be seen. */
public final class ReadinessSection extends ObjectSection {

    /** Where the columns begin, in widths of a letter. */
    private static final int[] COLUMNS = {20, 48, 72};
    private static final String WIDE_AS_USUAL = "n".repeat(10);

    private StyledText text;
    private Host shown;

    @Override
    Composite create(Composite parent) {
        Composite page = getWidgetFactory().createComposite(parent);
        GridLayoutFactory.fillDefaults().applyTo(page);
        text = new StyledText(page, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        text.setMargins(8, 6, 8, 6);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 120).applyTo(text);
        text.setTabStops(stops());
        Composite buttons = getWidgetFactory().createComposite(page);
        RowLayoutFactory.fillDefaults().applyTo(buttons);
        button(buttons, "again", this::refresh);
        button(buttons, "copy", this::copy);
        return page;
    }

    private int[] stops() {
        GC gc = new GC(text);
        try {
            double letter = gc.textExtent(WIDE_AS_USUAL).x / (double) WIDE_AS_USUAL.length();
            return Arrays.stream(COLUMNS).map(column -> (int) Math.round(column * letter)).toArray();
        } finally {
            gc.dispose();
        }
    }

    private void button(Composite parent, String words, Runnable action) {
        Button button = getWidgetFactory().createButton(parent, text(words), SWT.PUSH);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    /** All of it. */
    private void copy() {
        text.selectAll();
        text.copy();
        text.setSelection(0);
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }

    @Override
    void show(HostObject latest) {
        Host host = latest.host();
        boolean connected = host.status().state() == HostState.CONNECTED;
        if (host != shown || !connected) {
            text.setText(text(connected ? "asking" : "not-connected"));
        }
        shown = host;
        if (connected) {
            Display display = text.getDisplay();
            host.readiness().result().whenComplete((readiness, failure) -> display.asyncExec(() -> show(host, readiness, failure)));
        }
    }

    private void show(Host of, Readiness readiness, Throwable failure) {
        if (text.isDisposed() || of != shown || of.status().state() != HostState.CONNECTED) {
            return;
        }
        Throwable why = Failure.plain(failure);
        switch (why) {
            case null -> show(ReadinessReport.of(readiness));
            case VirtException told -> text.setText(Words.of(told.text()));
            default -> {
                Failure.log(why);
                text.setText(text("unread"));
            }
        }
        layOut();
    }

    private void show(List<ReadinessReport.Line> lines) {
        String now = lines.stream().map(ReadinessReport.Line::text).collect(Collectors.joining("\n"));
        // the place somebody reads at stays while nothing changes
        if (now.equals(text.getText())) {
            return;
        }
        text.setText(now);
        int start = 0;
        for (ReadinessReport.Line line : lines) {
            StyleRange style = new StyleRange(start, line.text().length(), null, null);
            switch (line.kind()) {
                case HEADING -> style.fontStyle = SWT.BOLD;
                case MISSING -> style.foreground = JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR);
                case PLAIN -> { }
            }
            text.setStyleRange(style);
            start += line.text().length() + 1;
        }
    }

    private static String text(String key) {
        return Words.of(Message.of(ReadinessSection.class, "readiness." + key));
    }
}
