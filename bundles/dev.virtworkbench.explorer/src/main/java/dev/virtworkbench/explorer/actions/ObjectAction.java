package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that can be done to selected objects of one kind.
 *
 * @param fits whether it can be done to those, as they are; asked on the UI thread and often
 * @param obstacle why it cannot be done to those that it does not fit; empty where nothing is to be said
 * @param work does it, on the UI thread; whatever takes time it only starts
 */
public record ObjectAction<T extends HostObject>(Class<T> kind, Predicate<List<T>> fits, Function<List<T>, Optional<Message>> obstacle,
        Consumer<List<T>> work) {

    /** An action of which nothing is said where it does not fit. */
    public ObjectAction(Class<T> kind, Predicate<List<T>> fits, Consumer<List<T>> work) {
        this(kind, fits, objects -> Optional.empty(), work);
    }

    /** An action that fits where it has no obstacle. */
    static <T extends HostObject> ObjectAction<T> unless(Class<T> kind, Function<List<T>, Optional<Message>> obstacle, Consumer<List<T>> work) {
        return new ObjectAction<>(kind, objects -> obstacle.apply(objects).isEmpty(), obstacle, work);
    }

    /** An action on one object, that fits where it has no obstacle. */
    public static <T extends HostObject> ObjectAction<T> one(Class<T> kind, Function<T, Optional<Message>> obstacle, Consumer<T> work) {
        return unless(kind, objects -> unlessOne(objects).or(() -> obstacle.apply(objects.getFirst())), objects -> work.accept(objects.getFirst()));
    }

    /** An action on one object, which says nothing of an object that it does not fit. */
    public static <T extends HostObject> ObjectAction<T> oneThat(Class<T> kind, Predicate<T> fits, Consumer<T> work) {
        return new ObjectAction<>(kind, objects -> objects.size() == 1 && fits.test(objects.getFirst()), ObjectAction::unlessOne,
                objects -> work.accept(objects.getFirst()));
    }

    /** The first obstacle that one of those objects has. */
    static <T, S> Optional<Message> first(List<T> objects, Function<T, S> summary, Function<S, Optional<Message>> obstacle) {
        return objects.stream().flatMap(object -> obstacle.apply(summary.apply(object)).stream()).findFirst();
    }

    /** What is said of several objects where only one will do. */
    static Optional<Message> unlessOne(List<?> objects) {
        return objects.size() == 1 ? Optional.empty() : Optional.of(Message.of(ObjectAction.class, "one.only"));
    }

    /** What is said of objects of several hosts. */
    static Optional<Message> unlessOneHost(List<? extends HostObject> objects) {
        return objects.stream().map(HostObject::host).distinct().count() == 1 ? Optional.empty()
                : Optional.of(Message.of(ObjectAction.class, "one.host"));
    }

    /** The action on that selection; empty if it does not fit. */
    Optional<Runnable> on(Object selection) {
        List<T> objects = Selected.of(selection, kind);
        return objects.isEmpty() || !fits.test(objects) ? Optional.empty() : Optional.of(() -> work.accept(objects));
    }

    /** Why it does not fit that selection; empty if it does, or is for other objects. */
    Optional<Message> obstacleOn(Object selection) {
        List<T> objects = Selected.of(selection, kind);
        return objects.isEmpty() || fits.test(objects) ? Optional.empty() : obstacle.apply(objects);
    }
}
