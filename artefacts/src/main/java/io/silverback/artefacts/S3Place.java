package io.silverback.artefacts;

import io.silverback.artefacts.S3Settings.S3Credentials;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Copies in a bucket, of Amazon's S3 or of a server that speaks the same. */
public final class S3Place implements Place {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final String name;
    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private S3Place(String name, S3Client client, S3Settings settings) {
        this.name = name;
        this.client = client;
        this.bucket = settings.bucket();
        this.prefix = settings.prefix().isEmpty() ? "" : settings.prefix() + "/";
    }

    /** A place that is not touched before it is used; the bucket must be there. */
    public static S3Place open(String name, S3Settings settings) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .forcePathStyle(settings.pathStyle())
                        // What is put is read back and compared: older servers know no other sums.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(SILENCE));
        settings.endpoint().ifPresent((URI endpoint) -> builder.endpointOverride(endpoint));
        settings.credentials()
                .ifPresent(source -> builder.credentialsProvider(() -> credentials(source)));
        return new S3Place(name, builder.build(), settings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void put(String key, Path file) throws ArtefactException {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(prefix + key),
                    RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw failure("a copy can't be written", e);
        }
    }

    @Override
    public InputStream open(String key) throws ArtefactException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(prefix + key));
        } catch (NoSuchKeyException e) {
            throw new MissingArtefactException(key, "it is not in the store " + name);
        } catch (SdkException e) {
            throw failure("reading failed", e);
        }
    }

    @Override
    public List<String> keys(String beginning) throws ArtefactException {
        try {
            return client
                    .listObjectsV2Paginator(
                            request -> request.bucket(bucket).prefix(prefix + beginning))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .map(key -> key.substring(prefix.length()))
                    .toList();
        } catch (SdkException e) {
            throw failure("listing failed", e);
        }
    }

    @Override
    public void remove(String key) throws ArtefactException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(prefix + key));
        } catch (SdkException e) {
            throw failure("a copy can't be removed", e);
        }
    }

    @Override
    public String toString() {
        return "S3Place[" + name + "]";
    }

    private static AwsBasicCredentials credentials(Supplier<S3Credentials> source) {
        S3Credentials now = source.get();
        return AwsBasicCredentials.create(now.accessKey(), now.secretKey());
    }

    /** Names what the server answered by its code alone: its text may repeat an access key. */
    private StoreUnavailableException failure(String what, SdkException cause) {
        String reason =
                cause instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                        ? "it answers " + answer.awsErrorDetails().errorCode()
                        : "it can't be reached, or no credentials were found";
        return new StoreUnavailableException(name, what + ": " + reason);
    }
}
