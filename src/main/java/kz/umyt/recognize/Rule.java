package kz.umyt.recognize;

import kz.umyt.recognize.pattern.SearchPattern;

/**
 * One pattern of one recognizer.
 *
 * @param number of the pattern among all
 * @param owner the number of its recognizer
 */
record Rule(int number, SearchPattern pattern, int owner, Recognizer recognizer) {}
