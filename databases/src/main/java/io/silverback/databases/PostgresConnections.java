package io.silverback.databases;

import io.silverback.registry.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections by JDBC. */
final class PostgresConnections {

    private static final String SECONDS_TO_CONNECT = "10";

    private PostgresConnections() {}

    static Connection open(DatabaseAccess.Postgres access) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", access.schema());
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("ApplicationName", "silverback");
        access.account()
                .ifPresent(
                        account -> {
                            properties.setProperty("user", account.role());
                            properties.setProperty("password", account.password().read());
                        });
        access.ca()
                .ifPresent(
                        ca -> {
                            properties.setProperty("sslmode", "verify-full");
                            properties.setProperty("sslrootcert", ca.toString());
                        });
        return DriverManager.getConnection(url(access), properties);
    }

    private static String url(DatabaseAccess.Postgres access) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(
                        access.server().getHostString(), access.server().getPort(), access.name());
    }
}
