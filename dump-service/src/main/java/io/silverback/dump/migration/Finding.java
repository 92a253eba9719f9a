package io.silverback.dump.migration;

/** Something that a person should know before the gate; {@code code} is stable. */
public record Finding(String code, String meaning) {}
