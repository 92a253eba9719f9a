package io.silverback.quickstart;

import io.silverback.quickstart.estate.DemoEstate;

/** The plan that the demo submits: three workspaces in one cutover, with short waits. */
final class DemoPlan {

    private DemoPlan() {}

    static String yaml() {
        String workspaces = String.join(", ", DemoEstate.workspaces());
        return """
                apiVersion: silverback.io/v1
                kind: MigrationPlan
                name: demo
                mode: migrate
                blue: blue
                green: green
                workspaces: [%s]
                transport: admin-api
                gates:
                  execution: {approvers: 0}
                  cutover: {approvers: 0}
                cutovers:
                  - name: public-api
                    workspaces: [%s]
                    routers: [edge]
                    sticky: client
                    steps: [1, 5, 10, 50, 100]
                    minimumWait: 2s
                    minimumRequests: 20
                    health:
                      sources: {events: required}
                      errorRate: {maxIncrease: 1%%, max: 2%%, power: 0.9}
                      latencyP99: {maxIncrease: 200%%}
                      silentFor: 30s
                    soak: 5s
                """
                .formatted(workspaces, workspaces);
    }
}
