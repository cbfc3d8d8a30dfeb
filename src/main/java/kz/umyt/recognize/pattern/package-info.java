/** Regular expressions: read, refused where they could be misread, and searched in linear time. */
@NullMarked
package kz.umyt.recognize.pattern;

import org.jspecify.annotations.NullMarked;
