package org.laurelbridge.xapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that go with a statement (1.0.3 Data 2.4.11). Its caller excuses its faults. */
final class AttachmentReader {
    private static final Set<String> ALLOWED =
            Set.of("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Checker check;
    private final Fields fields;
    private final Maps maps;

    AttachmentReader(Checker check, Fields fields) {
        this.check = check;
        this.fields = fields;
        this.maps = new Maps(check, fields);
    }

    List<Attachment> read(@Nullable JsonNode node) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof ArrayNode array)) {
            fields.wrong("attachments", node, "an array of attachments", Clause.ATTACHMENT);
            return List.of();
        }
        List<Attachment> attachments = new ArrayList<>(array.size());
        check.enter("attachments");
        for (int index = 0; index < array.size(); index++) {
            check.enter(index);
            Attachment attachment = attachment(array.get(index));
            if (attachment != null) {
                attachments.add(attachment);
            }
            check.leave();
        }
        check.leave();
        return attachments;
    }

    private @Nullable Attachment attachment(JsonNode node) {
        ObjectNode json = fields.object(node, ALLOWED, Clause.ATTACHMENT);
        if (json == null) {
            return null;
        }
        JsonNode display = fields.needed(json, "display", Clause.ATTACHMENT);
        if (display != null && !display.isNull()) {
            maps.checkLanguages("display", display, Clause.ATTACHMENT);
        }
        maps.languageMap(json, "description", Clause.ATTACHMENT);
        String usageType = fields.neededIri(json, "usageType", Clause.ATTACHMENT);
        String contentType = contentType(fields.neededText(json, "contentType", Clause.ATTACHMENT));
        Long length = length(fields.needed(json, "length", Clause.ATTACHMENT));
        String sha2 = sha2(fields.neededText(json, "sha2", Clause.ATTACHMENT));
        String fileUrl = fields.iri(json, "fileUrl", Clause.ATTACHMENT);
        return usageType == null || contentType == null || length == null || sha2 == null
                ? null
                : new Attachment(usageType, contentType, length, sha2, fileUrl);
    }

    private @Nullable String contentType(@Nullable String text) {
        if (text == null || Formats.isMediaType(text)) {
            return text;
        }
        fields.wrong("contentType", Checker.quote(text), "a media type as text/plain", Clause.ATTACHMENT);
        return null;
    }

    private @Nullable Long length(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        BigDecimal length = node.isNumber() ? node.decimalValue() : BigDecimal.valueOf(-1);
        if (length.signum() < 0
                || length.compareTo(LONGEST) > 0
                || length.stripTrailingZeros().scale() > 0) {
            fields.wrong("length", node, "a whole number of octets", Clause.ATTACHMENT);
            return null;
        }
        return length.longValueExact();
    }

    private @Nullable String sha2(@Nullable String text) {
        if (text == null || Formats.isSha2(text)) {
            return text;
        }
        fields.wrong("sha2", Checker.quote(text), "a SHA-2 in hexadecimal digits", Clause.ATTACHMENT);
        return null;
    }
}
