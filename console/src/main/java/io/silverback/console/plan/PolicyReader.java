package io.silverback.console.plan;

import io.silverback.contracts.GatePolicy;
import io.silverback.contracts.SyncPolicy;
import io.silverback.contracts.VerifyPolicy;
import io.silverback.contracts.VerifyPolicy.ExpectedDifference;
import io.silverback.registry.Registry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how sync, verification and the gates are to behave. */
final class PolicyReader {

    private static final long MOST_APPROVERS = 10;
    private static final long MOST_PROBES = 10_000;

    private enum Methods {
        SAFE,
        ALL
    }

    private final Registry registry;

    PolicyReader(Registry registry) {
        this.registry = registry;
    }

    SyncPolicy sync(Fields fields) {
        SyncPolicy defaults = SyncPolicy.DEFAULT;
        SyncPolicy policy =
                new SyncPolicy(
                        fields.or("extra", f -> f.oneOf(SyncPolicy.Extra.class), defaults.extra()),
                        fields.or(
                                "conflicts",
                                f -> f.oneOf(SyncPolicy.Conflicts.class),
                                defaults.conflicts()),
                        fields.or(
                                "onError",
                                f -> f.oneOf(SyncPolicy.OnError.class),
                                defaults.onError()),
                        texts(fields.elements("protectedTags")));
        fields.refuseOthers();
        return policy;
    }

    VerifyPolicy verify(Fields fields) {
        Fields probes = fields.object("probes");
        VerifyPolicy policy =
                new VerifyPolicy(
                        probes.or("methods", f -> f.oneOf(Methods.class), Methods.SAFE)
                                == Methods.SAFE,
                        probes.or(
                                        "requestsPerSecond",
                                        f -> f.count(1, MOST_PROBES),
                                        (long) VerifyPolicy.DEFAULT.requestsPerSecond())
                                .intValue(),
                        logins(fields).orElse(null),
                        fields.objects("expectedDifferences").stream()
                                .map(PolicyReader::expectedDifference)
                                .toList());
        fields.objects("suites").forEach(this::suite);
        fields.field("suites").ifPresent(f -> f.refuse("suites can't be run yet: take them out"));
        probes.refuseOthers();
        fields.refuseOthers();
        return policy;
    }

    /** One person agrees where the plan is silent; 0 approvers means by criteria alone. */
    GatePolicy gate(Fields fields) {
        GatePolicy policy =
                new GatePolicy(
                        fields.or("approvers", f -> f.count(0, MOST_APPROVERS), 1L).intValue(),
                        fields.field("timeout").flatMap(PolicyReader::positive).orElse(null));
        fields.refuseOthers();
        return policy;
    }

    static Optional<Duration> positive(Field field) {
        return field.duration()
                .filter(d -> !d.isZero() || field.refuse("must be longer than nothing"));
    }

    static List<String> texts(List<Field> elements) {
        return elements.stream().map(Field::text).flatMap(Optional::stream).toList();
    }

    private Optional<String> logins(Fields fields) {
        return fields.field("logins")
                .flatMap(
                        f ->
                                f.text()
                                        .filter(
                                                name ->
                                                        registry.login(name).isPresent()
                                                                || f.refuse(
                                                                        unknown("login", name))));
    }

    private void suite(Fields fields) {
        fields.requiredText("name");
        fields.required("command")
                .ifPresent(
                        f ->
                                f.text()
                                        .filter(name -> registry.command(name).isEmpty())
                                        .ifPresent(name -> f.refuse(unknown("command", name))));
        fields.refuseOthers();
    }

    private static ExpectedDifference expectedDifference(Fields fields) {
        ExpectedDifference difference =
                new ExpectedDifference(
                        fields.requiredText("header"), fields.requiredText("reason"));
        fields.refuseOthers();
        return difference;
    }

    static String unknown(String what, String name) {
        return "names no registered " + what + ": \"" + name + "\"";
    }
}
