package io.silverback.console.api;

import io.silverback.console.events.Decisions;
import io.silverback.console.gates.Gate;
import io.silverback.console.plans.Target;
import io.silverback.console.storage.Database;
import io.silverback.contracts.GoNoGo;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Decisions at gates. */
@Path("/api/gates/decisions")
public class GatesResource {

    /** What somebody says at which gate; on {@code evidenceHash} where it is given. */
    public record Decision(
            @Nullable String target,
            GoNoGo.@Nullable Gate gate,
            @Nullable Integer step,
            GoNoGo.@Nullable Status decision,
            @Nullable String why,
            @Nullable String evidenceHash,
            @Nullable String by) {}

    /** The gate afterwards. */
    public record Decided(Gate gate) {}

    private final Database database;
    private final Lookup lookup;
    private final Decisions decisions;

    GatesResource(Database database, Lookup lookup, Decisions decisions) {
        this.database = database;
        this.lookup = lookup;
        this.decisions = decisions;
    }

    /** Says go or no-go. */
    @POST
    public Uni<Response> decide(Decision request, @HeaderParam(Guard.ACTOR) String actor) {
        String by = Actors.agreed(actor, request.by());
        String words = Actors.required(request.target(), "target");
        GoNoGo.Status said = Actors.required(request.decision(), "decision");
        if (said != GoNoGo.Status.GO && said != GoNoGo.Status.NO_GO) {
            throw Problem.requestRefused("decision must be go or no-go").refusal();
        }
        return database.run(
                        session ->
                                lookup.target(session, words)
                                        .map(target -> OpenGates.find(target, request))
                                        .chain(gate -> speak(session, gate, said, by, request)))
                .map(gate -> Response.accepted(new Decided(gate)).build());
    }

    private Uni<Gate> speak(
            Mutiny.Session session, Gate gate, GoNoGo.Status said, String by, Decision request) {
        return decisions
                .speak(session, gate, said, by, request.why())
                .replaceWith(gate.after(said, by, request.why()));
    }

    /** Which open gate a request is about. */
    static final class OpenGates {

        private OpenGates() {}

        static Gate find(Target target, Decision request) {
            List<Gate> gates =
                    target.plan().gates().stream()
                            .filter(gate -> isOf(target, gate))
                            .filter(g -> request.gate() == null || g.gate() == request.gate())
                            .filter(
                                    g ->
                                            request.step() == null
                                                    || Objects.equals(g.step(), request.step()))
                            .toList();
            List<Gate> open = gates.stream().filter(g -> g.status() == GoNoGo.Status.OPEN).toList();
            if (open.size() != 1) {
                throw Problem.gateNotOpen(reason(gates, open)).refusal();
            }
            if (request.evidenceHash() != null
                    && !request.evidenceHash().equals(open.get(0).evidenceHash())) {
                throw Problem.evidenceIsStale().refusal();
            }
            return open.get(0);
        }

        private static boolean isOf(Target target, Gate gate) {
            return target instanceof Target.OfPlan || target.id().equals(gate.subjectId());
        }

        private static String reason(List<Gate> gates, List<Gate> open) {
            if (open.size() > 1) {
                return open.size() + " gates are open: name the gate and the cutover";
            }
            return gates.isEmpty()
                    ? "no such gate has opened yet"
                    : "the gate "
                            + gates.get(gates.size() - 1)
                                    .gate()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                            + " has been decided";
        }
    }
}
