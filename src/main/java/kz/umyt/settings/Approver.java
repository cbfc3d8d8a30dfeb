package kz.umyt.settings;

/**
 * Somebody who may approve plans.
 *
 * @param key the public half of an Ed25519 key: Base64 of its SubjectPublicKeyInfo (RFC 8410)
 */
public record Approver(Located<String> name, String key) {}
