/** Commands, options, exit codes and the console. May use: every other room. */
@NullMarked
package kz.umyt.cli;

import org.jspecify.annotations.NullMarked;
