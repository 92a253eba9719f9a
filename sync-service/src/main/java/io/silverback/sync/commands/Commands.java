package io.silverback.sync.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.contracts.OperatorCommand;
import io.silverback.messaging.Job;
import io.silverback.messaging.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Commands as jobs of their own: a rollback of the migration does not take the answer away. */
@ApplicationScoped
public class Commands {

    private final ObjectMapper json = EventJson.mapper();

    /** The kind of job that obeys; none for what sync has no part in. */
    public static Optional<String> kind(OperatorCommand.Verb verb) {
        return switch (verb) {
            case DIFF -> Optional.of(DiffJob.KIND);
            case UNDO -> Optional.of(UndoJob.KIND);
            case PAUSE, RESUME, PROMOTE, RETRY, PURGE, DRILL -> Optional.empty();
        };
    }

    /** The command that the job obeys. */
    OperatorCommand of(Job job) {
        try {
            return json.readValue(job.payload(), OperatorCommand.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job that is not of this version", e);
        }
    }

    /** The command as its job holds it. */
    public String payload(OperatorCommand command) {
        try {
            return json.writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that JSON cannot hold", e);
        }
    }
}
