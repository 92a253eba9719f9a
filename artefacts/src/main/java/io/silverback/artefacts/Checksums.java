package io.silverback.artefacts;

/** Of one file: SHA-256 of what is stored and of what that decrypts to, and the stored size. */
record Checksums(String stored, String content, long bytes) {}
