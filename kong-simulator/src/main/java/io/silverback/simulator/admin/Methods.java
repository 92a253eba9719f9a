package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Refusal;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The methods that a path takes; any other is 405, and OPTIONS lists them. */
enum Methods {
    READ("GET", "HEAD"),
    CREATE("POST"),
    DELETE("DELETE"),
    READ_OR_DELETE("GET", "HEAD", "DELETE");

    private final List<String> names;

    Methods(String... names) {
        this.names = List.of(names);
    }

    /** The answer, when the path takes the request's method. */
    AdminResponse of(AdminRequest request, Supplier<AdminResponse> answer) {
        if (names.contains(request.method())) {
            return answer.get();
        }
        if (!request.method().equals("OPTIONS")) {
            throw Refusal.of(405, "Method not allowed");
        }
        TreeSet<String> all = new TreeSet<>(names);
        all.add("OPTIONS");
        return AdminResponse.options(String.join(", ", all));
    }
}
