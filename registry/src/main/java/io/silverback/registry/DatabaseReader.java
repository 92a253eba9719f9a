package io.silverback.registry;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads how a gateway's database is reached: below the field that bears its kind's name. */
final class DatabaseReader {

    private static final int CASSANDRA = 9042;
    private static final int POSTGRES = 5432;

    private DatabaseReader() {}

    /** None where the gateway says nothing of it. */
    static Optional<DatabaseAccess> read(Gateway.Database database, Fields gateway) {
        return switch (database) {
            case CASSANDRA -> gateway.object("cassandra").map(DatabaseReader::cassandra);
            case POSTGRES -> gateway.object("postgres").map(DatabaseReader::postgres);
        };
    }

    private static DatabaseAccess cassandra(Fields fields) {
        List<InetSocketAddress> contactPoints = fields.addresses("contactPoints", CASSANDRA);
        String datacenter = fields.text("datacenter");
        String keyspace = fields.optionalText("keyspace").orElse("kong");
        Optional<DatabaseAccess.Account> account = account(fields);
        Optional<Path> ca = fields.existingFile("ca");
        fields.refuseOthers();
        return new DatabaseAccess.Cassandra(contactPoints, datacenter, keyspace, account, ca);
    }

    private static DatabaseAccess postgres(Fields fields) {
        InetSocketAddress server = fields.address("server", POSTGRES);
        String name = fields.optionalText("database").orElse("kong");
        String schema = fields.optionalText("schema").orElse("public");
        Optional<DatabaseAccess.Account> account = account(fields);
        Optional<Path> ca = fields.existingFile("ca");
        fields.refuseOthers();
        return new DatabaseAccess.Postgres(server, name, schema, account, ca);
    }

    private static Optional<DatabaseAccess.Account> account(Fields fields) {
        return fields.object("account")
                .map(
                        account -> {
                            String role = account.text("role");
                            SecretReference password =
                                    account.object("password")
                                            .map(Fields::secret)
                                            .orElseThrow(
                                                    () -> account.refusal("must have a password"));
                            account.refuseOthers();
                            return new DatabaseAccess.Account(role, password);
                        });
    }
}
