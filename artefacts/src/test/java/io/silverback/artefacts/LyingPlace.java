package io.silverback.artefacts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place in memory that takes everything and does with it what a test says. */
final class LyingPlace implements Place {

    /** What it makes of the bytes that are put. */
    enum Way {
        KEEPS,
        ALTERS,
        FORGETS,
        CUTS_OFF,
        IS_FULL,
        IS_DOWN
    }

    final Map<String, byte[]> kept = new HashMap<>();
    Way way = Way.KEEPS;

    @Override
    public String name() {
        return "lying";
    }

    @Override
    public void put(String key, Path file) throws ArtefactException {
        answer();
        if (way == Way.IS_FULL) {
            throw new StoreUnavailableException("lying", "no space is left");
        }
        byte[] bytes = read(file);
        if (way == Way.CUTS_OFF) {
            bytes = Arrays.copyOf(bytes, bytes.length / 2);
        }
        if (way == Way.ALTERS) {
            bytes[bytes.length - 1] ^= 1;
        }
        if (way != Way.FORGETS) {
            kept.put(key, bytes);
        }
    }

    @Override
    public InputStream open(String key) throws ArtefactException {
        answer();
        byte[] bytes = kept.get(key);
        if (bytes == null) {
            throw new MissingArtefactException(key, "it is not in the store lying");
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public List<String> keys(String beginning) throws ArtefactException {
        answer();
        return kept.keySet().stream().filter(key -> key.startsWith(beginning)).toList();
    }

    @Override
    public void remove(String key) throws ArtefactException {
        answer();
        kept.remove(key);
    }

    private void answer() throws StoreUnavailableException {
        if (way == Way.IS_DOWN) {
            throw new StoreUnavailableException("lying", "it does not answer");
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
