package dev.virtworkbench.explorer.files;

import dev.virtworkbench.engine.actions.DomainAction;
import dev.virtworkbench.engine.actions.PoolAction;
import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.networks.Network;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Waiting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;

/** Starts what was defined, unless it runs already or is nothing to start. */
record Start(Shell shell, Host host) {

    /** On the UI thread. @return whether it runs now, or has nothing to run; a failure was told */
    boolean start(Applied applied) {
        try {
            return switch (applied.kind()) {
                case STORAGE_POOL -> pool(host.pools().pool(applied.uuid(), applied.name()));
                case DOMAIN -> {
                    Domain domain = host.domains().domain(applied.uuid(), applied.name());
                    yield unlessRunning(domain.summary(), summary -> DomainAction.START.enabled(List.of(summary)), domain::start);
                }
                case NETWORK -> {
                    Network network = host.networks().network(applied.uuid(), applied.name());
                    yield unlessRunning(network.summary(), summary -> !summary.active(), network::start);
                }
                default -> true;
            };
        } catch (VirtException e) {
            Failure.show(e);
            return false;
        }
    }

    private boolean pool(Pool pool) {
        try {
            return unlessRunning(pool.summary(), summary -> PoolAction.START.enabled(List.of(summary)), pool::start);
        } catch (VirtException failure) {
            if (failure.code() != ErrorCode.SYSTEM_ERROR) {
                throw failure;
            }
            Optional<PoolSummary> lacking = Waiting.forResult(pool.summary()).filter(summary -> mayLackItsFolder(summary, failure));
            if (lacking.isEmpty()) {
                throw failure;
            }
            return wantsBuilding(lacking.get(), failure) && Waiting.forResult(built(pool)).isPresent();
        }
    }

    /** libvirt says by its words alone that there is no such folder, in the language of the host. */
    private static boolean mayLackItsFolder(PoolSummary pool, VirtException failure) {
        return failure.operation() == Operation.POOL_START && failure.code() == ErrorCode.SYSTEM_ERROR && pool.type().equals(PoolType.DIR.word());
    }

    private boolean wantsBuilding(PoolSummary pool, VirtException failure) {
        String question = Texts.get("start.build", pool.name(), failure.why().in(Locale.getDefault()), pool.targetPath());
        return new MessageDialog(shell, Texts.get("start.build.title"), null, question, MessageDialog.QUESTION,
                new String[] {Texts.get("start.build.yes"), IDialogConstants.CANCEL_LABEL}, 0).open() == Window.OK;
    }

    private Job<Boolean> built(Pool pool) {
        return host.session().start(Operation.POOL_BUILD, pool.name(), Cancellation.STOPS_WAITING, task -> {
            pool.build(PoolType.DIR.buildChoices().getFirst()).await();
            pool.start().await();
            return true;
        });
    }

    private static <S> boolean unlessRunning(Job<S> summary, Predicate<S> startable, Supplier<Job<Void>> start) {
        Optional<S> now = Waiting.forResult(summary);
        if (now.isPresent() && startable.test(now.get())) {
            Waiting.forResult(start.get());
        }
        return now.isPresent();
    }
}
