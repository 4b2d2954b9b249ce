package dev.virtworkbench.explorer.dialogs;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.dialogs.IInputValidator;

/** The rules for names of new objects; for that of a new volume also that libvirt overwrites none. */
public final class NewName implements IInputValidator {

    private final Set<String> taken;

    /** @param taken the names that are there already, as far as is known */
    public NewName(Collection<String> taken) {
        this.taken = Set.copyOf(taken);
    }

    /** What is wrong with the name of a new object of any kind; empty if nothing is. libvirt makes files of names. */
    public static Optional<String> problem(String name) {
        if (name.isBlank()) {
            return Optional.of(Texts.get("name.empty"));
        }
        return name.contains("/") ? Optional.of(Texts.get("name.slash")) : Optional.empty();
    }

    @Override
    public String isValid(String name) {
        return problem(name).orElseGet(() -> taken.contains(name) ? Texts.get("name.taken", name) : null);
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
