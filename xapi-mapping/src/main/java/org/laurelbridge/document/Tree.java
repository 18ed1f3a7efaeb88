package org.laurelbridge.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Builds the tree of one document from the parser's tokens. */
final class Tree {
    private static final int DEEPEST = 50;
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]{1,60}|[0-9]{1,60}(\\.[0-9]{0,60})?)([eE][-+]?[0-9]{1,3})?");
    private final YAMLParser parser;
    private final Problems problems;

    Tree(YAMLParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Reads the value that the parser stands on, and leaves it on that value's last token. */
    Node read(Place place, int depth) {
        if (depth > DEEPEST) {
            problems.add(place, "a value " + depth + " levels deep", "at most " + DEEPEST + " levels");
            parser.skipChildren();
            return new Node.Nothing(place);
        }
        refuseReferences(place);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return entries(place, depth);
        }
        return token == JsonToken.START_ARRAY ? items(place, depth) : scalar(place, token);
    }

    private Node entries(Place place, int depth) {
        Map<String, Node.Entry> byKey = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = place.key(key, line(), column());
            parser.nextToken();
            Node value = read(place.key(key, line(), column()), depth + 1);
            Node.Entry earlier = byKey.putIfAbsent(key, new Node.Entry(keyPlace, key, value));
            if (earlier != null) {
                String found = "the key \"" + key + "\" again (first in line "
                        + earlier.place().line() + ")";
                problems.add(keyPlace, found, "every key once");
            }
        }
        return new Node.Entries(place, byKey);
    }

    private Node items(Place place, int depth) {
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(read(place.item(nodes.size(), line(), column()), depth + 1));
        }
        return new Node.Items(place, nodes);
    }

    private Node scalar(Place place, JsonToken token) {
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return new Node.Truth(place, token == JsonToken.VALUE_TRUE);
        }
        String written = parser.getString();
        if (token.isNumeric()) {
            return number(place, written);
        }
        // a key with nothing after it arrives as empty text
        boolean nothing = token == JsonToken.VALUE_NULL || written.isEmpty();
        return nothing ? new Node.Nothing(place) : new Node.Text(place, written);
    }

    /** The written form is parsed here: 1e100000000 is never made a number. */
    private Node number(Place place, String written) {
        if (DECIMAL.matcher(written).matches()) {
            BigDecimal value = new BigDecimal(written);
            if (Math.abs(value.scale()) <= 100 && exponent(written) <= 30) {
                return new Node.Decimal(place, written, value);
            }
        }
        String shown = written.length() > 60 ? written.substring(0, 60) + "…" : written;
        problems.add(place, "the number " + shown, "a decimal number with an exponent of at most ±30");
        return new Node.Nothing(place);
    }

    private static int exponent(String written) {
        int mark = Math.max(written.indexOf('e'), written.indexOf('E'));
        return mark < 0 ? 0 : Math.abs(Integer.parseInt(written.substring(mark + 1)));
    }

    private void refuseReferences(Place place) {
        if (parser.isCurrentAlias()) {
            problems.add(place, "an alias (*)", "the value itself");
        } else if (parser.currentToken().isStructStart() && parser.getObjectId() != null) {
            // Jackson keeps telling a map's anchor within the map; a scalar's anchor needs an alias to matter
            problems.add(place, "an anchor (&)", "the value alone");
        }
        if (parser.getTypeId() != null) {
            problems.add(place, "a tag (!)", "the value alone");
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }
}
