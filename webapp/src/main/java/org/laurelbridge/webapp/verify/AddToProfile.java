package org.laurelbridge.webapp.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.IssuerIdentity;

/** The address at which LinkedIn offers to add an award to the profile of whoever follows it, all its fields filled. */
final class AddToProfile {
    private static final String LINKED_IN = "https://www.linkedin.com/profile/add?";

    private AddToProfile() {}

    static String of(Earned earned, IssuerIdentity issuer) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("startTask", "CERTIFICATION_NAME");
        fields.put("name", earned.achievement().name());
        fields.put("organizationName", issuer.profile().name());
        put(fields, "issue", earned.earnedAt());
        put(fields, "expiration", earned.expiresAt());
        fields.put("certUrl", issuer.addresses().award(earned.credential()).toString());
        fields.put("certId", earned.credential().toString());
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", LINKED_IN, ""));
    }

    private static void put(Map<String, String> fields, String what, @Nullable Instant at) {
        if (at != null) {
            OffsetDateTime day = at.atOffset(ZoneOffset.UTC);
            fields.put(what + "Year", Integer.toString(day.getYear()));
            fields.put(what + "Month", Integer.toString(day.getMonthValue()));
        }
    }

    /** For a query; a space as %20, which every reader of queries takes. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
