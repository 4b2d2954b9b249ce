package dev.virtworkbench.engine.commands;

/** As whom a program runs. */
public enum Rights {
    /** As whoever runs this process, or logs in over ssh. */
    PERSON,
    /** As root, by {@code sudo}; it may ask for the person's password, once for all commands. */
    SUDO,
    /** As root, by {@code pkexec}: the desktop's own agent asks, once for all commands until the host is given up. On this machine only. */
    PKEXEC
}
