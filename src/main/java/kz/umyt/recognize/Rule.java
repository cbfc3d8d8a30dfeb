package kz.umyt.recognize;

import kz.umyt.recognize.pattern.SearchPattern;

/**
 * One pattern of one recognizer.
 *
 * @param number of the pattern among all
 * @param owner the number of its recognizer
 * @param mostScore no finding of it has a higher score
 */
record Rule(
    int number, SearchPattern pattern, int owner, Recognizer recognizer, double mostScore) {}
