package dev.virtworkbench.engine.inside;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands in a folder of a guest.
 *
 * @param mode its permission bits, with set-user-id, set-group-id and sticky: 0 … 07777
 * @param user number of its owner in the guest
 * @param group number of its group in the guest
 * @param size bytes, of a file
 * @param link where a symbolic link leads, for people; empty for everything else, and where it cannot be read
 */
public record Entry(GuestPath path, Type type, int mode, long user, long group, long size, Instant modified, Optional<String> link) {

    /** By the numbers of {@code inode(7)}. */
    public enum Type {
        FILE('-', 0100000), FOLDER('d', 0040000), LINK('l', 0120000), BLOCK_DEVICE('b', 0060000), CHARACTER_DEVICE('c', 0020000),
        PIPE('p', 0010000), SOCKET('s', 0140000),
        /** The file system does not tell: it is damaged, or the name cannot be said. */
        UNKNOWN('?', 0);

        private static final int MASK = 0170000;

        private final char letter;
        private final int bits;

        Type(char letter, int bits) {
            this.letter = letter;
            this.bits = bits;
        }

        static Type of(long mode) {
            for (Type type : values()) {
                if ((mode & MASK) == type.bits) {
                    return type;
                }
            }
            return UNKNOWN;
        }
    }

    /** Type and permissions as {@code ls -l} writes them, as in {@code -rwxr-xr-x}. */
    public String modeText() {
        StringBuilder text = new StringBuilder().append(type.letter);
        for (int shift = 6; shift >= 0; shift -= 3) {
            int three = mode >> shift;
            boolean special = (mode >> 9 & (shift == 6 ? 4 : shift == 3 ? 2 : 1)) != 0;
            char set = shift == 0 ? 't' : 's';
            boolean executable = (three & 1) != 0;
            text.append((three & 4) != 0 ? 'r' : '-').append((three & 2) != 0 ? 'w' : '-');
            text.append(special ? executable ? set : Character.toUpperCase(set) : executable ? 'x' : '-');
        }
        return text.toString();
    }
}
