package dev.buildlog.cli;

import dev.buildlog.ledger.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the database while it is in use. */
abstract class BackupVerb extends Verb {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to; a file that is not there yet.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print JSON: schema and number of rows by table.")
    private boolean json;

    @Override
    final int run(Workplace here) throws IOException {
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "Name the file to write.");
        }
        Backup.Content content;
        try (Assembly parts = Assembly.at(here)) {
            content = new Backup(parts.core().ledger()).write(here.directory().resolve(file));
        }
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("schema", content.schema());
            fields.put("rows", content.rows());
            Json.print(here.out(), fields);
        } else {
            here.out().println("Wrote " + file + ": " + content.total() + " rows, looked over.");
        }
        return ExitCode.DONE;
    }
}
