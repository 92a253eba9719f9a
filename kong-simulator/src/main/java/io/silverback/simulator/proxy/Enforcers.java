package io.silverback.simulator.proxy;

import io.silverback.simulator.store.Database;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The plugins that the proxy enforces, by name. */
final class Enforcers {
    private Enforcers() {}

    static Map<String, Enforcer> of(Database database, Clock clock, Metrics metrics, LogSink sink) {
        Map<String, Enforcer> all = new HashMap<>();
        all.put("key-auth", new KeyAuth(database, clock));
        all.put("basic-auth", new BasicAuth(database, clock));
        all.put("hmac-auth", new HmacAuth(database, clock));
        all.put("jwt", new JwtAuth(database, clock));
        all.put("oauth2", new OAuth2(database, clock));
        all.put("acl", new Acl(database));
        all.put("cors", new Cors());
        all.put("bot-detection", new BotDetection());
        all.put("ip-restriction", new IpRestriction());
        all.put("request-size-limiting", new RequestSizeLimiting());
        all.put("request-termination", new RequestTermination());
        all.put("rate-limiting", new RateLimiting(clock));
        all.put("response-ratelimiting", new ResponseRateLimiting(clock));
        all.put("correlation-id", new CorrelationId());
        all.put("request-transformer", new RequestTransformer());
        all.put("response-transformer", new ResponseTransformer());
        all.put("prometheus", new Prometheus(metrics));
        all.put("http-log", new HttpLog(sink));
        return Map.copyOf(all);
    }
}
