package org.laurelbridge.webapp.server;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Escapes what a page says, by context, and keeps away from it what would change the text around it: characters that override or embed
 * a direction (UAX #9 §2), by which one name can seem to be another, and control characters. What a form brings back stays as it is.
 */
final class PlainOutput extends OwaspHtmlTemplateOutput {
    private static final String UNREADABLE = "\uFFFD";
    private static final Pattern STEERS =
            Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\t\\r\\n]]");

    private boolean isBroughtBack;

    PlainOutput(TemplateOutput output) {
        super(output);
    }

    @Override
    public void setContext(String tag, @Nullable String attribute) {
        super.setContext(tag, attribute);
        isBroughtBack = "input".equals(tag) && "value".equals(attribute);
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        super.writeUserContent(
                text == null || isBroughtBack ? text : STEERS.matcher(text).replaceAll(UNREADABLE));
    }
}
