package dev.virtworkbench.ui.tests.driver;

import java.util.Arrays;
import org.eclipse.swt.graphics.Point;

/** The mouse of the display, moved and pressed as a hand does. From any thread but the UI thread. */
public final class Mouse {

    /** How often the mouse moves over what it drops something on: each move is told to the target, which answers. */
    private static final int MOVES_OVER_TARGET = 8;

    private Mouse() {}

    /** Drags what stands at one place to another, both on the display. */
    public static void drag(Point from, Point to) {
        // in one go: a mouse that rests after it was pressed drags nothing
        Xdotool.run(words("mousemove", from.x, from.y, "mousedown", 1, "mousemove", from.x + 4, from.y, "mousemove", from.x + 12, from.y,
                "mousemove", from.x + 24, from.y, "mousemove", (from.x + to.x) / 2, (from.y + to.y) / 2));
        for (int i = 0; i < MOVES_OVER_TARGET; i++) {
            Xdotool.run(words("mousemove", to.x + i, to.y));
            Ui.settle();
        }
        Xdotool.run(words("mouseup", 1));
        Ui.settle();
    }

    private static String[] words(Object... words) {
        return Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    }
}
