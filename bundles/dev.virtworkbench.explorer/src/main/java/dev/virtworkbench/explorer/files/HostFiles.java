package dev.virtworkbench.explorer.files;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.explorer.applying.Applying;
import dev.virtworkbench.explorer.comparing.TextComparison.Titled;
import dev.virtworkbench.explorer.comparing.TextComparison;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        List<Applied> applied = apply(requests.get());
        select(applied.stream().filter(each -> each.before().isEmpty()).toList());
        boolean started = true;
        for (Applied each : applied) {
            started &= !start || new Start(shell, host).start(each);
        }
        return started && applied.size() == texts.size();
    }

    /**
     * Starts the networks, pools and domains in the files without defining them: they are gone when they stop. That other documents
     * are left out is told.
     */
    public void create(List<DocumentText> texts) {
        List<DocumentText> able = texts.stream().filter(text -> ApplyRequest.creatable(text.kind())).toList();
        if (able.isEmpty()) {
            MessageDialog.openInformation(shell, Texts.get("create"), Texts.get("create.none"));
        } else if (able.size() == texts.size() || MessageDialog.openConfirm(shell, Texts.get("create"), Texts.get("create.left-out",
                texts.stream().filter(text -> !able.contains(text)).map(DocumentText::name).collect(Collectors.joining(", "))))) {
            select(apply(ApplyRequest.inOrder(able.stream().map(text -> text.request(Optional.empty()).creating()).toList())));
        }
    }

    private List<Applied> apply(List<ApplyRequest> requests) {
        return applying.apply(requests, conflict -> {
            throw new IllegalStateException("a file was not opened from the host");
        });
    }

    /** Selects the last of what was made in the explorer. */
    private void select(List<Applied> made) {
        if (!made.isEmpty()) {
            VirtWorkbench.get().contents().made(Newcomer.of(host, made.getLast()));
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
