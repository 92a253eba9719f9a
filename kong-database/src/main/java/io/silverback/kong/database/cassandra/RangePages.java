package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import io.silverback.kong.database.row.RowSource;
import java.io.IOException;
import java.time.Instant;

/** Reads ranges of one table page by page: never more than two pages are in memory. */
final class RangePages {

    private final CqlSession session;
    private final SnapshotPlan plan;
    private final TableReading reading;
    private final PreparedStatement query;

    RangePages(CqlSession session, SnapshotPlan plan, TableReading reading) {
        this.session = session;
        this.plan = plan;
        this.reading = reading;
        this.query = session.prepare(reading.query());
    }

    void read(TokenRange range, RowSource.Visitor visitor) throws IOException {
        BoundStatement statement =
                query.bind()
                        .setToken(0, range.getStart())
                        .setToken(1, range.getEnd())
                        .setConsistencyLevel(plan.consistency())
                        .setIdempotent(true)
                        .setPageSize(plan.pageSize());
        Instant asked = Instant.now();
        ResultSet rows = session.execute(statement);
        plan.rate().pass(rows.getAvailableWithoutFetching());
        for (Row row : rows) {
            visitor.row(reading.row(row, asked));
            if (rows.getAvailableWithoutFetching() == 0 && !rows.isFullyFetched()) {
                asked = Instant.now();
                plan.rate().pass(plan.pageSize());
            }
        }
    }
}
