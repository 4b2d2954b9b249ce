package dev.virtworkbench.engine.echo;

/** Told of each call's equivalent command just before the call is made, on an engine thread: return at once. */
@FunctionalInterface
public interface EchoListener {

    void called(Command command);
}
