package org.laurelbridge.bridge.config;

import static org.laurelbridge.bridge.config.Key.Sort.NUMBER;
import static org.laurelbridge.bridge.config.Key.Sort.SECRET;
import static org.laurelbridge.bridge.config.Key.Sort.SPAN;
import static org.laurelbridge.bridge.config.Key.Sort.TEXT;
import static org.laurelbridge.bridge.config.Key.Sort.TRUTH;

import java.util.List;

/** Every key of the configuration, once: the reader, the environment and the table in config/README.md all follow this list. */
public final class Keys {

    public static final List<Key> ALL = List.of(
            new Key(
                    "public-url",
                    TEXT,
                    "http://127.0.0.1:8080",
                    "The address that others know Laurel by. Badges name it for good: choose it before the first one."),
            new Key("http.host", TEXT, "127.0.0.1", "Where Laurel listens."),
            new Key("http.port", NUMBER, "8080", "The port it listens on; 0 takes any free one."),
            new Key(
                    "http.proxy",
                    TEXT,
                    "none",
                    "Addresses of proxies before Laurel, or their networks, as a list or with commas (10.0.0.0/8). X-Forwarded-For and Forwarded are believed from them and from nobody else, so that wrong passwords are counted by who tries."),
            new Key(
                    "http.open-metrics",
                    TRUTH,
                    "false",
                    "Show /metrics to whoever asks; else it wants an administrator's token as a bearer token."),
            new Key(
                    "http.tls.certificate",
                    TEXT,
                    "none",
                    "A PEM file: the certificate of the host in public-url, and after it those that vouch for it. With it Laurel speaks https itself, TLS 1.2 and 1.3. Files that are renewed are taken up within seconds."),
            new Key("http.tls.key", TEXT, "none", "A PEM file with its key: PKCS#8, PKCS#1 or an EC key."),
            new Key("http.tls.password", SECRET, "none", "The password of that key, where it is encrypted."),
            new Key(
                    "http.tls.redirect-port",
                    NUMBER,
                    "none",
                    "A second port, where whoever asks by http is led to public-url."),
            new Key(
                    "http.hsts",
                    SPAN,
                    "365d",
                    "How long browsers shall ask by https alone (Strict-Transport-Security), where public-url is https; 0s to say nothing."),
            new Key("sessions.idle", SPAN, "2h", "How long somebody stays signed in without asking for anything."),
            new Key("sessions.absolute", SPAN, "12h", "How long somebody stays signed in at all."),
            new Key(
                    "sign-in[].name",
                    TEXT,
                    "",
                    "The name of an OpenID provider that people sign in at, as they read it."),
            new Key("sign-in[].issuer", TEXT, "", "Its issuer. A learner is whose e-mail address it has verified."),
            new Key("sign-in[].client-id", TEXT, "", "The client id that it gave to Laurel."),
            new Key("sign-in[].client-secret", SECRET, "", "The client secret that it gave to Laurel."),
            new Key(
                    "sign-in[].roles.claim",
                    TEXT,
                    "none",
                    "A claim of the ID token or of the UserInfo endpoint that says what people may do here, as groups. Roles follow it at each sign-in."),
            new Key(
                    "sign-in[].roles.administrator",
                    TEXT,
                    "none",
                    "The value of that claim that makes an administrator."),
            new Key("sign-in[].roles.instructor", TEXT, "none", "The value that makes an instructor."),
            new Key("sign-in[].roles.viewer", TEXT, "none", "The value that makes a viewer."),
            new Key(
                    "lti.private-networks",
                    TEXT,
                    "none",
                    "Networks of private addresses in which learning platforms stand, as a list or with commas (10.20.0.0/16). Where public-url is https, platforms are asked at public addresses alone and by https; with this, by https at these too. Nothing else that Laurel is told to fetch reaches them."),
            new Key("data", TEXT, "data", "The folder of the embedded database and of the secret key's file."),
            new Key(
                    "database.url",
                    TEXT,
                    "jdbc:sqlite:{data}/laurel.db",
                    "jdbc:sqlite:FILE for one machine, jdbc:mysql://HOST/NAME for MySQL or MariaDB."),
            new Key("database.user", TEXT, "none", "The user there."),
            new Key("database.password", SECRET, "none", "The password there."),
            new Key(
                    "secret-key",
                    SECRET,
                    "{data}/secret-key",
                    "32 bytes in base64, under which keys are sealed at rest. With SQLite a file with mode 0600 is made on first start; with MySQL it must be given."),
            new Key(
                    "old-secret-key",
                    SECRET,
                    "none",
                    "The one before, with which is read what is not sealed under the new one yet; until `laurel secrets reseal` is done."),
            new Key("issuer.name", TEXT, "Laurel", "The name of the issuer on every badge."),
            new Key("issuer.url", TEXT, "{public-url}", "The home page of the issuer."),
            new Key(
                    "issuer.email",
                    TEXT,
                    "none",
                    "Where verifiers may ask. Open Badges 2.0 need it: without it none are issued."),
            new Key("issuer.description", TEXT, "none", "A sentence or two about the issuer."),
            new Key("issuer.phone", TEXT, "none", "Its telephone number, as +31 20 1234567."),
            new Key("issuer.image", TEXT, "none", "The https address of a picture of it."),
            new Key(
                    "issuer.address.country-code",
                    TEXT,
                    "none",
                    "Its country, as NL (ISO 3166-1). European micro-credentials must name it; any other part of an address needs it."),
            new Key("issuer.address.country", TEXT, "by its code", "The name of the country."),
            new Key("issuer.address.region", TEXT, "none", "Region or province."),
            new Key("issuer.address.locality", TEXT, "none", "Town."),
            new Key("issuer.address.street", TEXT, "none", "Street and number."),
            new Key("issuer.address.postal-code", TEXT, "none", "Postal code."),
            new Key("issuer.identifier", TEXT, "none", "Under which others know it, as https://ror.org/04dkp9463."),
            new Key(
                    "issuer.identifier-type",
                    TEXT,
                    "identifier",
                    "What that is: an identifierType of Open Badges 3.0, or one of your own, as ext:ror."),
            new Key(
                    "rules",
                    TEXT,
                    "none",
                    "The folder of the mapping and the badges, applied at start and by `laurel rules apply`."),
            new Key("limits.body", NUMBER, "8388608", "Bytes that one request may bring."),
            new Key("limits.statements", NUMBER, "1000", "Statements that one request may bring."),
            new Key(
                    "limits.requests.from-address",
                    NUMBER,
                    "6000",
                    "Requests that are taken from one address (of IPv6 one /64) in a minute, on each node; 0 for any number. What takes long (verifying, registering, launches) counts as five. Statements and style sheets do not count, wrong credentials of a source do."),
            new Key(
                    "limits.requests.of-person",
                    NUMBER,
                    "3000",
                    "The same for one account, token or application, wherever it asks from."),
            new Key(
                    "limits.requests.of-source",
                    NUMBER,
                    "0",
                    "Requests of one source of statements in a minute; 0 for any number."),
            new Key(
                    "sources[].name",
                    TEXT,
                    "",
                    "The name of a source of statements; the mapping and the health page use it."),
            new Key("sources[].push.key", TEXT, "", "User name with which this source pushes statements to /xapi."),
            new Key(
                    "sources[].push.secret",
                    SECRET,
                    "",
                    "Its password; as well its Bearer token, unless another source has the same."),
            new Key(
                    "sources[].push.version-header",
                    TEXT,
                    "required",
                    "required or optional: whether requests must name their xAPI version."),
            new Key(
                    "sources[].push.hooks",
                    TRUTH,
                    "false",
                    "Also take the envelopes in which LRSs forward statements, and what they sign with the secret (X-LRS-Signature)."),
            new Key("sources[].pull.endpoint", TEXT, "", "The xAPI endpoint of an LRS that is polled."),
            new Key("sources[].pull.key", TEXT, "", "User name there."),
            new Key("sources[].pull.secret", SECRET, "", "Password there."),
            new Key("sources[].pull.version", TEXT, "1.0.3", "The xAPI version to speak: 1.0.3 or 2.0.0."),
            new Key("sources[].pull.every", SPAN, "5s", "How often to look for new statements."),
            new Key(
                    "sources[].pull.earned",
                    TRUTH,
                    "false",
                    "Write an \"earned\" statement to this LRS for every award."),
            new Key(
                    "targets[].name",
                    TEXT,
                    "",
                    "The name of a gradebook; badges deliver to it. \"own\" is always there."),
            new Key("targets[].lti.root", TEXT, "", "Home page of an LMS that takes scores by LTI Advantage."),
            new Key("targets[].lti.client-id", TEXT, "", "The client id that it gave to Laurel."),
            new Key("targets[].lti.deployment-id", TEXT, "", "The deployment id; in Moodle the tool's type id."),
            new Key("targets[].lti.platform", TEXT, "moodle", "Whose habits to expect: moodle or other."),
            new Key("targets[].lti.token-endpoint", TEXT, "{root}/mod/lti/token.php", "Where access tokens are had."),
            new Key("targets[].lti.audience", TEXT, "the token endpoint", "The audience of the client assertion."),
            new Key(
                    "targets[].lti.line-items",
                    TEXT,
                    "Moodle's",
                    "Address of a course's line items, with {root}, {course} and {deployment} in it."),
            new Key(
                    "targets[].lti.memberships",
                    TEXT,
                    "Moodle's",
                    "Address of a course's members, with the same words in it."),
            new Key(
                    "targets[].lti.web-service-token",
                    SECRET,
                    "none",
                    "Token with which learners are looked up by username, e-mail and idnumber."),
            new Key("targets[].moodle.root", TEXT, "", "Home page of a Moodle that takes grades by web services."),
            new Key("targets[].moodle.token", SECRET, "", "Token of its web service."),
            new Key(
                    "targets[].moodle.writing",
                    TEXT,
                    "grade",
                    "grade (any activity) or assignment (with the remark as feedback)."),
            new Key(
                    "targets[].moodle.places",
                    TEXT,
                    "",
                    "Which activity takes a badge's grade: a list of {badge, activity, course}; in the file alone."),
            new Key(
                    "rosters[].name",
                    TEXT,
                    "",
                    "The name of a Moodle whose web services tell who is in its courses; pages show it."),
            new Key("rosters[].root", TEXT, "", "Its home page."),
            new Key("rosters[].token", SECRET, "", "Token of its web service."),
            new Key(
                    "rosters[].courses",
                    TEXT,
                    "all",
                    "The numbers of the courses whose rosters are read, as a list or with commas, or all that the token may see."),
            new Key("rosters[].every", SPAN, "1h", "How often each roster is read."),
            new Key(
                    "rosters[].trust-email",
                    TRUTH,
                    "false",
                    "Somebody is who their e-mail address there says: only where nobody can give themselves another's."),
            new Key("mail.host", TEXT, "none", "The server that mails are handed to; without it nobody is written to."),
            new Key("mail.port", NUMBER, "587, 465, 25", "Its port: 587 with starttls, 465 with tls, 25 with none."),
            new Key(
                    "mail.tls",
                    TEXT,
                    "starttls",
                    "starttls (nothing is sent where the server does not offer it), tls from the first byte, or none."),
            new Key("mail.user", TEXT, "none", "Who Laurel is there, where the server asks."),
            new Key("mail.password", SECRET, "none", "The password of that user."),
            new Key(
                    "mail.from",
                    TEXT,
                    "must be given, with host",
                    "Whom mails are from: an address, or a name with one, as Laurel <badges@example.org>."),
            new Key("mail.reply-to", TEXT, "that of from", "Where answers go."),
            new Key(
                    "mail.language",
                    TEXT,
                    "en",
                    "In which language those are written to of whom none is known: en, de or es."),
            new Key(
                    "mail.newer-than",
                    SPAN,
                    "7d",
                    "Nobody is written of what was earned longer ago before Laurel knew it: history that is brought in fills no mailbox."),
            new Key(
                    "webhooks[].name",
                    TEXT,
                    "",
                    "The name of somebody who is told what happens to awards: letters, digits, dots, dashes, underscores."),
            new Key(
                    "webhooks[].url",
                    TEXT,
                    "",
                    "Where messages are sent (POST, JSON, as the OpenAPI document says). Redirects are not followed."),
            new Key(
                    "webhooks[].secret",
                    SECRET,
                    "",
                    "What messages are signed with (Standard Webhooks, HMAC-SHA256): whsec_ and 24 to 64 bytes in base64."),
            new Key(
                    "webhooks[].old-secret",
                    SECRET,
                    "none",
                    "The one before: messages are signed with both, until every receiver knows the new one."),
            new Key(
                    "webhooks[].events",
                    TEXT,
                    "all",
                    "What is told, as a list or with commas: award.issued, award.changed, award.review, award.suspended, award.reinstated, award.revoked, award.expiring, award.expired, award.approval, award.approved, award.declined, award.offered, award.withdrawn, award.superseded."),
            new Key(
                    "webhooks[].private-networks",
                    TEXT,
                    "none",
                    "Networks of private addresses in which this one may be. Where public-url is https, webhooks are sent to public addresses alone and by https; with this, by https to these too."),
            new Key(
                    "retention.statements",
                    SPAN,
                    "for ever",
                    "How long statements are kept as they came, once they are mapped, from 1d on. What they mean for badges stays, so that no badge loses its reason; it can then neither be mapped anew nor be voided."),
            new Key(
                    "retention.quarantine",
                    SPAN,
                    "for ever",
                    "How long statements are kept that could not be taken in."),
            new Key(
                    "retention.notices",
                    SPAN,
                    "for ever",
                    "How long is kept what learners were told, once the moment is past that it was about."),
            new Key(
                    "retention.deliveries",
                    SPAN,
                    "for ever",
                    "How long deliveries are kept in whose place a newer one arrived. The newest stays."),
            new Key("retention.audit", SPAN, "for ever", "How long the log of changes is kept."),
            new Key("log.format", TEXT, "text", "text for people or json for machines."));

    private Keys() {}
}
