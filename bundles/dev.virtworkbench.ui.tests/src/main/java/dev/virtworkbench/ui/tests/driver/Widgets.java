package dev.virtworkbench.ui.tests.driver;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** Finds widgets by what a person sees of them and does to them what a person does. From any thread but the UI thread. */
public final class Widgets {

    private Widgets() {}

    /** The visible window whose title contains {@code title}; waits for it. */
    public static Shell shell(String title) {
        return Ui.find("window " + title, () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().contains(title)).findFirst());
    }

    /** The first visible widget of {@code type} below {@code root} that {@code fits}; waits for it. @param what it, in words */
    public static <T extends Control> T find(Composite root, Class<T> type, String what, Predicate<T> fits) {
        return Ui.find(what, () -> below(root).filter(type::isInstance).map(type::cast)
                .filter(control -> control.isVisible() && fits.test(control)).findFirst());
    }

    /** All visible widgets of {@code type} below {@code root}. On the UI thread. */
    public static <T extends Control> Stream<T> all(Composite root, Class<T> type) {
        return below(root).filter(type::isInstance).map(type::cast).filter(Control::isVisible);
    }

    /** The visible widget of {@code type} that stands, maybe among others, behind that label; waits for it. */
    public static <T extends Control> T labelled(Composite root, String label, Class<T> type) {
        Label before = find(root, Label.class, "label " + label, each -> label(each.getText()).startsWith(label));
        return Ui.find(type.getSimpleName() + " behind " + label, () -> {
            Control[] row = before.getParent().getChildren();
            Control next = row[Arrays.asList(row).indexOf(before) + 1];
            return (next instanceof Composite part ? Stream.concat(Stream.of(next), below(part)) : Stream.of(next))
                    .filter(type::isInstance).map(type::cast).findFirst();
        });
    }

    /** The push button, check box or radio button of that label, its mnemonic left out. */
    public static Button button(Composite root, String label) {
        return find(root, Button.class, "button " + label, button -> label(button.getText()).equals(label));
    }

    /** Presses a button, once it is enabled; returns at once, as a dialog may follow. */
    public static void press(Button button) {
        Ui.await("enabled button " + Ui.get(button::getText), button::isEnabled);
        Ui.start(() -> {
            if ((button.getStyle() & (SWT.CHECK | SWT.TOGGLE)) != 0) {
                button.setSelection(!button.getSelection());
            } else if ((button.getStyle() & SWT.RADIO) != 0) {
                button.setSelection(true);
            }
            button.notifyListeners(SWT.Selection, new Event());
        });
    }

    /**
     * The row at the end of {@code path}, each part the beginning of a row's label; rows on the way are opened as a click on
     * their arrow would, and waited for.
     */
    public static TreeItem row(Tree tree, String... path) {
        TreeItem[] row = {null};
        for (String part : path) {
            TreeItem parent = row[0];
            row[0] = Ui.find("row " + part + " of " + String.join(" / ", path), () -> {
                if (parent != null && !parent.getExpanded()) {
                    open(tree, parent);
                }
                return Arrays.stream(parent == null ? tree.getItems() : parent.getItems())
                        .filter(item -> item.getText().startsWith(part)).findFirst();
            });
        }
        return row[0];
    }

    /** Selects that row alone, as a click does. */
    public static void select(Tree tree, TreeItem row) {
        Ui.run(() -> click(tree, row));
    }

    /**
     * Selects the row at the end of a path as {@link #row} has it, and returns it. In one turn of the UI thread: in the next one a row may
     * stand for something else.
     */
    public static TreeItem select(Tree tree, String... path) {
        row(tree, path);
        return Ui.find("row to select", () -> shown(tree.getItems(), path).map(row -> click(tree, row)));
    }

    private static TreeItem click(Tree tree, TreeItem row) {
        tree.setSelection(row);
        tree.notifyListeners(SWT.Selection, about(row));
        return row;
    }

    /**
     * What Enter and a double click do to a row, if that opens no dialog. In one turn of the UI thread: in the next one the row may
     * stand for something else.
     */
    public static void open(Tree tree, String... path) {
        row(tree, path);
        Ui.find("row to open", () -> shown(tree.getItems(), path).map(row -> {
            click(tree, row);
            tree.notifyListeners(SWT.DefaultSelection, about(row));
            return row;
        }));
    }

    private static Optional<TreeItem> shown(TreeItem[] rows, String... path) {
        Optional<TreeItem> row = Arrays.stream(rows).filter(item -> item.getText().startsWith(path[0])).findFirst();
        return path.length == 1 ? row : row.flatMap(parent -> shown(parent.getItems(), Arrays.copyOfRange(path, 1, path.length)));
    }

    /** Chooses from the context menu of {@code control}; each part of {@code path} is a label without its mnemonic. */
    public static void contextMenu(Control control, String... path) {
        choose(Ui.get(control::getMenu), path);
    }

    /** Chooses from the menu bar of {@code shell}. */
    public static void menuBar(Shell shell, String... path) {
        choose(Ui.get(shell::getMenuBar), path);
    }

    /** The labels of what the context menu offers, or the menu within it that {@code submenu} leads to: those that are enabled. */
    public static java.util.List<String> enabledIn(Control control, String... submenu) {
        return Ui.get(() -> look(control.getMenu(), items -> items.filter(MenuItem::isEnabled).map(item -> label(item.getText()))
                .filter(text -> !text.isEmpty()).toList(), submenu));
    }

    /** What an entry of the context menu says when the mouse rests on it; empty if it says nothing. */
    public static String toolTipIn(Control control, String... path) {
        String entry = path[path.length - 1];
        return Ui.get(() -> look(control.getMenu(), items -> items.filter(item -> label(item.getText()).equals(entry))
                .map(MenuItem::getToolTipText).filter(Objects::nonNull).findFirst().orElse(""), Arrays.copyOf(path, path.length - 1)));
    }

    /** What is seen of the entries while the menus are open; where one is missing on the way there are none. */
    private static <T> T look(Menu menu, Function<Stream<MenuItem>, T> seen, String... submenu) {
        menu.notifyListeners(SWT.Show, new Event());
        try {
            if (submenu.length == 0) {
                return seen.apply(Arrays.stream(menu.getItems()));
            }
            String[] below = Arrays.copyOfRange(submenu, 1, submenu.length);
            return Arrays.stream(menu.getItems()).filter(item -> label(item.getText()).equals(submenu[0])).map(MenuItem::getMenu).findFirst()
                    .map(next -> look(next, seen, below)).orElseGet(() -> seen.apply(Stream.empty()));
        } finally {
            menu.notifyListeners(SWT.Hide, new Event());
        }
    }

    private static void choose(Menu root, String... path) {
        Menu menu = root;
        for (int i = 0; i < path.length; i++) {
            Menu shown = menu;
            String wanted = path[i];
            MenuItem item = Ui.find("menu " + String.join(" > ", path), () -> {
                shown.notifyListeners(SWT.Show, new Event());
                return Arrays.stream(shown.getItems()).filter(each -> label(each.getText()).equals(wanted)).findFirst();
            });
            if (i < path.length - 1) {
                menu = Ui.get(item::getMenu);
            } else {
                Ui.await("enabled menu " + String.join(" > ", path), item::isEnabled);
                Ui.start(() -> {
                    if ((item.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
                        item.setSelection((item.getStyle() & SWT.RADIO) != 0 || !item.getSelection());
                    }
                    item.notifyListeners(SWT.Selection, new Event());
                    shown.notifyListeners(SWT.Hide, new Event());
                });
            }
        }
    }

    private static void open(Tree tree, TreeItem row) {
        tree.notifyListeners(SWT.Expand, about(row));
        if (!row.isDisposed()) {
            row.setExpanded(true);
        }
    }

    private static Event about(Widget item) {
        Event event = new Event();
        event.item = item;
        return event;
    }

    private static Stream<Control> below(Composite root) {
        return Arrays.stream(root.getChildren()).flatMap(control -> control instanceof Composite part
                ? Stream.concat(Stream.of(control), below(part)) : Stream.of(control));
    }

    /** A label as it is read: without mnemonic and key. */
    private static String label(String text) {
        return Optional.of(text).map(it -> it.indexOf('\t') < 0 ? it : it.substring(0, it.indexOf('\t')))
                .map(it -> it.replaceAll("\\(&.\\)", "").replace("&", "")).orElseThrow();
    }
}
