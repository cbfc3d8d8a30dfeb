/** Reads a source through the recognizers into an inventory. May use: source, recognize. */
@NullMarked
package kz.umyt.discover;

import org.jspecify.annotations.NullMarked;
