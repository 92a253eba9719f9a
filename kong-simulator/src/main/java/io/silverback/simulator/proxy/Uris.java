package io.silverback.simulator.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Paths as Kong's router and its upstream see them. */
public final class Uris {
    private static final String RESERVED = "!*'();:@&=+$,/?%#[]";
    private static final String PLAIN = "!#$&'()*+,/:;=?@[\\]-._~%";

    private Uris() {}

    /**
     * A raw path with escapes of all but reserved characters decoded, slashes merged and dot
     * segments resolved.
     */
    static String normalized(String raw) {
        if (isNormal(raw)) {
            return raw;
        }
        String decoded = decoded(raw);
        Deque<String> segments = new ArrayDeque<>();
        String last = "";
        for (String segment : decoded.split("/", -1)) {
            last = segment;
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        boolean folder = last.isEmpty() || last.equals(".") || last.equals("..");
        String path = "/" + String.join("/", segments);
        return folder && !segments.isEmpty() ? path + "/" : path;
    }

    private static boolean isNormal(String raw) {
        if (!raw.startsWith("/")) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean afterSlash = i > 0 && raw.charAt(i - 1) == '/';
            if (c == '%' || c > 0x7e || afterSlash && (c == '/' || c == '.')) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes, i + 1) : -1;
            if (value < 0) {
                out.write(bytes[i]);
            } else {
                if (RESERVED.indexOf(value) >= 0) {
                    out.writeBytes("%%%02X".formatted(value).getBytes(StandardCharsets.US_ASCII));
                } else {
                    out.write(value);
                }
                i += 2;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte[] bytes, int at) {
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** A path with everything escaped that must not stand in a request line. */
    static String escaped(String path) {
        StringBuilder out = null;
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xff;
            boolean plain =
                    value < 0x80 && (Character.isLetterOrDigit(value) || PLAIN.indexOf(value) >= 0);
            if (!plain && out == null) {
                out = new StringBuilder(new String(bytes, 0, i, StandardCharsets.US_ASCII));
            }
            if (out != null) {
                out.append(plain ? String.valueOf((char) value) : "%%%02X".formatted(value));
            }
        }
        return out == null ? path : out.toString();
    }

    /** Whether a raw path climbs above its root: answered with 400 before anything else. */
    public static boolean climbsOut(String raw) {
        if (!raw.contains("..") && !raw.toLowerCase(Locale.ROOT).contains("%2e")) {
            return false;
        }
        int depth = 0;
        for (String segment : decoded(raw).split("/")) {
            depth += segment.equals("..") ? -1 : segment.isEmpty() || segment.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /** Path handling v0: always a slash between what the service and the request bring. */
    static String upstreamPath(@Nullable String base, String path, @Nullable String stripped) {
        String start = base == null ? "/" : base;
        if (stripped == null) {
            return start.endsWith("/")
                    ? start + path.substring(1)
                    : path.equals("/") ? start : start + path;
        }
        String rest = path.substring(Math.min(stripped.length(), path.length()));
        rest = rest.startsWith("/") ? rest.substring(1) : rest;
        if (!rest.isEmpty()) {
            return start.endsWith("/") ? start + rest : start + "/" + rest;
        }
        boolean slash = path.length() > 1 && path.endsWith("/");
        if (start.endsWith("/")) {
            return start.equals("/") || slash ? start : start.substring(0, start.length() - 1);
        }
        return slash ? start + "/" : start;
    }
}
