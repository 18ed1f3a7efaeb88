package org.laurelbridge.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Sentences in one language, from the properties files of one name: {@code mails.properties} is English, {@code mails_de.properties}
 * German; a new language is a new file. Each sentence is a {@link MessageFormat}: its gaps are {@code {0}}, {@code {1}}, a number may
 * choose its words ({@code {0,choice,1#one badge|1<{0} badges}}), and an apostrophe is written twice.
 */
public final class Catalog {
    private final ResourceBundle sentences;
    private final Locale locale;

    private Catalog(ResourceBundle sentences, Locale locale) {
        this.sentences = sentences;
        this.locale = locale;
    }

    /**
     * The sentences of a name, as {@code org.laurelbridge.decide.wording}.
     *
     * @param locale whose language they are in, English where there is no file for it; and whose numbers they have
     */
    public static Catalog of(String name, Locale locale) {
        // without the fallback to the machine's own language, which would make the answer depend on where it runs
        ResourceBundle.Control files =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Catalog(ResourceBundle.getBundle(name, locale, files), locale);
    }

    /**
     * A sentence.
     *
     * @param arguments text stands as it is, a number as the locale writes it
     * @throws java.util.MissingResourceException when no file has the key
     */
    public String say(String key, Object... arguments) {
        return new MessageFormat(sentences.getString(key), locale).format(arguments);
    }

    /** Whether there is a sentence with this key. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /** The keys of all sentences. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    public Locale locale() {
        return locale;
    }
}
