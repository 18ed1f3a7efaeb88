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

    /** What the application says where. */
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
                new Link("What it is", said.getURI().toString()),
                new Link("Its terms", said.getTermsOfServiceURI().toString()),
                new Link("What it does with personal data", said.getPolicyURI().toString()));
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

    /** What a scope lets an application do, in a few words. */
    public static String label(Scope scope) {
        String version = scope.isOf2() ? " (Open Badges 2.0)" : scope.isOf3() ? " (Open Badges 3.0)" : "";
        return switch (scope) {
            case CREDENTIALS_READ, ASSERTIONS_READ -> "Fetch your badges" + version;
            case CREDENTIALS_WRITE, ASSERTIONS_WRITE -> "Bring badges from elsewhere" + version;
            case PROFILE_READ, PROFILE_2_READ -> "Read who you are" + version;
            case PROFILE_WRITE, PROFILE_2_WRITE -> "Tell something of you" + version;
            case OFFLINE -> "Come back by itself";
        };
    }

    private static String means(Scope scope) {
        return switch (scope) {
            case CREDENTIALS_READ ->
                "All badges that you earned here, private ones too, and those that applications brought for you. Whether one"
                        + " tells its evidence, its score and your plain e-mail address is as you chose for it.";
            case ASSERTIONS_READ ->
                "All badges that you earned here and that hold, private ones too, and those that applications brought for you."
                        + " Each comes signed, or as its public address where you opened that.";
            case CREDENTIALS_WRITE, ASSERTIONS_WRITE ->
                "Badges that others issued to you are checked and kept here. Forged ones are refused. You can remove them.";
            case PROFILE_READ, PROFILE_2_READ -> "Your name, your e-mail address and what applications told of you.";
            case PROFILE_WRITE, PROFILE_2_WRITE ->
                "Such as a telephone number or a web page. Your name and your e-mail address here stay as they are.";
            case OFFLINE -> "Without asking you again, until you take it back or it has stayed away for 90 days.";
        };
    }
}
