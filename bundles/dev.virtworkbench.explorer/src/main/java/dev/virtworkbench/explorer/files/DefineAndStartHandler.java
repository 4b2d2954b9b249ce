package dev.virtworkbench.explorer.files;

import java.util.List;

/** Defines what is in the files and starts it. */
public final class DefineAndStartHandler extends FilesHandler {

    @Override
    void run(HostFiles host, List<DocumentText> texts) {
        host.define(texts, true);
    }
}
