package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that can be done to selected objects of one kind.
 *
 * @param fits whether it can be done to those, as they are; asked on the UI thread and often
 * @param work does it, on the UI thread; whatever takes time it only starts
 */
record ObjectAction<T extends HostObject>(Class<T> kind, Predicate<List<T>> fits, Consumer<List<T>> work) {

    /** The action on that selection; empty if it does not fit. */
    Optional<Runnable> on(Object selection) {
        List<T> objects = Selected.of(selection, kind);
        return objects.isEmpty() || !fits.test(objects) ? Optional.empty() : Optional.of(() -> work.accept(objects));
    }
}
