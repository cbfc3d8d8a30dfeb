package kz.umyt.settings;

/** The same text in Kazakh, Russian and English. */
public record LocalizedText(String kk, String ru, String en) {}
