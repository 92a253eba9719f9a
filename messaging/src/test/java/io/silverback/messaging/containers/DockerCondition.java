package io.silverback.messaging.containers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers. */
public class DockerCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (answers()) {
            return ConditionEvaluationResult.enabled("Docker answers");
        }
        String reason = context.getDisplayName() + " is SKIPPED: no Docker answers here";
        System.err.println("\n*** " + reason + " ***\n");
        return ConditionEvaluationResult.disabled(reason);
    }

    /** Testcontainers finds its parts by the thread's class loader, which here is Quarkus' own. */
    private static boolean answers() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DockerCondition.class.getClassLoader());
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
