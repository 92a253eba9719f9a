package io.silverback.simulator.store.postgres;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.ConstraintViolation;
import io.silverback.simulator.store.ConstraintViolation.Kind;
import io.silverback.simulator.store.DatabaseFailure;
import java.lang.System.Logger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PostgreSQL's errors: by their state, and by the detail that names columns and values. */
final class SqlErrors {
    private static final Logger LOG = System.getLogger(SqlErrors.class.getName());
    private static final Pattern DETAIL =
            Pattern.compile(
                    "Key \\((.*?)\\)=\\((.*)\\) (?:already|is (not|still)).*?(?:\"(.*)\")?\\.");

    private SqlErrors() {}

    static RuntimeException of(SQLException error) {
        Matcher detail = DETAIL.matcher(String.valueOf(error.getMessage()));
        boolean violation = String.valueOf(error.getSQLState()).startsWith("235");
        if (!violation || !detail.find()) {
            LOG.log(Logger.Level.WARNING, "PostgreSQL failed: state {0}", error.getSQLState());
            return new DatabaseFailure(error);
        }
        Kind kind =
                "23505".equals(error.getSQLState())
                        ? Kind.UNIQUE
                        : "not".equals(detail.group(3)) ? Kind.MISSING : Kind.REFERENCED;
        return new ConstraintViolation(
                kind, fields(detail.group(1), detail.group(2)), String.valueOf(detail.group(4)));
    }

    private static Document fields(String columns, String values) {
        String[] names = columns.split(", ");
        String[] parts = values.split(", ", names.length);
        Document fields = new Document();
        for (int i = 0; i < Math.min(names.length, parts.length); i++) {
            if (!names[i].equals("ws_id")) {
                fields.put(names[i].replace("\"", ""), parts[i]);
            }
        }
        return fields;
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Logger.Level.DEBUG, "A broken connection did not close", e);
        }
    }
}
