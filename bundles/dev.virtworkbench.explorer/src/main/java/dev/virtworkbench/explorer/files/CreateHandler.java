package dev.virtworkbench.explorer.files;

import java.util.List;

/** Starts what is in the files without defining it. */
public final class CreateHandler extends FilesHandler {

    @Override
    void run(HostFiles host, List<DocumentText> texts) {
        host.create(texts);
    }
}
