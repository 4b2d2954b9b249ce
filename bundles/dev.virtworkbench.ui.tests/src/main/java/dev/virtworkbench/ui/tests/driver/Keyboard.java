package dev.virtworkbench.ui.tests.driver;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** Keys as the window system sends them. They reach the control that has the focus, so the window is brought to the front. */
public final class Keyboard {

    private Keyboard() {}

    /** Presses a combination written as in preferences: {@code CTRL+SPACE}, {@code CTRL+1}, {@code ESC}. */
    public static void press(String combination) {
        KeyStroke stroke;
        try {
            stroke = KeyStroke.getInstance(combination);
        } catch (ParseException e) {
            throw new IllegalArgumentException(combination, e);
        }
        // the window manager gives the focus when it comes to it; keys before that reach nobody
        Ui.await("window with the focus", () -> Ui.display().getFocusControl() != null);
        Ui.run(() -> {
            int modifiers = stroke.getModifierKeys();
            postModifiers(modifiers, SWT.KeyDown);
            postKey(stroke.getNaturalKey(), SWT.KeyDown);
            postKey(stroke.getNaturalKey(), SWT.KeyUp);
            postModifiers(modifiers, SWT.KeyUp);
        });
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

    private static void postModifiers(int modifiers, int type) {
        for (int modifier : new int[] {SWT.CTRL, SWT.SHIFT, SWT.ALT, SWT.COMMAND}) {
            if ((modifiers & modifier) != 0) {
                Event event = new Event();
                event.type = type;
                event.keyCode = modifier;
                Ui.display().post(event);
            }
        }
    }

    private static void postKey(int key, int type) {
        Event event = new Event();
        event.type = type;
        if ((key & SWT.KEYCODE_BIT) != 0) {
            event.keyCode = key;
        } else {
            event.character = Character.toLowerCase((char) key);
        }
        Ui.display().post(event);
    }
}
