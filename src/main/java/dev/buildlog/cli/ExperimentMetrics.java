package dev.buildlog.cli;

import dev.buildlog.learn.proof.Tally;
import dev.buildlog.learn.proof.Tally.Rate;
import dev.buildlog.learn.proof.Tally.Session;
import dev.buildlog.learn.proof.Tally.SessionRate;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog experiment metrics}. */
@Command(name = "metrics", description = "Print how many mistakes there were, and how many of them had been made before: in one"
        + " session, or in all of the project.")
final class ExperimentMetrics extends Verb {

    @Option(names = {"-s", "--session"}, paramLabel = "ID", description = "Only this session.")
    private @Nullable String session;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private MatcherOptions matcher = new MatcherOptions();

    @Override
    int run(Workplace here) throws IOException {
        Tally tally;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            tally = parts.core().experiments().tally(parts.project(), matcher.matcher());
        }
        SessionRate asked = session == null ? aggregate(tally) : tally.sessions().stream()
                .filter(one -> one.session().id().equals(session)).findFirst()
                .orElseThrow(() -> new BuildlogException("this project has no session '" + session + "'; buildlog experiment"
                        + " report lists them"));
        if (json) {
            Map<String, Object> fields = TallyFields.session(asked, here.clock().instant());
            fields.put("session_id", session == null ? "aggregate" : session);
            Json.print(here.out(), fields);
        } else {
            here.out().println(Printable.line(told(asked.rate())));
            here.out().println("Rules: " + asked.session().rulesAtStart() + ", then " + asked.session().rulesAtEnd() + ".");
        }
        return ExitCode.DONE;
    }

    /** In words: counts, the rate with its interval, and mistakes per 1,000 lines where git knows these. */
    static String told(Rate rate) {
        String words = rate.mistakes() == 0 ? "No mistakes." : String.format(Locale.ROOT,
                "%d mistakes, %d of them repeated: %.2f (95 %%: %.2f to %.2f).", rate.mistakes(), rate.repeated(),
                rate.repeatedRate(), rate.interval().low(), rate.interval().high());
        Double perThousand = rate.perThousandLines();
        return perThousand == null ? words : words + String.format(Locale.ROOT,
                " %.1f for each 1,000 changed lines.", perThousand);
    }

    /** All of the project as if it were one session, from the rules of the first to those of the last. */
    private static SessionRate aggregate(Tally tally) {
        List<Session> began = tally.sessions().stream().map(SessionRate::session).filter(one -> one.startedAt() != null).toList();
        int first = began.isEmpty() ? 0 : began.get(0).rulesAtStart();
        int last = began.isEmpty() ? 0 : began.get(began.size() - 1).rulesAtEnd();
        return new SessionRate(new Session("aggregate", "", "", "", null, null, first, last, null), tally.all());
    }
}
