package io.silverback.quickstart.environment;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built programs lie. */
public record Installation(Path home) {

    /** By the property {@code silverback.home}, else from where this program's jar lies. */
    public static Installation found() throws CannotStart {
        String property = System.getProperty("silverback.home");
        Path home =
                property != null
                        ? Path.of(property)
                        : Path.of(
                                        Installation.class
                                                .getProtectionDomain()
                                                .getCodeSource()
                                                .getLocation()
                                                .getPath())
                                .resolve("../../..");
        Path normal = home.toAbsolutePath().normalize();
        if (!Files.isDirectory(normal.resolve("deploy"))) {
            throw new CannotStart("Silverback is not installed in " + normal + ".");
        }
        return new Installation(normal);
    }

    /** The runnable jar of a Quarkus service, such as {@code dump-service}. */
    public Path service(String module) throws CannotStart {
        return built(home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"), module);
    }

    /** The runnable jar of a plain program, such as {@code edge}. */
    public Path program(String module) throws CannotStart {
        return built(home.resolve(module).resolve("target/" + module + ".jar"), module);
    }

    /** The list of topics. */
    public Path topics() {
        return home.resolve("deploy/topics.yaml");
    }

    private static Path built(Path jar, String module) throws CannotStart {
        if (!Files.exists(jar)) {
            throw new CannotStart(
                    module + " is not built; run ./silverback, which builds what is missing.");
        }
        return jar;
    }
}
