package dev.virtworkbench.explorer.labels;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Moments as people read them, by this machine's clock. */
public final class Times {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withZone(ZoneId.systemDefault());

    private Times() { }

    /** Its day and time, to the second. */
    public static String toTheSecond(Instant moment) {
        return SECOND.format(moment);
    }

    /** The same to the minute, where it stands in a column. */
    public static String toTheMinute(Instant moment) {
        return MINUTE.format(moment);
    }
}
