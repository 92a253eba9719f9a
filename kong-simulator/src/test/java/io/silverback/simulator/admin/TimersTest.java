package io.silverback.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Overlay;
import io.silverback.simulator.schema.Resources;
import org.junit.jupiter.api.Test;

class TimersTest {
    private static Timers timers(String version) {
        Document node = Overlay.of(version).over("node", Resources.read("node.yaml"));
        return new Timers(node.document("timers"), 2);
    }

    @Test
    void countsThoseThatItShows() {
        Document stats = timers("3.3.1").shown().document("stats");

        assertThat(stats.document("timers"))
                .hasSize(7)
                .containsKeys("router-rebuild", "plugins-iterator-rebuild");
        assertThat(stats.document("sys")).containsEntry("total", 7).containsEntry("waiting", 6);
    }

    @Test
    void namesOneMoreInANewerVersionAndNoneInAnOlderOne() {
        assertThat(timers("3.4.2").shown().document("stats").document("timers"))
                .containsKey("secret-rotation");
        assertThat(timers("2.8.5").areShown()).isFalse();
    }
}
