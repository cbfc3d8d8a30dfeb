package kz.umyt.discover;

/**
 * Any number passes a check digit now and then; this tells numbers that are meant to pass it.
 *
 * @param candidates different values of the column that are a number of the right length
 * @param passed of these, values in which the entity was found and confirmed
 * @param chance whether that is no more than numbers of another kind would give
 */
public record Density(long candidates, long passed, boolean chance) {}
