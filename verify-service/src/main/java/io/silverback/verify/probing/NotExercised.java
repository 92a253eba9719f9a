package io.silverback.verify.probing;

/** A route that no probe was made for, and why. */
public record NotExercised(String route, String reason) {}
