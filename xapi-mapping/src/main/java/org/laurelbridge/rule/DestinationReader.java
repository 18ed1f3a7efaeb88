package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads {@code deliver}. Empty answers have told their problems. */
final class DestinationReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final Problems problems;

    DestinationReader(Problems problems) {
        this.problems = problems;
    }

    List<Destination> destinations(List<Node> nodes) {
        return nodes.stream().flatMap(node -> destination(node).stream()).toList();
    }

    private Optional<Destination> destination(Node node) {
        Fields fields = Fields.of(node, problems).require("to");
        Optional<String> to = fields.text("to");
        Optional<Destination.Course> course = fields.node("course").flatMap(this::course);
        BigDecimal of =
                fields.node("of").isEmpty() ? HUNDRED : fields.decimal("of").orElse(HUNDRED);
        if (of.signum() <= 0) {
            fields.node("of").ifPresent(maximum -> problems.add(maximum, "more than 0"));
            of = HUNDRED;
        }
        BigDecimal maximum = of;
        Destination.Grade grade = fields.node("grade")
                .flatMap(points -> grade(points, maximum))
                .orElse(new Destination.Grade.Fixed(HUNDRED.min(maximum)));
        fields.finish();
        return to.map(name -> new Destination(name, course.orElse(null), grade, maximum));
    }

    private Optional<Destination.Course> course(Node node) {
        if (node instanceof Node.Decimal number) {
            return Optional.of(new Destination.Course.Fixed(number.written()));
        }
        if (node instanceof Node.Text text) {
            return Optional.of(
                    text.value().equals("evidence")
                            ? new Destination.Course.Evidence()
                            : new Destination.Course.Fixed(text.value()));
        }
        problems.add(node, "a course's id, or evidence");
        return Optional.empty();
    }

    private Optional<Destination.Grade> grade(Node node, BigDecimal maximum) {
        if (node instanceof Node.Text text && text.value().equals("score")) {
            return Optional.of(new Destination.Grade.Score());
        }
        if (node instanceof Node.Decimal points
                && points.value().signum() >= 0
                && points.value().compareTo(maximum) <= 0) {
            return Optional.of(new Destination.Grade.Fixed(points.value()));
        }
        String meant = node instanceof Node.Text text ? Language.meant(text.value(), List.of("score")) : "";
        problems.add(node, "score, or points from 0 to " + maximum.toPlainString() + meant);
        return Optional.empty();
    }
}
