package io.silverback.console.api;

import io.silverback.console.events.Orders;
import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Slot;
import io.silverback.console.plans.CommandStatus;
import io.silverback.console.plans.Target;
import io.silverback.console.storage.Database;
import io.silverback.console.storage.FactStore;
import io.silverback.contracts.OperatorCommand;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Commands to the services, and their answers. */
@Path("/api/commands")
public class CommandsResource {
    private static final int NEWEST = 100;

    /** What is asked of whom. */
    public record Command(
            OperatorCommand.@Nullable Verb verb,
            @Nullable String target,
            @Nullable Map<String, String> arguments,
            @Nullable String why,
            @Nullable String by) {}

    /** The commands that were given. */
    public record Given(List<Orders.Given> commands) {}

    /** Commands and their answers. */
    public record Commands(List<CommandStatus> commands) {}

    private final Database database;
    private final Lookup lookup;
    private final Orders orders;
    private final FactStore facts;

    CommandsResource(Database database, Lookup lookup, Orders orders, FactStore facts) {
        this.database = database;
        this.lookup = lookup;
        this.orders = orders;
        this.facts = facts;
    }

    /**
     * Gives a command; a plan's goes to each of its cutovers that has not ended, or to each of its
     * migrations where it is about configuration.
     */
    @POST
    public Uni<Response> give(Command request, @HeaderParam(Guard.ACTOR) String actor) {
        Orders.Command command =
                new Orders.Command(
                        Actors.required(request.verb(), "verb"),
                        Objects.requireNonNullElse(request.arguments(), Map.of()),
                        Actors.agreed(actor, request.by()),
                        request.why());
        String words = Actors.required(request.target(), "target");
        return database.run(
                        session ->
                                lookup.target(session, words)
                                        .chain(
                                                target ->
                                                        orders.give(
                                                                session,
                                                                command,
                                                                parts(command.verb(), target))))
                .map(given -> Response.accepted(new Given(given)).build());
    }

    /** The newest commands. */
    @GET
    public Uni<Commands> all() {
        return database.run(
                        session ->
                                facts.newest(session, Slot.ASKED, NEWEST)
                                        .chain(asked -> withAnswers(session, asked)))
                .map(Commands::new);
    }

    /** One command and its answer. */
    @GET
    @Path("{id}")
    public Uni<CommandStatus> one(String id) {
        return database.run(session -> facts.ofSubject(session, id))
                .map(Facts::of)
                .map(
                        heard ->
                                CommandStatus.of(heard)
                                        .orElseThrow(
                                                () ->
                                                        Problem.notFound(
                                                                        "there is no command " + id)
                                                                .refusal()));
    }

    private static List<Target> parts(OperatorCommand.Verb verb, Target target) {
        boolean configuration =
                verb == OperatorCommand.Verb.DIFF || verb == OperatorCommand.Verb.UNDO;
        return configuration ? target.migrations() : target.parts();
    }

    private Uni<List<CommandStatus>> withAnswers(
            Mutiny.Session session, List<io.silverback.console.facts.Fact> asked) {
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUniAndConcatenate(fact -> facts.ofSubject(session, fact.subjectId()))
                .map(Facts::of)
                .onItem()
                .transformToIterable(heard -> CommandStatus.of(heard).stream().toList())
                .collect()
                .asList();
    }
}
