package org.laurelbridge.bridge.lti.launch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody comes in from a platform (LTI 1.3 §5.3 and §5.4). All of it was signed by the platform.
 *
 * @param deployment of the tool that was launched
 * @param target the address of ours that was asked for
 * @param context the course; empty when launched from none
 * @param custom what the placement was given by its author, such as the badge it stands for
 * @param family which product the platform is ({@code product_family_code}); empty when it does not say
 */
public record Launch(
        String deployment,
        URI target,
        User user,
        Optional<Context> context,
        Message message,
        Optional<Grades> grades,
        Optional<URI> memberships,
        Map<String, String> custom,
        Optional<String> family) {
    public Launch {
        custom = Map.copyOf(custom);
    }

    /**
     * Who.
     *
     * @param subject the platform's own id of the user, {@code sub}
     * @param locale a language tag (BCP 47); empty when the platform tells none
     * @param roles whole addresses, as the platform says them
     */
    public record User(
            String subject, Optional<String> name, Optional<String> email, Optional<String> locale, Set<String> roles) {
        public User {
            roles = Set.copyOf(roles);
        }
    }

    /** A course of the platform. */
    public record Context(String id, Optional<String> title) {}

    /** What the platform asks for. */
    public sealed interface Message {
        /** To show what a placement in a course stands for. */
        record ResourceLink(String id, Optional<String> title) implements Message {}

        /**
         * To let an instructor choose what to place (Deep Linking 2.0).
         *
         * @param back where the choice is posted to
         * @param data that must go back as it came
         * @param takesLineItem whether a column of the gradebook may come with a link
         * @param takesMany whether more than one link may be chosen
         */
        record DeepLinking(URI back, Optional<String> data, boolean takesLineItem, boolean takesMany)
                implements Message {}
    }

    /**
     * The gradebook of the course (Assignment and Grade Services 2.0 §3.1).
     *
     * @param lineItems where the course's columns are; empty when the tool may see none but its own
     * @param lineItem the one column that belongs to the placement, when it is one alone
     */
    public record Grades(Set<String> scopes, Optional<URI> lineItems, Optional<URI> lineItem) {
        public Grades {
            scopes = Set.copyOf(scopes);
        }
    }
}
