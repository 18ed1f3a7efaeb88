package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.award.Questions.Question;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.words.Words;

/** {@code /teach/questions}: what the learners of an instructor ask. What others' learners ask is not there, nor what they ask themselves. */
public final class QuestionsServlet extends HttpServlet {
    static final String PATH = "/teach/questions";
    private static final int ANSWERED = 20;

    private final transient ClassDesk desk;
    private final transient Questions questions;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public QuestionsServlet(ClassDesk desk, Questions questions, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.questions = questions;
        this.sessions = sessions;
        this.pages = pages;
    }

    /** A learner, and one of the courses in which they are taught. */
    private record Pupil(Learner learner, Taught taught) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<PersonId, Pupil> pupils = pupils(sessions.visitor(request).orElseThrow());
        Words words = pages.words(response);
        List<Question> asked = questions.list(pupils.keySet(), ANSWERED);
        pages.show(
                response,
                "teach/questions.jte",
                new QuestionsPage(
                        TeachFrame.of(request, sessions),
                        shown(asked, Question::waits, pupils, words),
                        shown(asked, question -> !question.waits(), pupils, words),
                        said(request)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<PersonId, Pupil> pupils = pupils(sessions.visitor(request).orElseThrow());
        Question question = id(request.getParameter("question"))
                .flatMap(questions::find)
                .filter(one -> pupils.containsKey(one.person()))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        String answer = Objects.requireNonNullElse(request.getParameter("answer"), "")
                .replace("\r\n", "\n")
                .strip();
        if (answer.isEmpty() || answer.length() > Questions.LONGEST) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        boolean isAnswered = questions
                .by(Doing.of(request))
                .answer(question.id(), answer, desk.clock().instant());
        response.sendRedirect(PATH + "?answered=" + (isAnswered ? "yes" : "before"), HttpServletResponse.SC_SEE_OTHER);
    }

    private static @Nullable String said(HttpServletRequest request) {
        String answered = request.getParameter("answered");
        return answered == null
                ? null
                : answered.equals("yes") ? "mine.questions.sent" : "mine.questions.answered-before";
    }

    private Map<PersonId, Pupil> pupils(Visitor visitor) {
        Map<PersonId, Pupil> pupils = new LinkedHashMap<>();
        for (Taught taught : desk.taught(visitor)) {
            desk.teaching().classes().learners(taught.course()).stream()
                    .filter(learner -> !visitor.isLearner(learner.person()))
                    .forEach(learner -> pupils.putIfAbsent(learner.person(), new Pupil(learner, taught)));
        }
        return pupils;
    }

    private List<QuestionsPage.One> shown(
            List<Question> asked, Predicate<Question> which, Map<PersonId, Pupil> pupils, Words words) {
        return asked.stream()
                .filter(which)
                .filter(question -> pupils.containsKey(question.person()))
                .map(question -> shown(question, Objects.requireNonNull(pupils.get(question.person())), words))
                .toList();
    }

    private QuestionsPage.One shown(Question question, Pupil pupil, Words words) {
        Instant answeredAt = question.answeredAt();
        return new QuestionsPage.One(
                question.id().toString(),
                ClassDesk.name(pupil.learner()),
                CourseAddress.person(pupil.taught().course(), question.person()),
                ClassDesk.title(pupil.taught(), words),
                desk.rules().current().find(question.badge()).map(words::title).orElse(question.badge()),
                question.note(),
                new Moment(question.askedAt()),
                question.tree().stream()
                        .map(line -> Why.of(line.depth(), line.truth(), line.text()))
                        .toList(),
                question.answer(),
                answeredAt == null ? null : new Moment(answeredAt));
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
