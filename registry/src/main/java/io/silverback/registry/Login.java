package io.silverback.registry;

/** Login material for the verification, which a plan only names. */
public record Login(String name, SecretReference secret) {}
