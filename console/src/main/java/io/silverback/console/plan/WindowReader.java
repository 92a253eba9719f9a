package io.silverback.console.plan;

import io.silverback.contracts.CutoverRequested.Window;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when steps forward are allowed. */
final class WindowReader {

    private static final Pattern HOURS =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");

    private enum Day {
        Mon,
        Tue,
        Wed,
        Thu,
        Fri,
        Sat,
        Sun
    }

    private record Hours(LocalTime from, LocalTime to) {}

    private WindowReader() {}

    static @Nullable Window read(Fields fields) {
        List<DayOfWeek> days = days(fields);
        Optional<Hours> hours = fields.required("hours").flatMap(WindowReader::hours);
        Optional<ZoneId> zone = fields.required("zone").flatMap(WindowReader::zone);
        fields.refuseOthers();
        return hours.isPresent() && zone.isPresent()
                ? new Window(days, hours.get().from(), hours.get().to(), zone.get())
                : null;
    }

    private static List<DayOfWeek> days(Fields fields) {
        List<DayOfWeek> days = new ArrayList<>();
        for (Field element : fields.required("days").map(Field::elements).orElse(List.of())) {
            element.text().flatMap(text -> day(element, text)).ifPresent(days::add);
        }
        if (new HashSet<>(days).size() < days.size()) {
            fields.findings().error(fields.pathOf("days"), "names a day twice");
        }
        return days;
    }

    private static Optional<DayOfWeek> day(Field field, String text) {
        for (Day day : Day.values()) {
            if (day.name().equals(text)) {
                return Optional.of(DayOfWeek.of(day.ordinal() + 1));
            }
        }
        field.refuse("must be one of Mon, Tue, Wed, Thu, Fri, Sat, Sun, not \"" + text + "\"");
        return Optional.empty();
    }

    private static Optional<Hours> hours(Field field) {
        return field.text().flatMap(text -> hours(field, text));
    }

    private static Optional<Hours> hours(Field field, String text) {
        Matcher matcher = HOURS.matcher(text);
        if (!matcher.matches()) {
            field.refuse("must be hours such as \"09:00-16:00\", not \"" + text + "\"");
            return Optional.empty();
        }
        Hours hours =
                new Hours(
                        LocalTime.parse(matcher.group(1) + ":" + matcher.group(2)),
                        LocalTime.parse(matcher.group(3) + ":" + matcher.group(4)));
        if (!hours.from().isBefore(hours.to())) {
            field.refuse("must end after it starts, on the same day");
            return Optional.empty();
        }
        return Optional.of(hours);
    }

    private static Optional<ZoneId> zone(Field field) {
        return field.text().flatMap(text -> zone(field, text));
    }

    private static Optional<ZoneId> zone(Field field, String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            field.refuse("must be a time zone such as Europe/Berlin, not \"" + text + "\"");
            return Optional.empty();
        }
    }
}
