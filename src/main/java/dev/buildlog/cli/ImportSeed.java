package dev.buildlog.cli;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.pipeline.Sync;
import dev.buildlog.seed.Personas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog import-seed}: makes a seed file one of this project's. */
@Command(name = "import-seed", description = {
    "Check a seed file and copy it into .buildlog/seeds of this project.",
    "Where it takes the place of one whose rules rest on another graph_version, what is known of these counts half."})
final class ImportSeed extends Verb {

    private static final int MAX_BYTES = 1 << 20;

    @Parameters(paramLabel = "FILE", description = "The seed file.")
    private Path file = Path.of("");

    @Option(names = "--target", paramLabel = "DIR", description = "Folder for the copy. Default: .buildlog/seeds.")
    private @Nullable Path target;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Logging.begin(here, Logging.level(here.verbosity()));
        Path from = here.directory().resolve(file);
        String name = from.getFileName().toString();
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*\\.ya?ml")) {
            throw new BuildlogException(name + " is no name of a seed file: letters, digits, '_', '.' and '-', then .yaml"
                    + " or .yml");
        }
        Path to = (target == null ? here.root().resolve(Personas.OWN) : here.directory().resolve(target)).resolve(name);
        String text = text(from);
        SeedReceipt receipt;
        try (Assembly parts = Assembly.at(here);
                Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
            receipt = sync.seed(new SeedDelivery(parts.project(), "", name, text, Files.exists(to) ? text(to) : "", "",
                    parts.core().instant()));
        }
        if (receipt.isRefused()) {
            throw new BuildlogException(receipt.refusal());
        }
        AtomicFile.write(to, receipt.text().getBytes(StandardCharsets.UTF_8));
        tell(here, receipt, to);
        return ExitCode.DONE;
    }

    private void tell(Workplace here, SeedReceipt receipt, Path to) throws IOException {
        if (!json) {
            here.out().println(Printable.line(receipt.rules() + " rules of " + receipt.persona() + " in " + here.shown(to)
                    + (receipt.halved().isEmpty() ? "" : "; counts half now: " + String.join(", ", receipt.halved()))));
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("persona", receipt.persona());
        fields.put("rule_count", receipt.rules());
        fields.put("provenance_count", receipt.provenances());
        fields.put("target_path", to.toString());
        fields.put("version_changed", !receipt.halved().isEmpty());
        fields.put("decayed_rules", receipt.halved());
        Json.print(here.out(), fields);
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BuildlogException(file + " is larger than " + MAX_BYTES + " bytes: split it");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, file + " is not UTF-8: save it as UTF-8", e);
        } catch (NoSuchFileException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "there is no file " + file, e);
        }
    }
}
