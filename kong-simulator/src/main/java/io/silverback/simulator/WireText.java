package io.silverback.simulator;

import java.nio.charset.StandardCharsets;

/** Header values are UTF-8 here and Latin-1, byte by byte, where HTTP is read and written. */
final class WireText {
    private WireText() {}

    static String fromWire(String text) {
        return isAscii(text)
                ? text
                : new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static String toWire(String text) {
        return isAscii(text)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
