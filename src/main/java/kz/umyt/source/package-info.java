/**
 * What is read and rewritten: tables, columns, keys and files, whatever holds them. May use:
 * settings.
 */
@NullMarked
package kz.umyt.source;

import org.jspecify.annotations.NullMarked;
