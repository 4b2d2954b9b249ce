package dev.virtworkbench.explorer.workbench;

import dev.virtworkbench.editor.preferences.SchemasFolder;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.history.History;
import dev.virtworkbench.editor.client.LiveHosts;
import dev.virtworkbench.editor.hyperlinks.HostPaths;
import dev.virtworkbench.explorer.console.VirshConsole;
import dev.virtworkbench.explorer.dialogs.CredentialsDialog;
import dev.virtworkbench.explorer.jobs.JobsInProgress;
import dev.virtworkbench.explorer.live.HostFiles;
import dev.virtworkbench.explorer.live.KnownFacts;
import dev.virtworkbench.explorer.live.UnsavedTexts;
import dev.virtworkbench.explorer.model.Contents;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The engine, the language and the history that all views, editors and actions of one workbench share. Any thread may ask. */
public final class VirtWorkbench {

    private static final int HISTORY_ENTRIES = 500;

    private static final VirtWorkbench ONLY = new VirtWorkbench();

    private final Engine engine;
    private Optional<Path> schemas = SchemasFolder.chosen();
    private LibvirtLanguage language = language(schemas);
    private final History history;
    private final Contents contents;

    private VirtWorkbench() {
        Credentials credentials = new CredentialsDialog();
        Bundle bundle = FrameworkUtil.getBundle(VirtWorkbench.class);
        engine = new Engine(credentials);
        engine.neverWaitOn(PlatformUI.getWorkbench().getDisplay().getThread());
        engine.jobs().addListener(new JobsInProgress());
        PlatformUI.getWorkbench().addWorkbenchListener(new Closing(engine));
        history = new History(Platform.getStateLocation(bundle).append("history").toPath(), HISTORY_ENTRIES);
        VirshConsole.show(engine.echo());
        contents = new Contents(engine);
        SavedHosts.load().forEach(contents::add);
        LiveHosts.offer(new KnownFacts(contents));
        HostPaths.offer(new HostFiles(contents));
        UnsavedTexts unsaved = new UnsavedTexts(Platform.getStateLocation(bundle).append("unsaved").toPath());
        Display display = PlatformUI.getWorkbench().getDisplay();
        unsaved.keepAtTheEnd(display);
        display.asyncExec(unsaved::reopen);
    }

    public static VirtWorkbench get() {
        return ONLY;
    }

    /** What the hosts of the workbench have, as views show it. */
    public Contents contents() {
        return contents;
    }

    /** Adds a host, now and for the next start, and begins to connect it. */
    public Host addHost(String uri) {
        Host host = contents.add(uri);
        saveHosts();
        return host;
    }

    /** Disconnects a host and forgets it, now and for the next start. */
    public void removeHost(Host host) {
        contents.remove(host);
        saveHosts();
    }

    private void saveHosts() {
        SavedHosts.save(contents.hosts().stream().map(Host::uri).toList());
    }

    /** Its hosts are those of {@link #contents()}. */
    public Engine engine() {
        return engine;
    }

    /** By the schemas that the preferences choose now. */
    public synchronized LibvirtLanguage language() {
        Optional<Path> chosen = SchemasFolder.chosen();
        if (!chosen.equals(schemas)) {
            schemas = chosen;
            language = language(chosen);
        }
        return language;
    }

    private static LibvirtLanguage language(Optional<Path> schemas) {
        return new LibvirtLanguage(new Schemas(SchemaLocations.search(schemas), ForkJoinPool.commonPool()));
    }

    /** What was applied from this workspace. */
    public History history() {
        return history;
    }
}
