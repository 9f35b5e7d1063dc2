package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.models.ReviewedRepository;
import dev.buildlog.seed.Personas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What the commands of the gauntlet do at a workplace before they begin. */
final class GauntletPlace {

    private GauntletPlace() {}

    /** The personas that serve here; what is wrong with their files is told. */
    static Personas personas(Workplace here) {
        List<Path> folders = Personas.folders(here.install(), here.home(), here.root());
        Personas personas = here.known("personas", () -> Seen.folders(here, folders), () -> Personas.load(folders));
        personas.problems().forEach(problem -> here.say(problem.toString()));
        return personas;
    }

    /** Work on a pipeline. */
    interface Work<T> {
        T on(Assembly parts, Entrance entrance) throws IOException;
    }

    /** Does work on the pipeline of the project here; the ledger is brought up to date first where there is a journal. */
    static <T> T with(Workplace here, Work<T> work) throws IOException {
        try (Assembly parts = FreshLedger.open(here).orElseGet(() -> Assembly.at(here))) {
            Logging.begin(here, Logging.level(here.verbosity()));
            try (Entrance entrance = Entrance.open(here, parts)) {
                return work.on(parts, entrance);
            }
        }
    }

    /** Answers a question about the project here. */
    static <T> T ask(Workplace here, Function<Assembly, T> question) {
        try (Assembly parts = Assembly.at(here)) {
            return question.apply(parts);
        }
    }

    /**
     * The id of a run: {@code id}, or that of the run that the project here began last where nothing is named.
     *
     * @throws BuildlogException if nothing is named and no run was begun
     */
    static String runId(Assembly parts, String id) {
        return !id.isEmpty() ? id : parts.core().gauntletRuns().latest(parts.project()).orElseThrow(() -> new BuildlogException(
                "this project has no run yet: begin one with `buildlog gauntlet loop TARGET`"));
    }

    /** @throws BuildlogException if the project here has no such run */
    static IssuedRun run(Assembly parts, String id) {
        return parts.core().gauntletRuns().find(parts.project(), id).orElseThrow(() -> new BuildlogException(
                "this project has no run '" + id + "': begin one with `buildlog gauntlet loop TARGET`"));
    }

    /** Hash of the git tree as it is now; empty where there is none to be had. */
    static String tree(Workplace here) {
        return new ReviewedRepository(here.root(), here.environment()).tree().orElse("");
    }
}
