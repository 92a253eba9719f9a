package io.silverback.kong.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.Samples;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class PortalArchiveTest {

    @Test
    void laysFilesOutAsThePortalCliDoes() throws IOException {
        Map<String, byte[]> files =
                unpacked(
                        file(1, "portal.conf.yaml", "name: base"),
                        file(2, "content/documentation/ü.md", "# Größe"),
                        Samples.entity("consumers", 3, "{username:'ann'}"));

        assertThat(files)
                .containsOnlyKeys(
                        "workspaces/payments/portal.conf.yaml",
                        "workspaces/payments/content/documentation/ü.md");
        assertThat(files.get("workspaces/payments/content/documentation/ü.md"))
                .isEqualTo("# Größe".getBytes(UTF_8));
    }

    @Test
    void keepsBinaryAssetsIntactInThemesOfAnyName() throws IOException {
        String path = "themes/my-theme/assets/images/logo.png";
        Map<String, byte[]> files =
                unpacked(
                        file(1, path, "data:image/png;base64,iVBORw0KGgoA/wA="),
                        file(2, "content/a.md", "data:image/png;base64,no base64 at all"));

        assertThat(files.get("workspaces/payments/" + path))
                .containsExactly(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0xff, 0);
        assertThat(new String(files.get("workspaces/payments/content/a.md"), UTF_8))
                .startsWith("data:image/png");
    }

    @Test
    void leadsNobodyOutOfItsDirectory() throws IOException {
        assertThat(unpacked(file(1, "../../etc/passwd", "x")))
                .containsOnlyKeys("workspaces/payments/%2E%2E/%2E%2E/etc/passwd");
    }

    @Test
    void isTheSameForTheSameFiles() throws IOException {
        assertThat(packed(file(1, "a", "b"))).isEqualTo(packed(file(1, "a", "b")));
    }

    private static Entity file(int number, String path, String contents) {
        return Samples.entity("files", number, "{path:'" + path + "',contents:'" + contents + "'}");
    }

    private static byte[] packed(Entity... entities) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Scratch scratch = Scratch.open()) {
            PortalArchive.write(SpilledState.of(Samples.state(entities), scratch), out);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> unpacked(Entity... entities) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed(entities)))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                files.put(one.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
