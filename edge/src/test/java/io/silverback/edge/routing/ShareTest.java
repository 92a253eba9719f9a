package io.silverback.edge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "0.001", "10.005", "1e99", "1e-99"})
    void refusesWhatIsNoShare(String percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.ofPercent(new BigDecimal(percent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "10", "10.50", "99.99", "100.00", "1e2"})
    void readsPercentAndShowsTwoDecimals(String percent) {
        BigDecimal given = new BigDecimal(percent);

        assertThat(Share.ofPercent(given).percent()).isEqualByComparingTo(given);
        assertThat(Share.ofPercent(given).percent().scale()).isEqualTo(2);
    }

    @Test
    void keepsOnGreenWhateverASmallerShareHadThere() {
        for (int hundredths = 0; hundredths < Share.BUCKETS; hundredths += 7) {
            Share smaller = new Share(hundredths);
            Share larger = new Share(hundredths + 1);
            for (int bucket = 0; bucket < Share.BUCKETS; bucket += 11) {
                if (smaller.colourOf(bucket) == Colour.GREEN) {
                    assertThat(larger.colourOf(bucket)).isEqualTo(Colour.GREEN);
                }
            }
        }
    }

    @Test
    void givesNothingToGreenAtZeroAndAllAtHundred() {
        Share all = new Share(Share.BUCKETS);

        assertThat(Share.NONE.colourOf(0)).isEqualTo(Colour.BLUE);
        assertThat(all.colourOf(Share.BUCKETS - 1)).isEqualTo(Colour.GREEN);
    }
}
