package io.silverback.quickstart.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoEstateTest {

    @Test
    void hasThreeWorkspacesWithAtLeastThreeHundredEntities(@TempDir Path directory)
            throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path file : DemoEstate.writeTo(directory)) {
            ids.addAll(new YAMLMapper().readTree(file.toFile()).findValuesAsText("id"));
        }

        assertThat(DemoEstate.workspaces()).hasSize(3);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameAtEveryStart(@TempDir Path first, @TempDir Path second) throws IOException {
        List<Path> one = DemoEstate.writeTo(first);
        List<Path> other = DemoEstate.writeTo(second);

        for (int i = 0; i < one.size(); i++) {
            assertThat(Files.readString(one.get(i))).isEqualTo(Files.readString(other.get(i)));
        }
    }

    @Test
    void asksEveryRouteWithAKeyThatExistsWhereOneIsNeeded(@TempDir Path directory)
            throws IOException {
        Set<String> paths = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (Path file : DemoEstate.writeTo(directory)) {
            JsonNode tree = new YAMLMapper().readTree(file.toFile());
            tree.findValues("paths").forEach(list -> paths.add(list.path(0).asText()));
            tree.findValues("keyauth_credentials")
                    .forEach(list -> keys.add(list.path(0).path("key").asText()));
        }

        assertThat(DemoEstate.requests(DemoEstate.workspaces()))
                .extracting(ClientRequest::path)
                .containsExactlyInAnyOrderElementsOf(paths);
        assertThat(DemoEstate.requests(DemoEstate.workspaces()))
                .filteredOn(request -> request.apiKey() != null)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(keys).contains(request.apiKey()));
    }
}
