package dev.virtworkbench.explorer.dialogs;

import java.util.Collection;
import java.util.Set;
import org.eclipse.jface.dialogs.IInputValidator;

/** The rules for the name of a new volume: libvirt takes it for a file name, and overwrites none. */
public final class NewName implements IInputValidator {

    private final Set<String> taken;

    /** @param taken the names that are there already, as far as is known */
    public NewName(Collection<String> taken) {
        this.taken = Set.copyOf(taken);
    }

    @Override
    public String isValid(String name) {
        if (name.isBlank()) {
            return Texts.get("name.empty");
        }
        if (name.contains("/")) {
            return Texts.get("name.slash");
        }
        return taken.contains(name) ? Texts.get("name.taken", name) : null;
    }

    /** A name of that kind which is free: “disk.qcow2” becomes “disk-1.qcow2”. */
    public String near(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String end = dot > 0 ? name.substring(dot) : "";
        int number = 1;
        while (taken.contains(stem + "-" + number + end)) {
            number++;
        }
        return stem + "-" + number + end;
    }
}
