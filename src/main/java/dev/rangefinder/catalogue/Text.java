package dev.rangefinder.catalogue;

/**
 * A single value as it is written in the file: {@code 001}, {@code NO} and {@code 2022-05-23} are all text. It is empty when the
 * file has a key without a value, or null.
 */
record Text(String path, int line, String value) implements Part {}
