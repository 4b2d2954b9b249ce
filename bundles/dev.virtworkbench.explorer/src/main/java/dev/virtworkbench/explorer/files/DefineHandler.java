package dev.virtworkbench.explorer.files;

import java.util.List;

/** Defines what is in the files. */
public final class DefineHandler extends FilesHandler {

    @Override
    void run(HostFiles host, List<DocumentText> texts) {
        host.define(texts, false);
    }
}
