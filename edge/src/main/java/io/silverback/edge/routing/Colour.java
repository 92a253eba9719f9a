package io.silverback.edge.routing;

/** The two deployments that requests are split between. */
public enum Colour {
    BLUE("blue"),
    GREEN("green");

    private final String label;

    Colour(String label) {
        this.label = label;
    }

    /** The name in headers, metrics and JSON. */
    public String label() {
        return label;
    }
}
