package dev.buildlog.api;

import dev.buildlog.ledger.Rules.Named;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Rule;
import dev.buildlog.pipeline.Core;
import dev.buildlog.render.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bean {@code deciding}: decisions about rules that come over HTTP. */
public final class Deciding {

    /** Who decided, where a request does not say: nobody that buildlog knows. */
    private static final String SOMEBODY = "somebody over HTTP";

    private final Core core;
    private final Contract contract;
    private final Feedback feedback;
    private final Questions questions;
    private final Function<String, Targets> targets;

    /**
     * The bean.
     *
     * @param contract what a body may say
     * @param questions how the states of rules are told
     * @param targets those that a project's routes know
     */
    public Deciding(Core core, Contract contract, Questions questions, Function<String, Targets> targets) {
        this.targets = targets;
        this.core = core;
        this.contract = contract;
        this.feedback = new Feedback(core, contract);
        this.questions = questions;
    }

    /** A decision; {@code kind} and {@code rules} must be there. To let a rule out despite the gate is for the command line. */
    record Body(@Nullable String kind, @Nullable List<String> rules, @Nullable String text, @Nullable String why,
            @Nullable List<String> targets, @Nullable String by) {}

    /**
     * The decision in a request.
     *
     * @param headers those of the request, and {@code project} out of its address
     * @throws RequestProblem if it is none, or its key was used for another request
     */
    public Decision decision(Map<String, Object> headers, byte @Nullable [] body) {
        String project = feedback.project(headers);
        Body told = contract.read(body, "Decision", Body.class);
        List<String> rules = told.rules();
        List<String> named = told.targets() == null ? List.of() : told.targets();
        if (told.kind() == null || rules == null || rules.stream().anyMatch(Deciding::isNoWord)
                || named.stream().anyMatch(Deciding::isNoWord)) {
            throw new RequestProblem(422, "Not a decision", "'kind' must be one of " + String.join(", ", Decision.KINDS)
                    + ", 'rules' a list of ids, and 'targets' one of names");
        }
        String by = FeedbackBody.plain(told.by()).strip();
        return new Decision(Feedback.id("dec-", project, headers), project, told.kind(), rules,
                FeedbackBody.plain(told.text()), FeedbackBody.plain(told.why()), known(project, named), false,
                by.isEmpty() ? SOMEBODY : by + " (over HTTP)", core.instant());
    }

    private List<String> known(String project, List<String> named) {
        try {
            return named.stream().map(name -> targets.apply(project).get(name).id()).distinct().toList();
        } catch (BuildlogException e) {
            throw new RequestProblem(422, "No such target", String.valueOf(e.getMessage()));
        }
    }

    private static boolean isNoWord(@Nullable String word) {
        return word == null || word.isBlank() || word.contains(" ");
    }

    /** The answer to a recorded decision: the rules as they are now. */
    public Answer decided(Decision decision) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", decision.id());
        fields.put("kind", decision.kind());
        Map<String, String> states = questions.states(decision.project());
        List<Rule> live = decision.rules().stream()
                .map(id -> core.rules().resolve(decision.project(), id) instanceof Named.Live found
                        ? Optional.of(found.rule())
                        : Optional.<Rule>empty())
                .flatMap(Optional::stream).distinct().toList();
        fields.put("rules", live.stream().map(rule -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", rule.id());
            one.put("state", Objects.requireNonNullElse(states.get(rule.id()), "new"));
            return one;
        }).toList());
        return Json.answer(201, fields);
    }
}
