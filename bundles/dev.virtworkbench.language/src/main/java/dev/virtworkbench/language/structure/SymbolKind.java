package dev.virtworkbench.language.structure;

/** What sort of thing a line of the outline is, for its icon. */
public enum SymbolKind {
    /** The root: a domain, pool, volume, network and so on. */
    DOCUMENT,
    /** An element that holds others. */
    GROUP,
    /** One value. */
    PROPERTY,
    /** An element that says all by being there, such as {@code <acpi/>}. */
    FLAG,
    /** A disk, file system, backing store or other storage. */
    STORAGE,
    /** A network interface. */
    INTERFACE,
    /** An address, an address range or a host on a network. */
    ADDRESS,
    /** A controller that devices hang on. */
    CONTROLLER,
    /** Any other device. */
    DEVICE,
    /** A rule of a network filter. */
    RULE,
    /** The use of something defined elsewhere, such as a filter. */
    REFERENCE
}
