package io.silverback.databases.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.databases.ArtefactParts;
import io.silverback.messaging.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The receipts of backups, kept beside them in the stores: no database is needed to find one. */
public final class Receipts {

    private static final String PART = "backup.json";
    private static final ObjectMapper JSON = EventJson.mapper();

    private final ArtefactStore store;

    /** The receipts in a store. */
    public Receipts(ArtefactStore store) {
        this.store = store;
    }

    /** Makes a backup of what was written as parts. */
    public static void write(ArtefactParts parts, Backup backup) throws IOException {
        byte[] json = JSON.writeValueAsBytes(backup);
        try (OutputStream out = parts.create(PART)) {
            out.write(json);
        }
    }

    /** All of them. */
    Listing list() throws ArtefactException {
        List<Backup> backups = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (ArtefactId receipt : store.named(ArtefactParts.artefact(PART))) {
            try {
                backups.add(read(receipt));
            } catch (IOException e) {
                unreadable.add(id(receipt));
            }
        }
        backups.sort(Comparator.comparing(Backup::takenAt).reversed().thenComparing(Backup::id));
        return new Listing(backups, unreadable.stream().sorted().toList());
    }

    /**
     * The one of that id.
     *
     * @throws BackupRefused when there is none, or its receipt can't be read, with the reason
     */
    Backup get(String id) {
        try {
            for (ArtefactId receipt : store.named(ArtefactParts.artefact(PART))) {
                if (id(receipt).equals(id)) {
                    return read(receipt);
                }
            }
        } catch (IOException e) {
            throw new BackupRefused("Backup " + id + " can't be read: " + e.getMessage(), e);
        }
        throw new BackupRefused("There is no backup " + id + ".");
    }

    /** Whether an owner that is no plan has one already. */
    boolean has(String owner) throws ArtefactException {
        return store.find(artefact(owner, 0)).isPresent();
    }

    ArtefactId artefact(Backup backup) {
        return artefact(backup.owner(), backup.generation());
    }

    private static ArtefactId artefact(String owner, int generation) {
        return new ArtefactId(owner, generation, ArtefactParts.artefact(PART));
    }

    private static String id(ArtefactId receipt) {
        return receipt.generation() == 0
                ? receipt.owner()
                : receipt.owner() + "." + receipt.generation();
    }

    private Backup read(ArtefactId id) throws IOException {
        try (InputStream in = store.open(id)) {
            return JSON.readValue(in, Backup.class);
        }
    }
}
