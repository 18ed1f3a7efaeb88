package org.laurelbridge.bridge.deliver.ags;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A platform that takes scores.
 *
 * @param name of the target
 * @param root home page of the platform; also the scope of its user ids
 * @param habits whose habits to expect
 * @param clientId that the platform gave to Laurel
 * @param deploymentId in Moodle the tool's type id
 * @param tokenEndpoint where access tokens are had
 * @param audience of the client assertion: the token endpoint, where the platform does not want another
 * @param lineItems address of a course's line items, with {@code {root}}, {@code {course}} and {@code {deployment}} in it;
 *     {@code {course}} alone where a badge gives the whole address as its course
 * @param memberships address of a course's members (Names and Roles 2.0), with the same words in it
 */
public record AgsSettings(
        String name,
        URI root,
        Habits habits,
        String clientId,
        String deploymentId,
        URI tokenEndpoint,
        String audience,
        String lineItems,
        String memberships)
        implements CoursePlaces {

    /** Where Moodle keeps a course's line items. */
    public static final String MOODLE_LINE_ITEMS =
            "{root}/mod/lti/services.php/{course}/lineitems?type_id={deployment}";

    /** Where Moodle keeps a course's members. */
    public static final String MOODLE_MEMBERSHIPS =
            "{root}/mod/lti/services.php/CourseSection/{course}/bindings/{deployment}/memberships";

    private static final String WHOLE_ADDRESS = "{course}";

    /** The habits of platforms. */
    public enum Habits {
        /** User ids are numbers; a stale score is answered with 409. */
        MOODLE,
        /** User ids are the {@code sub} of launches; a stale score may be answered with 400. */
        OTHER
    }

    public AgsSettings {
        requireScheme(name, "token endpoint", root, tokenEndpoint.toString());
        requireScheme(name, "line items", root, lineItems);
        requireScheme(name, "memberships", root, memberships);
    }

    /** A Moodle, with the addresses it always has. */
    public static AgsSettings moodle(String name, URI root, String clientId, String deploymentId) {
        URI bare = URI.create(bare(root));
        URI token = URI.create(bare + "/mod/lti/token.php");
        return new AgsSettings(
                name,
                bare,
                Habits.MOODLE,
                clientId,
                deploymentId,
                token,
                token.toString(),
                MOODLE_LINE_ITEMS,
                MOODLE_MEMBERSHIPS);
    }

    @Override
    public boolean needsCourse() {
        return lineItems.contains(WHOLE_ADDRESS);
    }

    @Override
    public Optional<URI> lineItemsOf(String course) {
        return filled(lineItems, course);
    }

    @Override
    public Optional<URI> membershipsOf(String course) {
        return filled(memberships, course);
    }

    /** An address that an answer gave is believed on the platform's own servers alone. */
    @Override
    public boolean isOurs(String course, URI address) {
        return isOurs(address);
    }

    @Override
    public String unknown(String course) {
        return "the course \"" + course + "\" is not one of " + root + ": see the badge's deliver";
    }

    private boolean isOurs(URI address) {
        return isSameOrigin(address, root) || isSameOrigin(address, tokenEndpoint);
    }

    private Optional<URI> filled(String pattern, String course) {
        String address = pattern.equals(WHOLE_ADDRESS)
                ? course
                : pattern.replace("{root}", bare(root))
                        .replace("{course}", encoded(course))
                        .replace("{deployment}", encoded(deploymentId));
        return parsed(address).filter(this::isOurs);
    }

    /** An address that somebody else wrote, if it is one. */
    public static Optional<URI> parsed(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && one.getPort() == other.getPort()
                && one.getHost().equalsIgnoreCase(other.getHost());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String bare(URI root) {
        String text = root.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static void requireScheme(String name, String what, URI root, String address) {
        boolean plain = "http".equals(root.getScheme());
        boolean isPart = address.startsWith("{root}/") || address.equals(WHOLE_ADDRESS);
        if (!isPart && !address.startsWith("https://") && !plain) {
            throw new IllegalArgumentException("target " + name + ": the address of the " + what + " is " + address
                    + ", expected https, as its root is " + root);
        }
    }
}
