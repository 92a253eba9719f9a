package io.silverback.kong.spill;

import com.fasterxml.sort.DataReader;
import com.fasterxml.sort.DataReaderFactory;
import com.fasterxml.sort.DataWriter;
import com.fasterxml.sort.DataWriterFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines as encrypted bytes: the number of a key's parts, then each text with its length. */
final class LineFormat {
    private static final int END = -1;

    private LineFormat() {}

    /** For the sorter's own files. */
    static DataReaderFactory<Line> readers(Scratch scratch) {
        return new DataReaderFactory<>() {
            @Override
            public DataReader<Line> constructReader(InputStream in) throws IOException {
                return reader(scratch.seal(), in);
            }
        };
    }

    /** For the sorter's own files. */
    static DataWriterFactory<Line> writers(Scratch scratch) {
        return new DataWriterFactory<>() {
            @Override
            public DataWriter<Line> constructWriter(OutputStream out) throws IOException {
                return new Writer(scratch.seal().on(out));
            }
        };
    }

    static Lines reader(Seal seal, InputStream in) throws IOException {
        return new Reader(seal.off(in));
    }

    private static final class Reader extends Lines {
        private final DataInputStream in;
        private boolean ended;

        Reader(InputStream in) {
            this.in = new DataInputStream(new BufferedInputStream(in, 1 << 14));
        }

        @Override
        public @Nullable Line readNext() throws IOException {
            int parts = ended ? END : in.readInt();
            ended = parts == END;
            if (ended) {
                return null;
            }
            List<String> key = new ArrayList<>(parts);
            for (int part = 0; part < parts; part++) {
                key.add(text());
            }
            return new Line(key, text());
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Marks the end, so that a file that was cut off is not taken for a whole one. */
    static final class Writer extends DataWriter<Line> {
        private final DataOutputStream out;
        private boolean closed;

        Writer(OutputStream out) {
            this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 14));
        }

        @Override
        public void writeEntry(Line line) throws IOException {
            out.writeInt(line.key().size());
            for (String part : line.key()) {
                text(part);
            }
            text(line.value());
        }

        private void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                out.writeInt(END);
                out.close();
            }
        }
    }
}
