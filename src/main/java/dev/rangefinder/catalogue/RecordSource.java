package dev.rangefinder.catalogue;

import java.util.List;

/** The records of a catalogue in one of its notations. */
interface RecordSource {

    /** Receives what is read. */
    interface Visitor {

        /**
         * Receives a record.
         *
         * @param list the list of the file that it belongs to
         * @param mistakes the mistakes that prevented it from being read completely
         */
        void visit(String list, Part record, List<Mistake> mistakes);

        /** Receives a mistake that is not about one record, so that the file as a whole is invalid. */
        void report(Mistake mistake);

        /** Receives a part that is no record, and reports why it does not have a format. */
        default void visitOther(Part part, Type format) {
            Validation validation = new Validation();
            format.validate(part, validation);
            validation.mistakes().forEach(this::report);
        }
    }

    /** Reads all records, one after the other. */
    void read(Visitor visitor);
}
