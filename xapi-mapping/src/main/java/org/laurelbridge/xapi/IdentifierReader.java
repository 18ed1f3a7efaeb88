package org.laurelbridge.xapi;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one inverse functional identifier of an actor (1.0.3 Data 2.4.2.3). */
final class IdentifierReader {
    private static final String EXPECTED = "exactly one of mbox, mbox_sha1sum, openid, account";
    private static final Set<String> OF_ACCOUNT = Set.of("homePage", "name");

    private final Checker check;
    private final Fields fields;

    IdentifierReader(Checker check, Fields fields) {
        this.check = check;
        this.fields = fields;
    }

    static boolean hasAny(ObjectNode actor) {
        return count(actor) > 0;
    }

    private static int count(ObjectNode actor) {
        return has(actor, "mbox") + has(actor, "mbox_sha1sum") + has(actor, "openid") + has(actor, "account");
    }

    private static int has(ObjectNode actor, String name) {
        JsonNode node = actor.get(name);
        return node == null || node.isNull() ? 0 : 1;
    }

    /** Null when there is none, or none that identifies. Two identify nobody: they may be two persons'. */
    @Nullable
    InverseFunctionalIdentifier read(ObjectNode actor, boolean needed) {
        InverseFunctionalIdentifier mbox = mbox(fields.text(actor, "mbox", Clause.IDENTIFIER));
        InverseFunctionalIdentifier sum = sha1Sum(fields.text(actor, "mbox_sha1sum", Clause.IDENTIFIER));
        String uri = fields.iri(actor, "openid", Clause.IDENTIFIER);
        InverseFunctionalIdentifier account = account(fields.member(actor, "account"));
        int count = count(actor);
        if (count > 1) {
            check.fault(count + " identifiers", needed ? EXPECTED : EXPECTED + ", or none", Clause.IDENTIFIER);
            return null;
        }
        if (count == 0 && needed) {
            check.fault("no identifier", EXPECTED, Clause.IDENTIFIER);
        }
        if (uri != null) {
            return new InverseFunctionalIdentifier.OpenId(uri);
        }
        return mbox != null ? mbox : sum != null ? sum : account;
    }

    private @Nullable InverseFunctionalIdentifier mbox(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean schemed = text.regionMatches(true, 0, Formats.MAILTO, 0, Formats.MAILTO.length());
        String address = schemed ? text.substring(Formats.MAILTO.length()) : text;
        check.enter("mbox");
        if (!schemed || !Formats.isMail(address)) {
            check.fault(Checker.quote(text), "mailto: and an e-mail address", Clause.IDENTIFIER);
            address = "";
        } else if (!text.startsWith(Formats.MAILTO)) {
            check.slip(Checker.quote(text), "mailto: in lower case", Clause.IDENTIFIER);
        }
        check.leave();
        return address.isEmpty() ? null : new InverseFunctionalIdentifier.Mbox(address.toLowerCase(Locale.ROOT));
    }

    private @Nullable InverseFunctionalIdentifier sha1Sum(@Nullable String text) {
        if (text == null || Formats.isHex(text, 40)) {
            return text == null ? null : new InverseFunctionalIdentifier.MboxSha1Sum(text.toLowerCase(Locale.ROOT));
        }
        fields.wrong("mbox_sha1sum", Checker.quote(text), "40 hexadecimal digits", Clause.IDENTIFIER);
        return null;
    }

    private @Nullable InverseFunctionalIdentifier account(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        check.enter("account");
        ObjectNode account = fields.object(node, OF_ACCOUNT, Clause.ACCOUNT);
        InverseFunctionalIdentifier identifier = null;
        if (account != null) {
            String homePage = fields.neededIri(account, "homePage", Clause.ACCOUNT);
            String name = fields.neededText(account, "name", Clause.ACCOUNT);
            identifier =
                    homePage == null || name == null ? null : new InverseFunctionalIdentifier.Account(homePage, name);
        }
        check.leave();
        return identifier;
    }
}
