package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.explorer.jobs.Amounts;
import dev.virtworkbench.explorer.jobs.ShownJob;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.progress.IProgressConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the engine works on stands in the Progress view, where it can be cancelled. */
@ExtendWith(FreshWorkbench.class)
class JobsTest {

    private SimulatedHost host;

    @BeforeEach
    void addHost() {
        host = SimulatedHost.with(1, 1).connected();
    }

    @AfterEach
    void removeHost() {
        host.close();
    }

    @Test
    @Tag(Screenshots.TAG)
    void aLongJobIsShownWithItsRateAndCancelled() {
        CountDownLatch known = new CountDownLatch(1);
        var engines = host.host().session().start(Operation.VOLUME_UPLOAD, "disk.qcow2", Cancellation.STOPS_WORK, task -> {
            known.await();
            task.progress(1, 4);
            while (true) {
                task.stopIfCancelled();
                Thread.onSpinWait();
            }
        });
        Job shown = running(engines);
        assertTrue(shown.getName().contains("disk.qcow2"), shown::getName);
        Amounts.tell(engines, 1L << 30);
        known.countDown();
        told("rate and time left", link -> link.getText().matches("(?s).*25 %, .*/s, .* left.*"));
        Screenshots.take("progress");
        shown.cancel();
        Ui.await("end of the job", () -> engines.state() == JobState.CANCELLED && shown.getResult() != null);
        assertEquals(IStatus.CANCEL, shown.getResult().getSeverity());
    }

