/**
 * Carries the plan out chunk by chunk and proves that nothing due is left. May use: source, policy,
 * plan, anonymize, ledger.
 */
@NullMarked
package kz.umyt.destroy;

import org.jspecify.annotations.NullMarked;
