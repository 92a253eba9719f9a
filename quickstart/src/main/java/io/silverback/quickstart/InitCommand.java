package io.silverback.quickstart;

import io.silverback.quickstart.broker.Topics;
import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes what an installation on containers needs before its services start; twice is harmless. */
@Command(name = "init", description = "Makes keysets and tokens, and creates the topics.")
final class InitCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            description = "where keysets and tokens are made; what is there stays")
    private @Nullable Path data;

    @Option(names = "--estate", description = "writes the demo's estate there too")
    private boolean estate;

    @Option(names = "--bootstrap-servers", description = "the Kafka on which topics are created")
    private @Nullable String bootstrapServers;

    @Option(names = "--topics", description = "the list of topics, else deploy/topics.yaml")
    private @Nullable Path topics;

    @Override
    public Integer call() throws CannotStart, IOException, InterruptedException {
        if (data == null && bootstrapServers == null) {
            throw new CannotStart(
                    "Say --data, --bootstrap-servers or both: else there is nothing to do.");
        }
        if (data != null) {
            makeSecrets(data);
        }
        if (bootstrapServers != null) {
            createTopics(bootstrapServers);
        }
        return 0;
    }

    private void makeSecrets(Path directory) throws IOException {
        Secrets secrets = Secrets.in(directory.resolve("secrets"));
        secrets.token("edge");
        secrets.token("console");
        System.out.println("init        keysets and tokens are in " + directory.resolve("secrets"));
        if (estate) {
            List<Path> files = DemoEstate.writeTo(directory.resolve("estate"));
            System.out.println("init        the demo's estate is in " + files);
        }
    }

    private void createTopics(String servers)
            throws CannotStart, IOException, InterruptedException {
        Path list = topics == null ? Installation.found().topics() : topics;
        List<String> all = Topics.create(servers, list);
        System.out.println("init        " + all.size() + " topics are on " + servers);
    }
}
