package io.silverback.kong.catalogue;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Kong; what follows its third number says nothing about its entities. */
public record KongVersion(int major, int minor, int patch) implements Comparable<KongVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");
    private static final Comparator<KongVersion> ORDER =
            Comparator.comparingInt(KongVersion::major)
                    .thenComparingInt(KongVersion::minor)
                    .thenComparingInt(KongVersion::patch);

    /** {@code 3.3.1}, {@code 3.4.1.0-enterprise-edition}, {@code 2.8}. */
    public static KongVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a version of Kong: " + text);
        }
        String patch = matcher.group(3);
        return new KongVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch));
    }

    @Override
    public int compareTo(KongVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
