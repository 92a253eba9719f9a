package io.silverback.console.events;

import io.silverback.console.plans.Target;
import io.silverback.contracts.OperatorCommand;
import io.silverback.contracts.Rollback;
import io.silverback.messaging.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes what operators ask of the services. */
@ApplicationScoped
public class Orders {
    private static final Logger LOG = Logger.getLogger(Orders.class);
    private static final String PHASE = "operator";

    /** A command as it was given, before it has an id and a target. */
    public record Command(
            OperatorCommand.Verb verb,
            Map<String, String> arguments,
            String by,
            @Nullable String why) {

        public Command {
            arguments = Map.copyOf(arguments);
        }
    }

    /** A command on its way to one target. */
    public record Given(String id, String targetId, String target) {}

    private final Outbox outbox;

    Orders(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Gives the command to each of the targets. */
    public Uni<List<Given>> give(Mutiny.Session session, Command command, List<Target> targets) {
        return each(targets, target -> give(session, command, target));
    }

    /** Asks for a rollback of each of the targets. */
    public Uni<List<Target>> rollBack(
            Mutiny.Session session, List<Target> targets, String reason, String by, boolean drill) {
        return each(
                targets,
                target -> {
                    boolean isCutover = target instanceof Target.OfCutover;
                    return rollBack(
                                    session,
                                    rollback(target.id(), isCutover, reason, by, drill),
                                    target.id(),
                                    target.nameInPlan())
                            .replaceWith(target);
                });
    }

    /** Asks for a rollback of a cutover that is not known here: it blocks what comes later. */
    public Uni<Void> rollBackUnknown(
            Mutiny.Session session, String id, String reason, String by, boolean drill) {
        return rollBack(session, rollback(id, true, reason, by, drill), id, id);
    }

    private Uni<Given> give(Mutiny.Session session, Command command, Target target) {
        String id = UUID.randomUUID().toString();
        OperatorCommand event =
                new OperatorCommand(
                        id,
                        command.verb(),
                        target.id(),
                        command.arguments(),
                        command.by(),
                        command.why());
        String name = target.nameInPlan().isEmpty() ? target.plan().name() : target.nameInPlan();
        LOG.infof("Command verb=%s target=%s by=%s", command.verb(), name, command.by());
        return outbox.publish(session, target.id(), name, event)
                .replaceWith(new Given(id, target.id(), name));
    }

    private Uni<Void> rollBack(Mutiny.Session session, Rollback event, String key, String subject) {
        LOG.infof("Rollback asked subject=%s by=%s", subject, event.requestedBy());
        return outbox.publish(session, key, subject, event);
    }

    private static Rollback rollback(
            String id, boolean isCutover, String reason, String by, boolean drill) {
        return new Rollback(
                isCutover ? null : id,
                isCutover ? id : null,
                Map.of(),
                PHASE,
                reason,
                null,
                by,
                drill);
    }

    private static <T> Uni<List<T>> each(List<Target> targets, Function<Target, Uni<T>> order) {
        return Multi.createFrom()
                .iterable(targets)
                .onItem()
                .transformToUniAndConcatenate(order::apply)
                .collect()
                .asList();
    }
}
