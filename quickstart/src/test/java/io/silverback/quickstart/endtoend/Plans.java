package io.silverback.quickstart.endtoend;

import java.util.List;

/** Plans with short waits. */
final class Plans {

    private Plans() {}

    static String yaml(String name, List<String> workspaces) {
        String list = String.join(", ", workspaces);
        return """
                apiVersion: silverback.io/v1
                kind: MigrationPlan
                name: %s
                mode: migrate
                blue: blue
                green: green
                workspaces: [%s]
                transport: admin-api
                gates:
                  execution: {approvers: 0}
                  cutover: {approvers: 0}
                cutovers:
                  - name: %s-clients
                    workspaces: [%s]
                    routers: [edge]
                    sticky: client
                    steps: [1, 5, 10, 50, 100]
                    minimumWait: 1s
                    minimumRequests: 5
                    health:
                      sources: {events: required}
                      errorRate: {maxIncrease: 2%%, max: 5%%, power: 0.9}
                      latencyP99: {maxIncrease: 1000%%}
                      silentFor: 60s
                    soak: 2s
                """
                .formatted(name, list, name, list);
    }
}
