package dev.virtworkbench.engine.actions;

import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an object must be like before something can be done to it.
 *
 * @param key says in the texts why it cannot be done otherwise; {0} is the object's name
 */
record Need<T>(String key, Predicate<T> met) {

    /** Why it cannot be done to that object: the first that it lacks; empty if it has what is needed. */
    static <T> Optional<Message> lacking(List<Need<T>> needs, T object, String name) {
        return needs.stream().filter(need -> !need.met.test(object)).findFirst().map(need -> Message.of(Need.class, "need." + need.key, name));
    }
}
