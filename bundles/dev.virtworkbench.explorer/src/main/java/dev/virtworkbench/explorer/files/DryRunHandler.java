package dev.virtworkbench.explorer.files;

import java.util.List;

/** Shows what defining would do. */
public final class DryRunHandler extends FilesHandler {

    @Override
    void run(HostFiles host, List<DocumentText> texts) {
        host.dryRun(texts);
    }
}