    @Test
    void aJobThatCountsBytesHasARateByItselfAndWaitsUntilItIsTakenBack() {
        CountDownLatch known = new CountDownLatch(1);
        CountDownLatch libvirt = new CountDownLatch(1);
        var engines = host.host().session().start(Operation.VOLUME_CLONE, "disk.qcow2", Cancellation.TAKES_BACK, task -> {
            known.await();
            task.bytes(1L << 28, 1L << 30);
            libvirt.await();
            task.stopIfCancelled();
            return null;
        });
        try {
            Job shown = running(engines);
            known.countDown();
            told("rate and time left", link -> link.getText().matches("(?s).*25 %, .*/s, .* left.*"));
            shown.cancel();
            Ui.await("cancelled job that libvirt goes on with", () -> engines.state() == JobState.CANCELLING && shown.getResult() == null);
            libvirt.countDown();
            Ui.await("end of the job", () -> engines.state() == JobState.CANCELLED && shown.getResult() != null);
        } finally {
            known.countDown();
            libvirt.countDown();
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void aJobThatCannotBeCancelledAnyMoreStillTellsHowFarItIs() {
        CountDownLatch known = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        var engines = host.host().session().start(Operation.IMAGE_COMMIT, "disk.qcow2", Cancellation.UNTIL_CHANGING, task -> {
            task.beginChanging();
            known.await();
            task.bytes(1L << 28, 1L << 30);
            written.await();
            return null;
        });
        try {
            Job shown = running(engines);
            known.countDown();
            // all of it is in the tool tip, whatever the view has room for
            told("rate, time left and that it goes on", link -> link.getToolTipText() != null
                    && link.getToolTipText().matches("(?s).*25 %, .*/s, .* left; cannot be cancelled any more.*"));
            Screenshots.take("progress-changing");
            written.countDown();
            Ui.await("end of the job", () -> engines.state() == JobState.DONE && shown.getResult() != null);
        } finally {
            known.countDown();
            written.countDown();
        }
    }

    @Test
    void aJobThatLibvirtCannotStopIsNoLongerWaitedFor() {
        CountDownLatch libvirt = new CountDownLatch(1);
        try {
            var engines = host.host().session().start(Operation.POOL_BUILD, "slow", Cancellation.STOPS_WAITING, task -> {
                libvirt.await();
                return null;
            });
            Job shown = shown(engines);
            Ui.await("running job", () -> shown.getState() == Job.RUNNING);
            shown.cancel();
            Ui.await("end of the job", () -> shown.getResult() != null);
            assertTrue(shown.getResult().getMessage().contains("no longer waited for"), shown.getResult()::getMessage);
        } finally {
            libvirt.countDown();
        }
    }

    @Test
    void theUiThreadDoesNotWaitForLibvirt() throws InterruptedException {
        CountDownLatch libvirt = new CountDownLatch(1);
        try {
            var engines = host.host().session().start(Operation.POOL_LIST, "slow", Cancellation.STOPS_WAITING, task -> {
                libvirt.await();
                return "listed";
            });
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> Ui.get(engines::await));
            assertTrue(refused.getMessage().contains("has to go on"), refused.getMessage());
            libvirt.countDown();
            assertEquals("listed", engines.await());
            assertEquals("listed", Ui.get(engines::await), "what is there already holds nobody up");
        } finally {
            libvirt.countDown();
        }
    }

    @Test
    void whoCancelsTooLateWaitsNoLongerAndIsToldAtTheEnd() throws Exception {
        CountDownLatch libvirt = new CountDownLatch(1);
        CompletableFuture<Optional<String>> waited = new CompletableFuture<>();
        try {
            Ui.start(() -> waited.complete(Waiting.forResult(host.host().session().start(Operation.APPLY, "slow",
                    Cancellation.UNTIL_CHANGING, task -> {
                        task.beginChanging();
                        libvirt.await();
                        return "applied";
                    }))));
            Widgets.press(Widgets.button(Widgets.shell("Progress Information"), "Cancel"));
            assertEquals(Optional.empty(), waited.get(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } finally {
            libvirt.countDown();
        }
        Shell told = Widgets.shell("slow");
        Widgets.press(Widgets.button(told, "OK"));
        Ui.await("closed dialog", told::isDisposed);
    }

    @Test
    void aWizardDoesNotWaitUntilWhatIsCancelledIsTakenBack() throws Exception {
        CountDownLatch libvirt = new CountDownLatch(1);
        CountDownLatch called = new CountDownLatch(1);
        var monitor = new NullProgressMonitor();
        var job = host.host().session().start(Operation.VOLUME_CREATE, "slow", Cancellation.TAKES_BACK, task -> {
            called.countDown();
            libvirt.await();
            task.stopIfCancelled();
            return "made";
        });
        try {
            assertTrue(called.await(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS));
            monitor.setCanceled(true);
            assertThrows(InterruptedException.class, () -> Waiting.forResult(job, monitor));
            assertEquals(JobState.CANCELLING, job.state());
        } finally {
            libvirt.countDown();
        }
        Ui.await("end of the job", () -> job.state() == JobState.CANCELLED);
    }

    @Test
    void aWizardTooWaitsNoLongerForWhatCannotBeCancelled() throws Exception {
        CountDownLatch libvirt = new CountDownLatch(1);
        CountDownLatch changing = new CountDownLatch(1);
        var monitor = new NullProgressMonitor();
        CompletableFuture<Boolean> letGo = new CompletableFuture<>();
        try {
            var job = host.host().session().start(Operation.APPLY, "slow", Cancellation.UNTIL_CHANGING, task -> {
                task.beginChanging();
                changing.countDown();
                libvirt.await();
                return "made";
            });
            assertTrue(changing.await(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS));
            monitor.setCanceled(true);
            CompletableFuture.runAsync(() -> {
                try {
                    Waiting.forResult(job, monitor);
                    letGo.complete(false);
                } catch (InterruptedException goesOn) {
                    letGo.complete(true);
                }
            });
            assertTrue(letGo.get(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } finally {
            libvirt.countDown();
        }
        Shell told = Widgets.shell("slow");
        Widgets.press(Widgets.button(told, "OK"));
        Ui.await("closed dialog", told::isDisposed);
    }

    @Test
    void whatIsWaitedForMayReadWidgetsWhenItStarts() {
        Shell window = Ui.get(() -> FreshWorkbench.window().getShell());
        Optional<String> title = Ui.get(() -> Waiting.orTold(() -> {
            String text = window.getText();
            return host.host().session().start(Operation.POOL_LIST, "title", Cancellation.STOPS_WAITING, task -> text);
        }));
        assertEquals(Optional.of(Ui.get(window::getText)), title);
    }

    @Test
    void whatKeepsAJobFromStartingIsTold() {
        ErrorDialog.AUTOMATED_MODE = false;
        try {
            Optional<String> nothing = Ui.get(() -> Waiting.orTold(() -> {
                throw new IllegalStateException("no field to read");
            }));
            assertEquals(Optional.empty(), nothing);
            Shell told = Widgets.shell("Not done");
            Widgets.find(told, Label.class, "what failed", label -> label.getText().contains("no field to read"));
            Widgets.press(Widgets.button(told, "OK"));
            Ui.await("closed dialog", told::isDisposed);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
    }

    @Test
    void looksAreNotShown() {
        host.host().pools().list().await();
        assertTrue(Arrays.stream(Job.getJobManager().find(ShownJob.class)).map(Job::getName).noneMatch(name -> name.contains("List")));
    }

    @Test
    @Tag(Screenshots.TAG)
    void closingTheWorkbenchAsksWhileSomethingIsBeingChanged() {
        var uploading = host.host().session().start(Operation.VOLUME_UPLOAD, "disk.qcow2", Cancellation.STOPS_WORK, task -> {
            while (true) {
                task.stopIfCancelled();
                Thread.onSpinWait();
            }
        });
        // behind the workbench's own question: keeps these tests running whatever the answer was
        AtomicInteger closings = new AtomicInteger();
        IWorkbenchListener keepOpen = new IWorkbenchListener() {
            @Override
            public boolean preShutdown(IWorkbench workbench, boolean forced) {
                closings.incrementAndGet();
                return false;
            }

            @Override
            public void postShutdown(IWorkbench workbench) { }
        };
        PlatformUI.getWorkbench().addWorkbenchListener(keepOpen);
        try {
            Ui.start(PlatformUI.getWorkbench()::close);
            Shell question = Widgets.shell("Close Virt Workbench");
            Widgets.find(question, Label.class, "name of the job", label -> label.getText().contains("disk.qcow2"));
            assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
            Screenshots.take("closing");
            Widgets.press(Ui.get(question::getDefaultButton));
            Ui.await("closed question", question::isDisposed);
            assertEquals(0, closings.get());
            assertEquals(JobState.RUNNING, uploading.state());

            Ui.start(PlatformUI.getWorkbench()::close);
            Widgets.press(Widgets.button(Widgets.shell("Close Virt Workbench"), "Close Anyway"));
            Ui.await("next listener", () -> closings.get() == 1);
        } finally {
            PlatformUI.getWorkbench().removeWorkbenchListener(keepOpen);
            uploading.cancel();
        }
    }

    /** The platform's job for one of the engine's that runs and is shown in the Progress view. */
    private static Job running(Object engines) {
        Job shown = shown(engines);
        FreshWorkbench.view(IProgressConstants.PROGRESS_VIEW_ID, IViewPart.class);
        Ui.await("running job", () -> shown.getState() == Job.RUNNING);
        return shown;
    }

    private static void told(String what, Predicate<Link> fits) {
        Widgets.find(Ui.get(() -> FreshWorkbench.window().getShell()), Link.class, what, fits);
    }

    private static Job shown(Object engines) {
        return Ui.find("job in the platform", () -> Arrays.stream(Job.getJobManager().find(engines)).findFirst());
    }
}
