package dev.virtworkbench.ui.tests.driver;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** Keys as the window system sends them. They reach the control that has the focus, so the window is brought to the front. */
public final class Keyboard {

    private Keyboard() {}

    /**
     * Presses a combination of modifiers and a letter or function key written as in preferences: {@code CTRL+SHIFT+F}. From outside: what the toolkit
     * posts to itself reaches nobody any more once something was dragged.
     */
    public static void press(String combination) {
        // the window manager gives the focus when it comes to it; keys before that reach nobody
        Ui.await("window with the focus", () -> Ui.display().getFocusControl() != null);
        Xdotool.run("key", Arrays.stream(combination.split("\\+")).map(key -> key.matches("F\\d+") ? key : key.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+")));
        Ui.settle();
    }

    /** Closes an open menu with its submenu. Menus take the keyboard for themselves, so the keys come from outside. */
    public static void leaveMenu() {
        Xdotool.run("key", "Escape", "Escape");
        Ui.settle();
    }

    /** Types into a text at its caret, a key event a character, as the editor's listeners for keys expect. */
    public static void type(StyledText text, String characters) {
        Ui.run(() -> {
            Shell shell = text.getShell();
            shell.forceActive();
            text.setFocus();
        });
        for (char character : characters.toCharArray()) {
            Ui.run(() -> {
                Event key = new Event();
                key.character = character == '\n' ? '\r' : character;
                key.keyCode = key.character;
                text.notifyListeners(SWT.KeyDown, key);
                text.notifyListeners(SWT.KeyUp, key);
            });
        }
        Ui.settle();
    }
}
