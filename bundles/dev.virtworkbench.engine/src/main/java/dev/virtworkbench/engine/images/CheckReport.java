package dev.virtworkbench.engine.images;

import com.google.gson.JsonParser;
import dev.virtworkbench.engine.commands.Json;

/**
 * What {@code qemu-img check} found.
 *
 * @param possible whether the format can be checked at all
 * @param corruptions places that are wrong: data may be lost
 * @param leaks clusters that take room for nothing: harmless
 * @param errors what kept it from looking everywhere
 * @param corruptionsFixed of a repair
 * @param leaksFixed of a repair
 */
public record CheckReport(boolean possible, long corruptions, long leaks, long errors, long corruptionsFixed, long leaksFixed) {

    static final CheckReport IMPOSSIBLE = new CheckReport(false, 0, 0, 0, 0, 0);

    /** Whether it may be worked with: nothing is wrong that could cost data. */
    public boolean sound() {
        return corruptions == 0 && errors == 0;
    }

    static CheckReport of(String output) {
        Json json = new Json(JsonParser.parseString(output).getAsJsonObject());
        return new CheckReport(true, json.number("corruptions"), json.number("leaks"), json.number("check-errors"),
                json.number("corruptions-fixed"), json.number("leaks-fixed"));
    }
}
