package io.silverback.messaging.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseFaultsTest {

    @Test
    void aDeadlockPassesAlsoAsHibernateTranslatesIt() {
        SQLException deadlock = new SQLException("deadlock detected", "40P01");
        assertThat(DatabaseFaults.isPassing(new IllegalStateException(deadlock))).isTrue();
    }

    @Test
    void aPoolThatClosesPassesWithTheProcess() {
        assertThat(DatabaseFaults.isPassing(new NoStackTraceThrowable("Pool closed"))).isTrue();
    }

    @Test
    void aDatabaseThatShutsDownPasses() {
        assertThat(DatabaseFaults.isPassing(new PgException("going", "FATAL", "57P01", null)))
                .isTrue();
    }

    @Test
    void aViolatedConstraintDoesNotPass() {
        assertThat(DatabaseFaults.isPassing(new SQLException("duplicate key", "23505"))).isFalse();
        assertThat(DatabaseFaults.isPassing(new PgException("duplicate", "ERROR", "23505", null)))
                .isFalse();
    }
}
