/** Character encodings of Kazakhstan that the JDK does not have. */
@NullMarked
package kz.umyt.source.charset;

import org.jspecify.annotations.NullMarked;
