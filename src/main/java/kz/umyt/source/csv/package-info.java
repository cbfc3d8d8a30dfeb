/**
 * CSV files: format detection, reading, rewriting without touching what need not change. May use:
 * settings.
 */
@NullMarked
package kz.umyt.source.csv;

import org.jspecify.annotations.NullMarked;
