package io.silverback.messaging.event;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a field that a record must have and that its JSON did not give. */
final class RequiredFields {

    private RequiredFields() {}

    static void check(Object value) {
        check(value, "");
    }

    private static void check(@Nullable Object value, String path) {
        if (value instanceof Record fields) {
            for (RecordComponent component : fields.getClass().getRecordComponents()) {
                checkComponent(fields, component, path);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> check(item, path + "." + key));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> check(item, path + "[]"));
        }
    }

    private static void checkComponent(Object owner, RecordComponent component, String path) {
        String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
        @Nullable Object value = read(owner, component);
        if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new Refused("the field " + name + " is missing");
        }
        check(value, name);
    }

    private static @Nullable Object read(Object owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Unreadable component " + component, e);
        }
    }
}
