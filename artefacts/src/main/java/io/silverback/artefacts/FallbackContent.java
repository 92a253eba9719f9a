package io.silverback.artefacts;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/**
 * Content out of the first copy that can be read. One that fails on the way is left where it
 * failed, and another goes on from there: what was given until then had been authenticated.
 */
final class FallbackContent extends InputStream {

    /** One store's copy. */
    interface Source {
        /** The copy's content from its beginning. */
        InputStream open() throws IOException;

        /** Takes note that the copy could not be read. */
        void lost(IOException why);
    }

    private final Iterator<? extends Source> others;
    private Source source;
    private InputStream in;
    private long given;

    private FallbackContent(Iterator<? extends Source> others, Source source) {
        this.others = others;
        this.source = source;
        this.in = InputStream.nullInputStream();
    }

    /** Opens the first of the copies that opens. */
    static InputStream of(Iterator<? extends Source> copies) throws IOException {
        FallbackContent content = new FallbackContent(copies, copies.next());
        try {
            content.in = content.source.open();
        } catch (IOException e) {
            content.goOn(e);
        }
        return content;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? read : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (true) {
            try {
                int read = in.read(buffer, offset, length);
                given += Math.max(read, 0);
                return read;
            } catch (IOException e) {
                goOn(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void goOn(IOException why) throws IOException {
        in.close();
        source.lost(why);
        while (others.hasNext()) {
            source = others.next();
            try {
                in = source.open();
                in.skipNBytes(given);
                return;
            } catch (IOException e) {
                in.close();
                source.lost(e);
                why.addSuppressed(e);
            }
        }
        throw why;
    }
}
