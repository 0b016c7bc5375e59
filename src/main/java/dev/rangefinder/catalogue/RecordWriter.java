package dev.rangefinder.catalogue;

import java.io.IOException;

/** Writes the records of a catalogue as a file. */
interface RecordWriter {

    /**
     * Writes a record.
     *
     * @param list the key of its list; the records of a list come one after the other
     * @param json the record
     */
    void write(String list, String json) throws IOException;

    /** Writes the end of the file. The stream stays open. */
    void close() throws IOException;
}
