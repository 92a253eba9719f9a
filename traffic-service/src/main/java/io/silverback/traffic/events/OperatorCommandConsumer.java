package io.silverback.traffic.events;

import io.silverback.contracts.OperatorCommand;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.canary.Order;
import io.silverback.traffic.storage.Instructions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** An operator wants something of a cutover. */
@ApplicationScoped
class OperatorCommandConsumer {

    private final Inbox inbox;
    private final Instructions instructions;

    OperatorCommandConsumer(Inbox inbox, Instructions instructions) {
        this.inbox = inbox;
        this.instructions = instructions;
    }

    @Incoming("operator-commands")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, OperatorCommand.class, this::obey);
    }

    private Uni<Void> obey(Mutiny.Session session, Envelope<OperatorCommand> heard) {
        OperatorCommand command = heard.body();
        return kind(command.verb())
                .map(kind -> new Order(kind, command.by(), heard.appendedAt()))
                .map(order -> instructions.ordered(session, command, order))
                .orElseGet(() -> instructions.notOffered(session, command));
    }

    private static Optional<Order.Kind> kind(OperatorCommand.Verb verb) {
        return switch (verb) {
            case PAUSE -> Optional.of(Order.Kind.PAUSE);
            case RESUME -> Optional.of(Order.Kind.RESUME);
            case PROMOTE -> Optional.of(Order.Kind.PROMOTE);
            case RETRY, UNDO, PURGE, DIFF, DRILL -> Optional.empty();
        };
    }
}
