package io.silverback.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.security.KeyStore;
import java.security.Provider;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/** Hands a key manager to the TLS port as it is; Vert.x's own way of it needs a logging library. */
final class KeyOptions implements KeyCertOptions {
    private final X509KeyManager keys;

    KeyOptions(X509KeyManager keys) {
        this.keys = keys;
    }

    @Override
    public KeyCertOptions copy() {
        return this;
    }

    @Override
    public KeyManagerFactory getKeyManagerFactory(Vertx vertx) {
        return new Ready(new Handing(keys));
    }

    @Override
    public Function<String, X509KeyManager> keyManagerMapper(Vertx vertx) {
        return name -> keys;
    }

    @Override
    public Function<String, KeyManagerFactory> keyManagerFactoryMapper(Vertx vertx) {
        return name -> getKeyManagerFactory(vertx);
    }

    private static final class Ready extends KeyManagerFactory {
        Ready(KeyManagerFactorySpi handing) {
            super(handing, new Own(), "given");
        }
    }

    private static final class Own extends Provider {
        private static final long serialVersionUID = 1L;

        Own() {
            super("simulator", "1", "keys that are given");
        }
    }

    private static final class Handing extends KeyManagerFactorySpi {
        private final X509KeyManager keys;

        Handing(X509KeyManager keys) {
            this.keys = keys;
        }

        @Override
        protected void engineInit(@Nullable KeyStore store, char @Nullable [] password) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {keys};
        }
    }
}
