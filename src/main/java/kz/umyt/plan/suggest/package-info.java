/** From an inventory and a policy to a proposal for a job; decides from names and counts alone. */
@NullMarked
package kz.umyt.plan.suggest;

import org.jspecify.annotations.NullMarked;
