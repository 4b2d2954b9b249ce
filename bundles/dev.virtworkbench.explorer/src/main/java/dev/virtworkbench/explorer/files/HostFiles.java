package dev.virtworkbench.explorer.files;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.explorer.applying.Applying;
import dev.virtworkbench.explorer.applying.Waiting;
import dev.virtworkbench.explorer.comparing.TextComparison;
import dev.virtworkbench.explorer.comparing.TextComparison.Titled;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Files brought to one host. On the UI thread, which goes on drawing meanwhile. Failures are told here. */
public final class HostFiles {

    private final Shell shell;
    private final Host host;
    private final Applying applying;
    private final Optional<UUID> pool;

    /** @param pool where volumes go; empty to ask */
    public HostFiles(Shell shell, Host host, Optional<UUID> pool) {
        this.shell = shell;
        this.host = host;
        this.applying = new Applying(shell, host);
        this.pool = pool;
    }

    /**
     * Defines what is in the files: networks first, then pools, volumes, domains, whatever order they come in. Volumes that come
     * with pools can only be looked at once these are there, so they follow with a look of their own.
     *
     * @param start whether what was defined is started as well, unless it runs
     */
    public void define(List<DocumentText> texts, boolean start) {
        boolean volumes = texts.stream().anyMatch(DocumentText::isVolume);
        boolean first = volumes && texts.stream().anyMatch(text -> text.kind() == DocumentKind.STORAGE_POOL);
        if (!first) {
            defineTogether(texts, start);
            return;
        }
        Predicate<DocumentText> later = text -> text.isVolume() || text.kind() == DocumentKind.DOMAIN;
        List<DocumentText> before = texts.stream().filter(later.negate()).toList();
        if (defineTogether(before, start)) {
            defineTogether(texts.stream().filter(later).toList(), start);
        }
    }

    /** @return whether all of it was done */
    private boolean defineTogether(List<DocumentText> texts, boolean start) {
        Optional<List<ApplyRequest>> requests = requests(texts);
        if (requests.isEmpty()) {
            return false;
        }
        List<Applied> applied = applying.apply(requests.get(), conflict -> {
            throw new IllegalStateException("a file was not opened from the host");
        });
        applied.stream().filter(each -> each.before().isEmpty()).reduce((first, last) -> last)
                .ifPresent(made -> VirtWorkbench.get().contents().made(Newcomer.of(host, made)));
        boolean started = true;
        for (Applied each : applied) {
            started &= !start || new Start(shell, host).start(each);
        }
        return started && applied.size() == texts.size();
    }

    /**
     * Starts the pools and then the domains in the files without defining them: they are gone when they stop. Other documents
     * cannot be started so, which is told.
     */
    public void create(List<DocumentText> texts) {
        if (texts.stream().noneMatch(text -> text.kind() == DocumentKind.STORAGE_POOL || text.kind() == DocumentKind.DOMAIN)) {
            MessageDialog.openInformation(shell, Texts.get("create"), Texts.get("create.none"));
            return;
        }
        try {
            for (DocumentText text : texts) {
                if (text.kind() == DocumentKind.STORAGE_POOL) {
                    Waiting.forResult(() -> host.pools().createTransient(text.text()));
                }
            }
            for (DocumentText text : texts) {
                if (text.kind() == DocumentKind.DOMAIN) {
                    Waiting.forResult(() -> host.domains().createTransient(text.text()));
                }
            }
        } catch (VirtException e) {
            Failure.show(e);
        }
    }

    /** Shows what {@link #define} would do. */
    public void dryRun(List<DocumentText> texts) {
        requests(texts).ifPresent(applying::dryRun);
    }

    /** Shows each file beside what the host has of it. */
    public void compare(List<DocumentText> texts) {
        try {
            Optional<UUID> into = pool(texts);
            if (into.isEmpty() && texts.stream().anyMatch(DocumentText::isVolume)) {
                return;
            }
            List<String> missing = new ArrayList<>();
            for (DocumentText text : texts) {
                Optional<ApplyPlan> plan = applying.plan(text.request(into));
                if (plan.isEmpty()) {
                    return;
                }
                plan.get().present().ifPresentOrElse(present -> show(text, Redaction.withoutSecrets(present.xml())),
                        () -> missing.add(text.name()));
            }
            if (!missing.isEmpty()) {
                MessageDialog.openInformation(shell, Texts.get("compare"),
                        Texts.get("compare.missing", host.uri(), String.join(", ", missing)));
            }
        } catch (VirtException e) {
            Failure.show(e);
        }
    }

    private void show(DocumentText text, String present) {
        String name = text.name();
        TextComparison.open(Texts.get("compare.title", name, host.uri()), name, new Titled(name, text.text()),
                new Titled(Texts.get("compare.host", host.uri()), present), text.saving());
    }

    /** In the order to apply them; empty if the person did not choose a pool for the volumes, or was told why there is none. */
    private Optional<List<ApplyRequest>> requests(List<DocumentText> texts) {
        try {
            Optional<UUID> into = pool(texts);
            if (into.isEmpty() && texts.stream().anyMatch(DocumentText::isVolume)) {
                return Optional.empty();
            }
            return Optional.of(ApplyRequest.inOrder(texts.stream().map(text -> text.request(into)).toList()));
        } catch (VirtException e) {
            Failure.show(e);
            return Optional.empty();
        }
    }

    private Optional<UUID> pool(List<DocumentText> texts) {
        List<String> volumes = texts.stream().filter(DocumentText::isVolume).map(text -> text.name()).toList();
        return volumes.isEmpty() || pool.isPresent() ? pool : new PoolChoice(shell, host).ask(volumes);
    }
}
