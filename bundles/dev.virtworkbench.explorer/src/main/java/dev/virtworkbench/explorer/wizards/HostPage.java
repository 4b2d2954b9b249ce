package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.drafts.HostAddress;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Where the libvirt is: by a few fields, or by a URI that somebody has. */
final class HostPage extends WizardPage {

    private static final List<HostPreset> PRESETS = List.of(HostPreset.values());
    private static final int LINES_OF_OUTCOME = 5;

    private Combo preset;
    private Text host;
    private Text port;
    private Text user;
    private Text socket;
    private Text uri;
    private Text outcome;
    /** Whether the URI is being written from the fields. */
    private boolean writing;

    HostPage() {
        super("host");
        setTitle(Texts.get("host.title"));
        setDescription(Texts.get("host.description"));
    }

    @Override
    public void createControl(Composite parent) {
        Fields fields = new Fields(parent, this::write);
        preset = fields.choice(Texts.get("host.preset"), Texts.get("host.preset.help"),
                PRESETS.stream().map(each -> Texts.get("host.preset." + each)).toList());
        preset.setVisibleItemCount(PRESETS.size());
        host = fields.text(Texts.get("host.host"), Texts.get("host.host.help"));
        port = fields.text(Texts.get("host.port"), Texts.get("host.port.help"));
        user = fields.text(Texts.get("host.user"), Texts.get("host.user.help"));
        socket = fields.text(Texts.get("host.socket"), Texts.get("host.socket.help"));
        Label label = new Label(fields.area(), SWT.NONE);
        label.setText(Texts.get("host.uri"));
        uri = new Text(fields.area(), SWT.BORDER | SWT.SINGLE);
        uri.addModifyListener(event -> check());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(uri);
        fields.explain(uri, Texts.get("host.uri.help"));
        new Label(fields.area(), SWT.NONE);
        Button test = new Button(fields.area(), SWT.PUSH);
        test.setText(Texts.get("host.test"));
        test.addListener(SWT.Selection, event -> test());
        fields.explain(test, Texts.get("host.test.help"));
        outcome = new Text(fields.area(), SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(300, LINES_OF_OUTCOME * outcome.getLineHeight()).applyTo(outcome);
        setControl(fields.control());
        HelpContext.HOSTS.of(fields.control());
        show("");
        write();
        setErrorMessage(null);
    }

    private void write() {
        if (writing) {
            return;
        }
        HostPreset way = PRESETS.get(preset.getSelectionIndex());
        writing = true;
        host.setEnabled(way.remote());
        port.setEnabled(way.remote());
        user.setEnabled(way.hasUser());
        socket.setEnabled(way.hasSocket());
        uri.setText(new HostAddress(way.driver, way.transport, stated(user), stated(host), stated(port), way.path, stated(socket)).uri());
        writing = false;
        check();
    }

    private static String stated(Text text) {
        return text.isEnabled() ? text.getText() : "";
    }

    private void check() {
        show("");
        String stated = uri();
        String problem = null;
        if (stated.isEmpty()) {
            problem = Texts.get("host.uri.lacking");
        } else if (Stream.of("+ssh:///", "+tls:///", "+tcp:///").anyMatch(stated::contains)) {
            problem = Texts.get("host.host.lacking");
        } else if (!stated.contains(":")) {
            problem = Texts.get("host.uri.wrong");
        }
        setErrorMessage(problem);
        setPageComplete(problem == null);
    }

    private void test() {
        String tried = uri();
        show("");
        setErrorMessage(null);
        try {
            getContainer().run(true, true, monitor -> ConnectionTest.run(tried, monitor));
            setMessage(Texts.get("host.reached", tried), INFORMATION);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof CancellationException)) {
                setErrorMessage(Texts.get("host.not-reached", tried));
                show(Failure.status(e.getCause()).getMessage());
            }
        } catch (InterruptedException stopped) {
            // of the runnable, whose end this is; nobody interrupts the UI thread
        }
    }

    private void show(String words) {
        outcome.setText(words);
        outcome.setVisible(!words.isEmpty());
    }

    /** What libvirt is given to connect. */
    String uri() {
        return uri.getText().strip();
    }
}
