/** The sample company: an invented internet provider, the same bytes on every machine. */
@NullMarked
package kz.umyt.cli.demo;

import org.jspecify.annotations.NullMarked;
