package dev.buildlog.cli;

import dev.buildlog.ledger.Checkup;
import dev.buildlog.ledger.Checkup.Trouble;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog doctor}: is all well? */
@Command(name = "doctor", description = {
    "Look the ledger and the home over: damage, schema, rows without a project, the log, messages and files that wait, who may",
    "read it. Ends with 1 if anything is left to mend."})
final class Doctor extends Verb {

    @Option(names = "--fix", description = "Mend what can be mended without a decision.")
    private boolean fix;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Trouble> troubles = Files.exists(here.home().resolve("buildlog.db")) ? look(here) : List.of();
        if (json) {
            Json.print(here.out(), troubles.stream().map(Doctor::fields).toList());
        } else if (troubles.isEmpty()) {
            here.out().println("All is well with " + here.home() + ".");
        } else {
            troubles.forEach(trouble -> here.out().println(Printable.line((trouble.mended() ? "mended  " : "to mend ")
                    + trouble.check() + ": " + trouble.message())));
        }
        return troubles.stream().allMatch(Trouble::mended) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<Trouble> look(Workplace here) {
        try (Ledger ledger = Ledger.open(here.home())) {
            return new Checkup(ledger, here.home(), fix).run();
        } catch (BuildlogException e) {
            return List.of(new Trouble("ledger", String.valueOf(e.getMessage()), false));
        }
    }

    private static Map<String, Object> fields(Trouble trouble) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("check", trouble.check());
        fields.put("message", trouble.message());
        fields.put("mended", trouble.mended());
        return fields;
    }
}
