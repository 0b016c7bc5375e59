package dev.rangefinder.catalogue;

/** Another import runs, in this process or another one. */
final class ImportRunningException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImportRunningException() {
        super("Another import is running", null, false, false);
    }
}
