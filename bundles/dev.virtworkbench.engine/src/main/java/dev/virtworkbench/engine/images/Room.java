package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.language.findings.Message;

/** The room on a host's file systems, as a job asks for it before it writes. */
record Room(Programs programs) {

    /**
     * Fails the job unless there is room.
     *
     * @param place a folder or file of the file system
     * @param bytes how many are to be written
     */
    void require(String place, long bytes) {
        if (bytes <= 0) {
            return;
        }
        String[] lines = programs.run("df", "--output=avail", "-B1", "--", place).strip().split("\n");
        long free = Long.parseLong(lines[lines.length - 1].strip());
        if (free < bytes) {
            throw programs.failure(Message.of(Room.class, "no-room", bytes, free, place), Message.of(Room.class, "no-room.hint"));
        }
    }
}
