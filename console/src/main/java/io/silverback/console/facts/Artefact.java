package io.silverback.console.facts;

import io.silverback.contracts.ArtefactReference;

/** An artefact that can be downloaded by its URI. */
public record Artefact(String name, String uri, long bytes, String sha256Content) {

    /** As an event refers to it. */
    public static Artefact of(ArtefactReference reference) {
        return new Artefact(
                reference.name(),
                reference.uri().toString(),
                reference.bytes(),
                reference.sha256Content());
    }
}
