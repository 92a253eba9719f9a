package io.silverback.sync.rows;

import com.datastax.oss.driver.api.core.DriverException;
import io.silverback.databases.DatabaseUnreachable;
import io.silverback.databases.Databases;
import io.silverback.kong.database.postgres.LoadRefusedException;
import io.silverback.kong.database.runtime.Carried;
import io.silverback.sync.carrying.NotCarriedException;
import io.silverback.sync.carrying.RuntimeRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Runtime rows, read from Cassandra and written to PostgreSQL on a worker thread. */
@ApplicationScoped
class CarriedRows implements RuntimeRows {

    private static final Logger LOG = Logger.getLogger(CarriedRows.class);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Databases databases;
    private final Vertx vertx;

    /** Those that no cycle has in its hands. */
    private final Map<Line, CarryLine> lines = new ConcurrentHashMap<>();

    private record Line(String planId, List<Member> members) {}

    CarriedRows(Databases databases, Vertx vertx) {
        this.databases = databases;
        this.vertx = vertx;
    }

    @Override
    public Uni<Carriage> carry(Batch batch) {
        return vertx.executeBlocking(() -> carryOnWorker(batch), false);
    }

    private Carriage carryOnWorker(Batch batch) {
        try {
            endIdle();
            CarryLine line = line(batch);
            boolean complete = false;
            try {
                Carried carried = line.cycle();
                complete = true;
                return carriage(carried);
            } finally {
                if (complete) {
                    lines.put(key(batch), line);
                } else {
                    line.close();
                }
            }
        } catch (DatabaseUnreachable e) {
            throw new NotCarriedException(String.valueOf(e.getMessage()), e);
        } catch (IOException | SQLException | LoadRefusedException | DriverException e) {
            throw new NotCarriedException(
                    "Tokens and sessions of gateway %s could not be carried to gateway %s: %s"
                            .formatted(batch.blue(), batch.green(), e.getMessage()),
                    e);
        }
    }

    private CarryLine line(Batch batch) throws IOException, SQLException {
        CarryLine line = lines.remove(key(batch));
        if (line != null && !line.continues(batch)) {
            line.close();
            line = null;
        }
        return line == null ? CarryLine.open(databases, batch) : line;
    }

    private void endIdle() throws IOException, SQLException {
        for (Map.Entry<Line, CarryLine> one : lines.entrySet()) {
            if (one.getValue().isIdleFor(IDLE) && lines.remove(one.getKey(), one.getValue())) {
                one.getValue().close();
            }
        }
    }

    private static Line key(Batch batch) {
        return new Line(batch.planId(), batch.members());
    }

    private static Carriage carriage(Carried carried) {
        return new Carriage(carried.rows(), carried.lag(), carried.upTo(), carried.left().size());
    }

    /** The last plan's connections are held until the process ends. */
    @PreDestroy
    void end() {
        for (CarryLine line : lines.values()) {
            try {
                line.close();
            } catch (IOException | SQLException e) {
                LOG.debugf("A connection did not close: %s", e.getMessage());
            }
        }
    }
}
