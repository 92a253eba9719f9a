package io.silverback.artefacts;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URIs of one store: a scheme, the store's registered name, then the artefact's id. */
record StoreUri(String scheme, String store) {

    private static final Pattern PATH = Pattern.compile("/([^/]+)/([0-9]{1,9})/([^/]+)");

    URI of(ArtefactId id) {
        return URI.create(scheme + "://" + store + "/" + id);
    }

    ArtefactId id(URI uri) throws MissingArtefactException {
        Matcher path = PATH.matcher(uri.getPath() == null ? "" : uri.getPath());
        if (!scheme.equals(uri.getScheme())
                || !store.equals(uri.getAuthority())
                || !path.matches()) {
            throw new MissingArtefactException(
                    uri.toString(), "it is not in the store " + scheme + "://" + store);
        }
        try {
            return new ArtefactId(path.group(1), Integer.parseInt(path.group(2)), path.group(3));
        } catch (IllegalArgumentException e) {
            throw new MissingArtefactException(uri.toString(), "its URI names no artefact");
        }
    }
}
