package io.silverback.cli.artefact;

import io.silverback.cli.rest.RestClient;
import io.silverback.cli.rest.UnusableException;
import io.silverback.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code artefact get}: the decrypted content, whole or not at all. */
@Command(
        name = "get",
        description = "Fetch an artefact, checked and decrypted. It may hold secrets.")
public final class ArtefactGetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URI", description = "as `status --artefacts` shows it")
    private String uri = "";

    @Option(
            names = {"-o", "--to"},
            paramLabel = "FILE",
            description = "where to, - for standard output (default: the artefact's name)")
    private @Nullable String to;

    @Option(names = "--force", description = "replace a file that is there")
    private boolean force;

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        RestClient console = session.console();
        String name = to == null ? nameIn(uri) : to;
        Download download = new Download(Path.of(name), force);
        if (!name.equals("-")) {
            download.check();
        }
        try (InputStream content = console.open("/api/artefacts", Map.of("uri", uri), Map.of())) {
            if (name.equals("-")) {
                content.transferTo(System.out);
                System.out.flush();
                return 0;
            }
            return tell(name, download.keep(content));
        } catch (IOException e) {
            throw console.broken(e);
        }
    }

    private int tell(String name, long bytes) {
        session.screen()
                .show(
                        Map.of("file", name, "bytes", bytes),
                        () -> List.of(name + "   " + bytes + " bytes, decrypted"));
        return 0;
    }

    private static String nameIn(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new UnusableException("\"" + uri + "\"", "is no artefact's URI");
        }
        return name;
    }
}
