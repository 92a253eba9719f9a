package io.silverback.kong.database.check;

/** Enough of a row to judge its key and to name it. */
record KeyedRow(KeyHash key, int position, long writtenAt, String id) {}
