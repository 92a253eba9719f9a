package io.silverback.console.plan;

import io.silverback.contracts.CutoverRequested.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a cutover's steps: rising weights in per cent, the last of them 100. */
final class StepsReader {

    private static final BigDecimal FULL = new BigDecimal("100.00");

    static final List<Step> DEFAULT =
            Stream.of(1, 5, 10, 50, 100)
                    .map(w -> new Step(scaled(new BigDecimal(w)), false))
                    .toList();

    private StepsReader() {}

    static Optional<List<Step>> read(Field field) {
        List<Step> steps = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        List<Field> elements = field.elements();
        for (Field element : elements) {
            Optional<Step> step = step(element);
            if (step.isPresent()) {
                rises(element, before, step.get());
                before = step.get().weight();
                steps.add(step.get());
            }
        }
        if (!elements.isEmpty() && steps.size() == elements.size() && before.compareTo(FULL) != 0) {
            elements.get(elements.size() - 1).refuse("must be 100: the last step moves everybody");
        }
        return Optional.of(steps);
    }

    private static void rises(Field element, BigDecimal before, Step step) {
        if (step.weight().compareTo(before) <= 0) {
            element.refuse(
                    "must be above the step before it ("
                            + plain(before)
                            + "), not "
                            + plain(step.weight()));
        }
    }

    private static Optional<Step> step(Field element) {
        if (!element.node().isObject()) {
            return weight(element).map(weight -> new Step(weight, false));
        }
        return element.object()
                .flatMap(
                        fields -> {
                            Optional<BigDecimal> weight =
                                    fields.required("weight").flatMap(StepsReader::weight);
                            boolean gate = fields.or("gate", Field::flag, false);
                            fields.refuseOthers();
                            return weight.map(w -> new Step(w, gate));
                        });
    }

    private static Optional<BigDecimal> weight(Field field) {
        return field.number()
                .filter(
                        w ->
                                (w.signum() > 0 && w.compareTo(FULL) <= 0)
                                        || field.refuse(
                                                "must be above 0 and at most 100, not " + plain(w)))
                .filter(
                        w ->
                                w.stripTrailingZeros().scale() <= 2
                                        || field.refuse("must have at most two decimals"))
                .map(StepsReader::scaled);
    }

    private static BigDecimal scaled(BigDecimal weight) {
        return weight.setScale(2, RoundingMode.UNNECESSARY);
    }

    private static String plain(BigDecimal weight) {
        return weight.signum() == 0 ? "0" : weight.stripTrailingZeros().toPlainString();
    }
}
