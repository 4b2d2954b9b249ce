package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What asks before something is lost, and what tells of a failure. */
@ExtendWith(FreshWorkbench.class)
class DialogsTest {

    private static final PoolSummary IMAGES = new PoolSummary(new UUID(0, 1), "images", "dir", PoolState.INACTIVE, false, true,
            0, 0, 0, "/srv/images");

    @Test
    @Tag(Screenshots.TAG)
    void whatIsInAPoolGoesOnlyAfterItsNameWasTyped() {
        CompletableFuture<Boolean> answer = ask(Loss.ofPoolDelete(IMAGES));
        Shell question = Widgets.shell("Delete pool");
        Button go = Widgets.button(question, "Delete pool");
        assertFalse(Ui.get(go::isEnabled));
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("image"));
        assertFalse(Ui.get(go::isEnabled));
        Screenshots.take("question-pool-delete");
        Ui.run(() -> name.setText("images"));
        Widgets.press(go);
        assertEquals(true, answer.join());
    }

    @Test
    void cancelIsTheAnswerOfWhoOnlyPressesEnter() {
        CompletableFuture<Boolean> answer = ask(Loss.ofPoolDelete(IMAGES));
        Shell question = Widgets.shell("Delete pool");
        Widgets.press(Ui.get(question::getDefaultButton));
        assertEquals(false, answer.join());
    }

    /** Where tests run, the platform opens no error dialog by itself. */
    @BeforeEach
    void openErrorDialogs() {
        ErrorDialog.AUTOMATED_MODE = false;
    }

    @AfterEach
    void openNoErrorDialogs() {
        ErrorDialog.AUTOMATED_MODE = true;
    }

    @Test
    @Tag(Screenshots.TAG)
    void aFailureSaysWhatToDo() {
        Failure.show(VirtException.ofLibvirt(Operation.POOL_START, "images", 38, 18,
                "cannot open directory '/srv/images': No such file or directory", null));
        Shell told = Widgets.shell("Not done");
        Widgets.find(told, Label.class, "libvirt's words and the advice",
                label -> label.getText().contains("cannot open directory '/srv/images'") && label.getText().contains("\n\n"));
        Screenshots.take("failure");
    }

    private static CompletableFuture<Boolean> ask(Loss loss) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Ui.start(() -> answer.complete(LossQuestion.confirmed(FreshWorkbench.window().getShell(), "Delete pool", List.of(loss))));
        return answer;
    }
}
