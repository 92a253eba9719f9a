package io.silverback.simulator.proxy;

import java.util.Map;

/** Takes log lines to where they are collected. */
@FunctionalInterface
public interface LogSink {
    /** Sends a body once, without waiting for an answer. */
    void send(String method, String endpoint, Map<String, String> headers, byte[] body);
}
