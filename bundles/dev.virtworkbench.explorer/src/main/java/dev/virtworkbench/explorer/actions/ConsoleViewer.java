package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.workbench.Person;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;

/** The screen, keyboard and mouse of a domain in a window of {@code virt-viewer}, where that is installed. */
final class ConsoleViewer {

    private static final String PROGRAM = "virt-viewer";

    private ConsoleViewer() { }

    /** Opens it, or says what is missing. On the UI thread. */
    static void open(OfDomain domain) {
        Optional<Path> program = find();
        if (program.isEmpty()) {
            MessageDialog.openInformation(Person.shell(), Texts.get("domain.console"), Texts.get("domain.console.missing", PROGRAM));
            return;
        }
        List<String> command = List.of(program.get().toString(), "--connect", domain.host().uri(), domain.summary().uuid().toString());
        Thread.ofVirtual().name(PROGRAM).start(() -> run(command, domain.name()));
    }

    private static Optional<Path> find() {
        String name = Platform.getOS().equals(Platform.OS_WIN32) ? PROGRAM + ".exe" : PROGRAM;
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }

    /** Until somebody closes it. */
    private static void run(List<String> command, String domain) {
        try {
            Process viewer = new ProcessBuilder(command).redirectErrorStream(true).start();
            viewer.getOutputStream().close();
            String said = new String(viewer.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
            if (viewer.waitFor() != 0) {
                tell(domain, said);
            }
        } catch (IOException e) {
            tell(domain, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(String domain, String why) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> MessageDialog.openError(Person.shell(), Texts.get("domain.console"),
                Texts.get("domain.console.failed", PROGRAM, domain, why)));
    }
}
