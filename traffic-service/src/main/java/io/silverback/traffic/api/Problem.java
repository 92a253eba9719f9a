package io.silverback.traffic.api;

/** An error as RFC 9457 has it. */
record Problem(String type, String title, int status, String detail) {

    static Problem of(String word, String title, int status, String detail) {
        return new Problem("urn:silverback:problem:" + word, title, status, detail);
    }
}
