package org.laurelbridge.bridge.lti.register;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Laurel says of itself to a platform (Dynamic Registration §3.6).
 *
 * @param name as users of the platform see it
 * @param base the public address, without a slash at its end
 */
public record ToolConfiguration(String name, String description, String base) {
    static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    /** All that Laurel asks a platform for, and no more: columns and scores of the gradebook, the members of courses. */
    static final List<String> SCOPES = List.of(
            "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
            "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/score",
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly");

    private static final List<String> CLAIMS =
            List.of("iss", "sub", "name", "given_name", "family_name", "email", "locale");

    /** Where somebody comes in who was led to nothing else. */
    public static String opening(String base) {
        return base + "/lti/open";
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("application_type", "web");
        json.set("response_types", list(List.of("id_token")));
        json.set("grant_types", list(List.of("implicit", "client_credentials")));
        json.put("initiate_login_uri", base + "/lti/login");
        json.set("redirect_uris", list(List.of(base + "/lti/launch")));
        json.put("client_name", name);
        json.put("client_uri", base + "/");
        json.put("jwks_uri", base + "/lti/jwks");
        json.put("token_endpoint_auth_method", "private_key_jwt");
        json.put("scope", String.join(" ", SCOPES));
        json.set(TOOL, tool());
        return json;
    }

    private ObjectNode tool() {
        URI uri = URI.create(base);
        ObjectNode tool = JsonNodeFactory.instance.objectNode();
        tool.put("domain", uri.getRawAuthority());
        tool.put("description", description);
        tool.put("target_link_uri", opening(base));
        tool.set("claims", list(CLAIMS));
        ArrayNode messages = tool.putArray("messages");
        message(messages, "LtiResourceLinkRequest");
        message(messages, "LtiDeepLinkingRequest");
        return tool;
    }

    private void message(ArrayNode messages, String type) {
        messages.addObject()
                .put("type", type)
                .put("target_link_uri", opening(base))
                .put("label", name);
    }

    private static ArrayNode list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
