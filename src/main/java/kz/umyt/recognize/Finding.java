package kz.umyt.recognize;

/**
 * One place where a recognizer matched. Never carries the value itself.
 *
 * @param start UTF-16 offset into the original text
 * @param end exclusive
 * @param score from 0 to 1, Presidio's scale
 * @param validated whether a check beyond the pattern (check digits, a calendar, an issuer range)
 *     confirmed it
 */
public record Finding(
    String entity, int start, int end, double score, boolean validated, String recognizer) {}
