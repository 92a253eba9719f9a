package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.ssl.ProgrammaticSslEngineFactory;

/** Opens sessions. */
public final class CassandraSessions {

    private CassandraSessions() {}

    /** A session; the caller closes it. */
    public static CqlSession open(CassandraSettings settings) {
        DriverConfigLoader configuration =
                DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.timeout())
                        .withDuration(
                                DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT,
                                settings.timeout())
                        .withDuration(
                                DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT,
                                settings.timeout())
                        .withBoolean(DefaultDriverOption.REQUEST_WARN_IF_SET_KEYSPACE, false)
                        .build();
        CqlSessionBuilder builder =
                CqlSession.builder()
                        .withConfigLoader(configuration)
                        .addContactPoints(settings.contactPoints())
                        .withLocalDatacenter(settings.datacenter());
        settings.login()
                .ifPresent(login -> builder.withAuthCredentials(login.role(), login.password()));
        settings.tls()
                .ifPresent(
                        tls ->
                                builder.withSslEngineFactory(
                                        new ProgrammaticSslEngineFactory(tls, null, true)));
        return builder.build();
    }
}
