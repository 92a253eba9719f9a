package io.silverback.artefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.artefacts.S3Settings.S3Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an S3 of its own process. */
class S3PlaceTest {

    private static final String SECRET = "a-very-secret-key";
    private static final ArtefactId ID = new ArtefactId("plan-1", 1, "rows.routes.ndjson");

    @TempDir static Path home;
    private static MotoServer moto;

    @TempDir Path temp;
    private final List<String> lost = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        moto = MotoServer.start(home.resolve("moto.log"));
        HttpRequest bucket =
                HttpRequest.newBuilder(moto.endpoint().resolve("/backups"))
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=a/20261123/us-east-1/s3/aws4_request")
                        .PUT(BodyPublishers.noBody())
                        .build();
        assertThat(HttpClient.newHttpClient().send(bucket, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    private static S3Place place(String bucket, URI endpoint) {
        return S3Place.open(
                "dc2",
                new S3Settings(
                        bucket,
                        "silverback",
                        "eu-central-1",
                        Optional.of(endpoint),
                        true,
                        Optional.of(() -> new S3Credentials("someone", SECRET))));
    }

    private ArtefactStore store(Place place) throws ArtefactException {
        return RedundantArtefactStore.of(
                FileArtefactStore.open(
                        "default",
                        temp.resolve("store"),
                        KeyEncryptionKey.load(Keysets.create(temp.resolve("kek.json")))),
                List.of(place),
                (where, artefact, why) -> lost.add(where));
    }

    @Test
    void anArtefactIsReadFromTheBucketWhenTheFirstStoreLostIt() throws IOException {
        ArtefactStore store = store(place("backups", moto.endpoint()));
        String content = "a hashed password ".repeat(300_000);
        store.probe();
        StoredArtefact stored =
                store.write(ID, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(store.copies(stored)).hasSize(2).allMatch(Copy::isWhole);
        Files.delete(temp.resolve("store").resolve(ID.toString()));

        try (InputStream in = store.open(stored)) {
            assertThat(in).hasContent(content);
        }
        assertThat(lost).containsExactly("default");
        assertThat(store.named(ID.name())).contains(ID);
        store.removeAll(ID.owner());
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void keysAreThoseOfThePrefixAlone() throws IOException {
        S3Place place = place("backups", moto.endpoint());
        Path file = Files.writeString(temp.resolve("file"), "content");
        place.put("owner/1/one", file);

        assertThat(place.keys("owner/")).containsExactly("owner/1/one");
        assertThat(place.keys("other/")).isEmpty();
        place.remove("owner/1/one");
        assertThatThrownBy(() -> place.open("owner/1/one"))
                .isInstanceOf(MissingArtefactException.class);
    }

    @Test
    void whatFailsIsSaidWithoutTheCredentials() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "content");

        assertThatThrownBy(() -> place("no-such-bucket", moto.endpoint()).put("a/1/b", file))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("NoSuchBucket")
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(
                        () -> place("backups", URI.create("http://127.0.0.1:1")).put("a/1/b", file))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("can't be reached")
                .hasMessageNotContaining(SECRET);
    }
}
