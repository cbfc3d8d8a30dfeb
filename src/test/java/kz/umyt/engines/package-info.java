/** Real database engines for tests: each started once by JVM, a fresh database by test. */
@NullMarked
package kz.umyt.engines;

import org.jspecify.annotations.NullMarked;
