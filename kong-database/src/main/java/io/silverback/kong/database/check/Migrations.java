package io.silverback.kong.database.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code schema_meta} says of one side.
 *
 * @param executed by subsystem ({@code core}, a plugin's name)
 * @param pending by subsystem; empty sets left out
 */
public record Migrations(Map<String, Set<String>> executed, Map<String, Set<String>> pending) {

    /** What keeps rows from being moved between the two. */
    public static List<EstateFinding> compare(Migrations blue, Migrations green) {
        List<EstateFinding> findings = new ArrayList<>();
        findings.addAll(blue.pendingOn("blue"));
        findings.addAll(green.pendingOn("green"));
        for (Map.Entry<String, Set<String>> subsystem : blue.executed.entrySet()) {
            Set<String> there = green.executed.get(subsystem.getKey());
            if (!Objects.equals(there, subsystem.getValue())) {
                findings.add(differing(subsystem.getKey(), subsystem.getValue(), there));
            }
        }
        return findings;
    }

    private List<EstateFinding> pendingOn(String side) {
        return pending.entrySet().stream()
                .filter(subsystem -> !subsystem.getValue().isEmpty())
                .map(
                        subsystem ->
                                new EstateFinding(
                                        EstateFinding.Kind.MIGRATIONS_PENDING,
                                        side + ": " + subsystem.getKey() + subsystem.getValue(),
                                        "Run kong migrations finish on " + side + "."))
                .toList();
    }

    private static EstateFinding differing(
            String subsystem, Set<String> blue, @Nullable Set<String> green) {
        Set<String> there = green == null ? Set.of() : green;
        Set<String> onlyBlue = new TreeSet<>(blue);
        onlyBlue.removeAll(there);
        Set<String> onlyGreen = new TreeSet<>(there);
        onlyGreen.removeAll(blue);
        return new EstateFinding(
                EstateFinding.Kind.OTHER_VERSION,
                subsystem + ": only blue has run " + onlyBlue + ", only green " + onlyGreen,
                "Bring both sides to the same version and the same plugins.");
    }
}
