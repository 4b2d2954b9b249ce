package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.explorer.workbench.Person;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;

/** Has a person choose a file or folder of this machine. Each dialog begins in the folder in which the one before ended. On the UI thread. */
public final class LocalFile {

    private static String folder = System.getProperty("user.home");

    private LocalFile() { }

    /** A file to read. @return empty if nobody chose any */
    public static Optional<Path> toOpen(String title) {
        return choose(new FileDialog(Person.shell(), SWT.OPEN), title);
    }

    /** A file to write; whether one that is there may go, the dialog has asked. @return empty if nobody chose any */
    static Optional<Path> toSave(String title, String name) {
        FileDialog dialog = new FileDialog(Person.shell(), SWT.SAVE);
        dialog.setFileName(name);
        dialog.setOverwrite(true);
        return choose(dialog, title);
    }

    /** A folder to write into. @return empty if nobody chose any */
    public static Optional<Path> toFill(String title) {
        DirectoryDialog dialog = new DirectoryDialog(Person.shell());
        dialog.setText(title);
        dialog.setFilterPath(folder);
        Optional<Path> chosen = Optional.ofNullable(dialog.open()).map(Path::of);
        chosen.ifPresent(path -> folder = path.toString());
        return chosen;
    }

    private static Optional<Path> choose(FileDialog dialog, String title) {
        dialog.setText(title);
        dialog.setFilterPath(folder);
        Optional<Path> file = Optional.ofNullable(dialog.open()).map(Path::of);
        file.map(Path::getParent).ifPresent(parent -> folder = parent.toString());
        return file;
    }
}
