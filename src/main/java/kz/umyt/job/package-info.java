/**
 * The only room that knows Spring Batch: job definitions, restart, stop signal, run lock. May use:
 * every room but cli.
 */
@NullMarked
package kz.umyt.job;

import org.jspecify.annotations.NullMarked;
