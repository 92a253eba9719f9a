package io.silverback.cli.status;

import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;

/** One gate for people. */
public record GateView(JsonNode gate) {

    /** On one line: which, where it stands, who, why. */
    public String line() {
        StringBuilder line = new StringBuilder("gate ").append(text(gate, "gate"));
        line.append(' ').append(text(gate, "subject"));
        if (!text(gate, "step").isEmpty()) {
            line.append(" step ").append(text(gate, "step"));
        }
        line.append("   ").append(standing());
        return line.toString();
    }

    private String standing() {
        String status = text(gate, "status");
        if (status.equals("open")) {
            return "open, %d of %s approved   evidence %s"
                    .formatted(
                            gate.path("approvals").size(),
                            text(gate, "approvers"),
                            text(gate, "evidenceHash"));
        }
        String by = text(gate, "by").isEmpty() ? "" : " by " + text(gate, "by");
        String why = text(gate, "why").isEmpty() ? "" : ": " + text(gate, "why");
        return status + by + why;
    }
}
