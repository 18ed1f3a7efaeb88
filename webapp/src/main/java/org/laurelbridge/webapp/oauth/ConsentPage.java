package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.webapp.learner.MyFrame;
import org.laurelbridge.webapp.oauth.Asked.Read;

/**
 * Asks a learner whether an application may do something.
 *
 * @param name what it calls itself
 * @param host that it says it is of
 * @param back the host that the browser is sent back to
 * @param links to what it says of itself
 * @param asked its request as it came, to be read again when the form is sent
 */
public record ConsentPage(
        MyFrame frame, String name, String host, String back, List<Link> links, List<Choice> choices, String asked) {

    /**
     * What the application says where.
     *
     * @param label the key of it
     */
    public record Link(String label, String address) {}

    /**
     * Something it wants to do.
     *
     * @param name of its field's value
     * @param id of its field
     */
    public record Choice(String name, String id, String label, String means) {}

    static ConsentPage of(MyFrame frame, Read.Good asked, String query) {
        ClientMetadata said = asked.client().metadata();
        List<Link> links = List.of(
                new Link("oauth.link.what", said.getURI().toString()),
                new Link("oauth.link.terms", said.getTermsOfServiceURI().toString()),
                new Link("oauth.link.privacy", said.getPolicyURI().toString()));
        return new ConsentPage(
                frame,
                asked.client().name(),
                asked.client().host(),
                host(asked.redirect()),
                links,
                choices(asked.scopes()),
                query);
    }

    private static String host(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    static List<Choice> choices(Set<Scope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> new Choice(
                        scope.word(), "scope-" + scope.name().toLowerCase(Locale.ROOT), label(scope), means(scope)))
                .toList();
    }

    /** What a scope lets an application do: the key of a few words. */
    public static String label(Scope scope) {
        return "oauth.scope." + word(scope);
    }

    private static String means(Scope scope) {
        return label(scope) + ".means";
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
