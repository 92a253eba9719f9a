package io.silverback.sync.check;

import java.util.List;

/**
 * What a check of one gateway found.
 *
 * @param version and edition, as the gateway says
 * @param workspace the one that was looked at
 */
public record CheckReport(
        String gateway, String version, String edition, String workspace, List<Finding> findings) {

    public CheckReport {
        findings = List.copyOf(findings);
    }
}
