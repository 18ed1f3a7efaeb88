package org.laurelbridge.webapp.provider;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A member of a JSON object as it is written there, to the byte. */
final class RawMember {
    private static final JsonFactory JSON = new JsonFactory();

    private RawMember() {}

    /** @param text an object, found to be good before, that has this member, an object itself */
    static String of(String text, String member) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isIt = parser.currentName().equals(member);
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (isIt) {
                    return text.substring(start, (int) parser.currentLocation().getCharOffset());
                }
            }
        }
        throw new IllegalArgumentException("there is no member " + member);
    }
}
