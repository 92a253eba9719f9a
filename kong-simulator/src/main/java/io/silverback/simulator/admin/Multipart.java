package io.silverback.simulator.admin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} (RFC 7578): the names and the texts of its parts, in order. */
final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i).*;\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+)).*");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\r\n]*[;\\s]name=\"([^\"]*)\"");
    private static final String LINE = "\r\n";

    private Multipart() {}

    /** One part; a file is read as text. */
    record Part(String name, String value) {}

    /** All parts that have a name; none when the type names no boundary. */
    static List<Part> parts(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        List<Part> parts = new ArrayList<>();
        if (!boundary.matches()) {
            return parts;
        }
        String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        String bytes = LINE + new String(body, StandardCharsets.ISO_8859_1);
        for (String piece : bytes.split(Pattern.quote(LINE + "--" + mark), -1)) {
            int end = piece.indexOf(LINE + LINE);
            Matcher name = NAME.matcher(end < 0 ? "" : piece.substring(0, end));
            if (piece.startsWith(LINE) && name.find()) {
                parts.add(new Part(utf8(name.group(1)), utf8(piece.substring(end + 4))));
            }
        }
        return parts;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
