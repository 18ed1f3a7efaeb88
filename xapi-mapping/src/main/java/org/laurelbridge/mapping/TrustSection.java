package org.laurelbridge.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;
import org.laurelbridge.xapi.InverseFunctionalIdentifier;

/** Reads {@code trust}. */
final class TrustSection {
    private final Problems problems;
    private final Values values;
    private final MappingDraft draft;

    TrustSection(Problems problems, MappingDraft draft) {
        this.problems = problems;
        this.values = new Values(problems);
        this.draft = draft;
    }

    void read(Fields fields) {
        List<Trust.Listed> listed = new ArrayList<>();
        fields.entries("trust").forEach(entry -> listed.add(listed(entry)));
        if (!listed.isEmpty()) {
            draft.trust = new Trust(listed);
        }
    }

    private Trust.Listed listed(Node.Entry entry) {
        Fields fields = values.fields(entry.value());
        fields.require("may");
        List<String> may = new ArrayList<>();
        fields.list("may")
                .forEach(word -> values.word(word, List.of("facts", "void")).ifPresent(may::add));
        String connection = fields.text("connection").orElse(null);
        InverseFunctionalIdentifier authority =
                fields.fields("authority").map(this::authority).orElse(null);
        if (connection == null && authority == null) {
            problems.add(entry.place(), "neither connection nor authority", "one of them, to know the source by");
        }
        fields.finish();
        return new Trust.Listed(entry.key(), connection, authority, may.contains("facts"), may.contains("void"));
    }

    private @Nullable InverseFunctionalIdentifier authority(Fields fields) {
        Optional<Fields> account = fields.fields("account");
        Optional<String> mbox = fields.text("mbox");
        Optional<InverseFunctionalIdentifier> authority = account.flatMap(TrustSection::account);
        fields.finish();
        if (account.isEmpty() == mbox.isEmpty()) {
            problems.add(fields.place(), "an authority of another form", "account: {homePage, name} or mbox: mailto:…");
        }
        return authority
                .or(() -> mbox.map(address -> new InverseFunctionalIdentifier.Mbox(
                        address.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", ""))))
                .orElse(null);
    }

    private static Optional<InverseFunctionalIdentifier> account(Fields fields) {
        fields.require("homePage", "name");
        Optional<String> homePage = fields.text("homePage");
        Optional<String> name = fields.text("name");
        fields.finish();
        return homePage.flatMap(home -> name.map(known -> new InverseFunctionalIdentifier.Account(home, known)));
    }
}
