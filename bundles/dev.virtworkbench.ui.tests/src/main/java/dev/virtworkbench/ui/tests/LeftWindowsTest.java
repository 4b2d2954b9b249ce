package dev.virtworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.LeftWindows;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that leaves a wizard at work holds up nobody: the next has the workbench for itself. */
@ExtendWith(FreshWorkbench.class)
class LeftWindowsTest {

    private static final String TITLE = "At work";

    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void aWizardThatGoesOnWorkingIsTakenAwayWithWhatItAsks() throws InterruptedException {
        Shell wizard = wizardAtWork();
        try {
            List<String> stayed = new LeftWindows(Duration.ofMillis(500)).close();
            assertTrue(stayed.contains(TITLE), stayed::toString);
            assertTrue(Ui.get(wizard::isDisposed));
            assertEquals(List.of(), new LeftWindows(Ui.PATIENCE).close(), "its question is gone too");
        } finally {
            release.countDown();
        }
        assertTrue(ended.await(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void aWizardWhoseWorkEndsMeanwhileCloses() throws InterruptedException {
        Shell wizard = wizardAtWork();
        Ui.start(wizard::close);
        Widgets.shell("Wizard Closing");
        release.countDown();
        assertEquals(List.of(), new LeftWindows(Ui.PATIENCE).close());
        assertTrue(Ui.get(wizard::isDisposed));
        assertTrue(ended.await(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private Shell wizardAtWork() throws InterruptedException {
        WizardDialog dialog = Ui.get(() -> new WizardDialog(FreshWorkbench.window().getShell(), new Idle()));
        Ui.start(dialog::open);
        Shell wizard = Widgets.shell(TITLE);
        Ui.start(() -> {
            try {
                dialog.run(true, true, monitor -> {
                    began.countDown();
                    release.await();
                });
            } finally {
                ended.countDown();
            }
        });
        assertTrue(began.await(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        return wizard;
    }

    private static final class Idle extends Wizard {

        Idle() {
            setWindowTitle(TITLE);
            setNeedsProgressMonitor(true);
        }

        @Override
        public void addPages() {
            addPage(new WizardPage(TITLE) {
                @Override
                public void createControl(Composite parent) {
                    setControl(new Label(parent, SWT.NONE));
                }
            });
        }

        @Override
        public boolean performFinish() {
            return true;
        }
    }
}
