/**
 * What a pattern cannot say of a value: check digits, calendars, number plans, names and places.
 */
@NullMarked
package kz.umyt.recognize.validate;

import org.jspecify.annotations.NullMarked;
