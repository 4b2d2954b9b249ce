package dev.virtworkbench.engine.domains;

import java.util.List;

/** Where a change of a device takes effect. */
public enum DeviceScope {
    LIVE(1, List.of("--live")),
    CONFIG(2, List.of("--config")),
    LIVE_AND_CONFIG(3, List.of("--live", "--config"));

    final int flag;
    final List<String> options;

    /** @param flag of {@code virDomainDeviceModifyFlags} */
    DeviceScope(int flag, List<String> options) {
        this.flag = flag;
        this.options = options;
    }
}
