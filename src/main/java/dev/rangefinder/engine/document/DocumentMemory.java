package dev.rangefinder.engine.document;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.memory.Memory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds the memory for documents. To parse and validate one takes a thousand times its bytes, so that large ones are
 * parsed a few at a time, and others wait for that a little.
 */
final class DocumentMemory {

    /** A document with more tokens is a large one. */
    private static final int LARGE = 1_000;

    /** How many large ones are parsed at a time, or one while the collector is busy. More would not be parsed sooner. */
    private static final int AT_A_TIME = 2;

    private static final long PATIENCE_SECONDS = 1;

    /** About what a document that is kept takes for each of its tokens, and for each of its characters. */
    private static final int TOKEN = 300;

    private static final int CHARACTER = 2;

    private final Semaphore large = new Semaphore(AT_A_TIME, true);
    private final Memory memory;

    DocumentMemory(Memory memory) {
        this.memory = memory;
    }

    /** About what a document takes that is kept. */
    static int ofKept(String document) {
        return TOKEN * tokens(document) + CHARACTER * document.length();
    }

    /** How many tokens a text has, about: those that stand for themselves, and the beginnings of all others. */
    private static int tokens(String document) {
        int tokens = 0;
        boolean inside = false;
        for (int i = 0; i < document.length(); i++) {
            char character = document.charAt(i);
            boolean letter = character == '_' || Character.isLetterOrDigit(character);
            if (!letter && character > ' ' && character != ',' || letter && !inside) {
                tokens++;
            }
            inside = letter;
        }
        return tokens;
    }

    /**
     * Prepares a document, as soon as there is memory for it.
     *
     * @throws InputException when there is none for a while
     */
    <T> T with(String document, Supplier<T> preparation) {
        if (tokens(document) <= LARGE) {
            return preparation.get();
        }
        int share = memory.isPressed() ? AT_A_TIME : 1;
        await(share);
        try {
            if (memory.isOverloaded()) {
                throw busy();
            }
            return preparation.get();
        } finally {
            large.release(share);
        }
    }

    private void await(int share) {
        try {
            if (!large.tryAcquire(share, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static InputException busy() {
        return new InputException(
                ErrorCode.UNAVAILABLE, "The service parses too many large documents already. Try again soon.");
    }
}
