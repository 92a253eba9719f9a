package io.silverback.kong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The statements that {@code docs/database-roles.md} tells people to execute. */
public final class DocumentedRoles {

    private DocumentedRoles() {}

    /** Those of the page's first block in the language. */
    public static List<String> statements(String language) throws IOException {
        Path home = Path.of(System.getProperty("silverback.home", ".."));
        String page = Files.readString(home.resolve("docs/database-roles.md"));
        String fence = "```" + language;
        String block = page.substring(page.indexOf(fence) + fence.length());
        return Stream.of(block.substring(0, block.indexOf("```")).strip().split(";\\s*")).toList();
    }
}
