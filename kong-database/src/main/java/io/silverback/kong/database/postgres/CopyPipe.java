package io.silverback.kong.database.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A COPY into a table, fed by another thread: while PostgreSQL takes one block of lines the next
 * ones are read and converted. At most eight blocks of 256 KiB wait.
 */
final class CopyPipe {

    private static final int BLOCK = 1 << 18;
    private static final byte[] END = new byte[0];

    /** Writes all lines. */
    @FunctionalInterface
    interface Producer {
        void writeTo(Lines lines) throws IOException;
    }

    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(8);

    /** Takes lines and hands them on in blocks. */
    final class Lines {

        private final StringBuilder block = new StringBuilder(BLOCK + (BLOCK >> 2));

        /** Where to append whole lines; {@link #flushed} after each. */
        StringBuilder buffer() {
            return block;
        }

        void flushed() throws IOException {
            if (block.length() >= BLOCK) {
                flush();
            }
        }

        private void flush() throws IOException {
            hand(block.toString().getBytes(StandardCharsets.UTF_8));
            block.setLength(0);
        }

        private void end() throws IOException {
            if (block.length() > 0) {
                flush();
            }
            hand(END);
        }
    }

    /** Runs the COPY; when the producer fails, it is cancelled. */
    static void run(Connection connection, String copy, Producer producer)
            throws SQLException, IOException {
        new CopyPipe().pump(connection, copy, producer);
    }

    private void pump(Connection connection, String sql, Producer producer)
            throws SQLException, IOException {
        ExecutorService reader =
                Executors.newSingleThreadExecutor(task -> new Thread(task, "rows-reader"));
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            Future<?> reading = reader.submit(() -> produce(producer));
            write(copy);
            reading.get();
            copy.endCopy();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The load was stopped.");
        } finally {
            reader.shutdownNow();
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private Void produce(Producer producer) throws IOException {
        Lines lines = new Lines();
        boolean complete = false;
        try {
            producer.writeTo(lines);
            lines.end();
            complete = true;
        } finally {
            if (!complete) {
                hand(END);
            }
        }
        return null;
    }

    private void write(CopyIn copy) throws SQLException, InterruptedException {
        for (byte[] block = blocks.take(); block.length > 0; block = blocks.take()) {
            copy.writeToCopy(block, 0, block.length);
        }
    }

    private void hand(byte[] block) throws IOException {
        try {
            blocks.put(block);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The load was stopped.");
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        return cause instanceof IOException failure
                ? failure
                : new IOException("Rows can't be read.", cause);
    }
}
