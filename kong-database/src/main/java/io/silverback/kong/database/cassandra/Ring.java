package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import java.util.List;

/** The ring's token ranges. */
final class Ring {

    private Ring() {}

    /** Together the whole ring; none crosses its end. */
    static List<TokenRange> ranges(CqlSession session) {
        TokenMap ring =
                session.getMetadata()
                        .getTokenMap()
                        .orElseThrow(() -> new IllegalStateException("No tokens are known."));
        return ring.getTokenRanges().stream().flatMap(range -> range.unwrap().stream()).toList();
    }
}
