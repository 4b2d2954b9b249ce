package dev.virtworkbench.engine.libvirt;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The calls of POSIX (poll.h, unistd.h) that an event loop needs. */
interface Poll extends Library {

    short IN = 1;
    short OUT = 4;
    short ERROR = 8;
    short HANGUP = 16;
    /** The descriptor is not open. */
    short INVALID = 32;

    /** Bytes of a {@code struct pollfd}: an int descriptor, two shorts with the events that are asked for and that came. */
    int ENTRY = 8;

    /** A signal came first. */
    int INTERRUPTED = 4;

    /** Loads the C library, which is there already. */
    static Poll load() {
        return Native.load("c", Poll.class);
    }

    /** @param milliseconds how long to wait; -1 for ever */
    int poll(Pointer entries, NativeLong count, int milliseconds) throws LastErrorException;

    int pipe(int[] ends) throws LastErrorException;

    NativeLong read(int descriptor, byte[] buffer, NativeLong count) throws LastErrorException;

    NativeLong write(int descriptor, byte[] buffer, NativeLong count) throws LastErrorException;
}
