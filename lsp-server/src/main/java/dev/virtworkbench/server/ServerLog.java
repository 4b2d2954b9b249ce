package dev.virtworkbench.server;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells whoever runs the server what goes wrong: on the error stream, and in the client's log once there is a client. */
public final class ServerLog {

    private final PrintStream errors;
    private volatile LanguageClient client;

    public ServerLog(PrintStream errors) {
        this.errors = errors;
    }

    void connect(LanguageClient listener) {
        client = listener;
    }

    /** Something failed that should not have; the server goes on. */
    public void failure(String what, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        write(MessageType.Error, what + ": " + trace);
    }

    public void info(String text) {
        write(MessageType.Info, text);
    }

    /** Runs what a notification asks for: there is nobody to answer, and the next one must find a living server. */
    void guard(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError failure) {
            failure(what, failure);
        }
    }

    private void write(MessageType type, String text) {
        errors.println("virt-workbench: " + text);
        LanguageClient listener = client;
        if (listener != null) {
            listener.logMessage(new MessageParams(type, text));
        }
    }
}
