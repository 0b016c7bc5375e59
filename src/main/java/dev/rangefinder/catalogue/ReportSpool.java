package dev.rangefinder.catalogue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Keeps the lines of a report until the import is committed, up to a limit. Lines beyond it are left out as a whole. */
final class ReportSpool extends ByteArrayOutputStream {

    private static final int MAX_SIZE = 16_000_000;

    private int end;

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (count <= MAX_SIZE) {
            super.write(bytes, offset, length);
            cut();
        }
    }

    /** Removes the line that the limit is in, and what follows. */
    private void cut() {
        if (count > MAX_SIZE) {
            end = MAX_SIZE;
            while (end > 0 && buf[end - 1] != '\n') {
                end--;
            }
        }
    }

    /** Whether lines are left out. */
    boolean isCut() {
        return count > MAX_SIZE;
    }

    /** The lines. */
    byte[] lines() {
        return isCut() ? Arrays.copyOf(buf, end) : toByteArray();
    }
}
