package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.history.OwnersFiles;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.workbench.Person;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/**
 * What was typed into documents of hosts and not applied when the process was ended from outside: at the end of a session, or by
 * {@code kill}, nobody can be asked any more. It is kept in the workspace, without passwords, and open again at the next start.
 */
public final class UnsavedTexts {

    /** For the window to come to it; who ends a session waits longer before it kills. */
    private static final int PATIENCE_SECONDS = 5;

    private final Path folder;

    /** @param folder where the texts are kept; need not be there */
    public UnsavedTexts(Path folder) {
        this.folder = folder;
    }

    /** From now on keeps them when the process is ended. A workbench that ends by itself has asked, and has none open any more. */
    public void keepAtTheEnd(Display display) {
        // its class is there from now on: after an ordinary end the bundles are closed when the hook runs, and nothing can be loaded
        LiveDocument.all();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!LiveDocument.all().isEmpty()) {
                CountDownLatch kept = new CountDownLatch(1);
                try {
                    display.asyncExec(() -> {
                        keep();
                        kept.countDown();
                    });
                    if (!kept.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                        // a window that hangs types nothing either
                        keep();
                    }
                } catch (SWTException disposed) {
                    keep();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }, "keeping what is not saved"));
    }

    /** Keeps what is not saved now. */
    public void keep() {
        LiveDocument.all().stream().filter(LiveDocument::dirty).forEach(document -> {
            Properties all = new Properties();
            all.setProperty("uri", document.object().uri().toString());
            all.setProperty("opened", Redaction.withoutSecrets(document.opened()));
            all.setProperty("text", Redaction.withoutSecrets(document.edited()));
            try {
                OwnersFiles.makeFolder(folder);
                try (Writer out = Files.newBufferedWriter(OwnersFiles.makeFile(folder, UUID.randomUUID().toString()))) {
                    all.store(out, null);
                }
            } catch (IOException e) {
                Failure.log(e);
            }
        });
    }

    /** Opens what was kept, to be applied or closed as if nothing had happened, and says so. On the UI thread. */
    public void reopen() {
        List<String> opened = new ArrayList<>();
        for (Path file : files()) {
            try {
                reopen(file).ifPresent(opened::add);
            } catch (IOException | IllegalArgumentException | CoreException e) {
                // it stays: somebody may want to have it all the same
                Failure.log(e);
            }
        }
        if (!opened.isEmpty()) {
            MessageDialog.openInformation(Person.shell(), Texts.get("unsaved.title"),
                    Texts.get("unsaved", String.join("\n", opened)));
        }
    }

    /** @return what it was about; empty if that is open already, so that the text is left for another time */
    private static Optional<String> reopen(Path file) throws IOException, CoreException {
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            all.load(in);
        }
        LiveObject object = LiveObject.of(URI.create(all.getProperty("uri", "")))
                .orElseThrow(() -> new IllegalArgumentException("no document in " + file));
        if (LiveDocument.at(object.uri()).isPresent()) {
            return Optional.empty();
        }
        LiveEditors.showUnsaved(object, all.getProperty("opened", ""), all.getProperty("text", ""));
        Files.delete(file);
        return Optional.of("• " + Texts.get("tooltip", object.name(), object.host()));
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            Failure.log(e);
            return List.of();
        }
    }
}
