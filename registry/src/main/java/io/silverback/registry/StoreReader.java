package io.silverback.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads stores that are more than a directory. */
final class StoreReader {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

    private StoreReader() {}

    static Store bucket(String name, Fields fields) {
        String bucket = fields.text("bucket");
        String prefix = fields.optionalText("prefix").orElse("");
        if (!BUCKET.matcher(bucket).matches()) {
            throw fields.refusal("must have a bucket's name as bucket");
        }
        if (!prefix.isEmpty() && !PREFIX.matcher(prefix).matches()) {
            throw fields.refusal("must have a prefix such as kong/backups");
        }
        return new Store.S3(
                name,
                bucket,
                prefix,
                fields.text("region"),
                fields.url("endpoint"),
                fields.flag("pathStyle"),
                keys(fields));
    }

    private static Optional<Store.Keys> keys(Fields fields) {
        Optional<SecretReference> access = fields.object("accessKey").map(Fields::secret);
        Optional<SecretReference> secret = fields.object("secretKey").map(Fields::secret);
        if (access.isPresent() != secret.isPresent()) {
            throw fields.refusal("must have both accessKey and secretKey, or neither");
        }
        return access.flatMap(a -> secret.map(s -> new Store.Keys(a, s)));
    }
}
