package io.silverback.kong.database.conversion;

/** From one type to another; never called with null. */
@FunctionalInterface
interface ValueConversion {

    Object convert(Object value) throws UnconvertibleException;
}
