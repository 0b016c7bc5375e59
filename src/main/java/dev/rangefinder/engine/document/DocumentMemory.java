package dev.rangefinder.engine.document;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.memory.Memory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds the memory for documents. Parsing and validating a document takes a thousand times its size, so that only a few large
 * documents are parsed at a time, and further ones wait briefly.
 */
final class DocumentMemory {

    /** A document with more tokens than this is large. */
    private static final int LARGE = 1_000;

    /** How many large documents are parsed at a time; only one while the garbage collector is busy. */
    private static final int MAX_CONCURRENT = 2;

    private static final long MAX_WAIT_SECONDS = 1;

    /** Approximate memory of a cached document, for each of its tokens and each of its characters. */
    private static final int TOKEN_BYTES = 300;

    private static final int CHARACTER_BYTES = 2;

    private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);
    private final Memory memory;

    DocumentMemory(Memory memory) {
        this.memory = memory;
    }

    /** The approximate memory of a cached document. */
    static int ofCached(String document) {
        return TOKEN_BYTES * tokens(document) + CHARACTER_BYTES * document.length();
    }

    /** The approximate number of tokens: punctuators, and the beginnings of all other tokens. */
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
     * Prepares a document as soon as there is memory for it.
     *
     * @throws InputException when no memory becomes available in time
     */
    <T> T with(String document, Supplier<T> preparation) {
        if (tokens(document) <= LARGE) {
            return preparation.get();
        }
        int share = memory.isPressed() ? MAX_CONCURRENT : 1;
        await(share);
        try {
            if (memory.isOverloaded()) {
                throw busy();
            }
            return preparation.get();
        } finally {
            permits.release(share);
        }
    }

    private void await(int share) {
        try {
            if (!permits.tryAcquire(share, MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static InputException busy() {
        return new InputException(
                ErrorCode.UNAVAILABLE, "The service is parsing too many large documents. Try again soon.");
    }
}
