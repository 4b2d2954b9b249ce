package dev.virtworkbench.explorer.files;

import java.util.List;

/** Shows files beside what the host has. */
public final class CompareHandler extends FilesHandler {

    @Override
    void run(HostFiles host, List<DocumentText> texts) {
        host.compare(texts);
    }
}
