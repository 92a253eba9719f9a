package io.silverback.kong.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.spill.Spool;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@link DeclarativeState} outside of memory: the same order, the same fingerprint. */
public final class SpilledState {
    /** The parts of a line's key that say which entity it is. */
    public static final int WHICH = 3;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ORDERS = 1000;

    private final String workspace;
    private final Spool lines;
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private final MessageDigest digest = Fingerprint.sha256();
    private final String fingerprint;

    private SpilledState(String workspace, Spool lines) throws IOException {
        this.workspace = workspace;
        this.lines = lines;
        forEach((line, entity) -> count(entity));
        fingerprint = HexFormat.of().formatHex(digest.digest());
    }

    /** A state of these lines, in whatever order they come. */
    public static SpilledState of(String workspace, Scratch scratch, Lines lines)
            throws IOException {
        return new SpilledState(workspace, scratch.sort(lines));
    }

    /** The same state outside of memory. */
    public static SpilledState of(DeclarativeState state, Scratch scratch) throws IOException {
        Spool lines = scratch.spool();
        for (Entity entity : state.entities()) {
            lines.add(line(entity));
        }
        lines.close();
        return new SpilledState(state.workspace(), lines);
    }

    /** An entity as a line; {@code more} goes to the end of its key. */
    public static Line line(Entity entity, String... more) {
        List<String> key = new ArrayList<>(key(entity.type(), entity.id()));
        Collections.addAll(key, more);
        return new Line(key, entity.fields().toString());
    }

    /** The key of an entity: where its type stands in the write order, its type, its id. */
    public static List<String> key(String type, String id) {
        return List.of(Integer.toString(ORDERS + Catalogue.kong().order(type)), type, id);
    }

    /** The entity of a line. */
    public static Entity entity(Line line) {
        try {
            ObjectNode fields = JSON.readValue(line.value(), ObjectNode.class);
            return new Entity(line.key().get(1), line.key().get(2), fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entity's own JSON can always be read.", e);
        }
    }

    /** Hands over each entity, in canonical order. */
    public void forEach(Visitor visitor) throws IOException {
        try (Lines all = lines.read()) {
            for (Line line = all.readNext(); line != null; line = all.readNext()) {
                visitor.visit(line, entity(line));
            }
        }
    }

    /** All of it, in memory. */
    public DeclarativeState load() throws IOException {
        List<Entity> entities = new ArrayList<>();
        forEach((line, entity) -> entities.add(entity));
        return new DeclarativeState(workspace, entities);
    }

    /** The workspace's name, or {@link DeclarativeState#ESTATE}. */
    public String workspace() {
        return workspace;
    }

    /** How many entities there are of each type. */
    public SortedMap<String, Integer> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** The same as {@link DeclarativeState#fingerprint()}. */
    public String fingerprint() {
        return fingerprint;
    }

    private void count(Entity entity) {
        counts.merge(entity.type(), 1, Integer::sum);
        if (entity.kind().kind() == Kind.CONFIGURATION) {
            digest.update(Fingerprint.line(entity));
        }
    }

    @Override
    public String toString() {
        return workspace + " " + counts;
    }

    /** Takes entities one by one. */
    @FunctionalInterface
    public interface Visitor {
        /** The next one, as a line and as itself. */
        void visit(Line line, Entity entity) throws IOException;
    }
}
