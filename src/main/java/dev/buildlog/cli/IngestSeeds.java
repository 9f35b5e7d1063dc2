package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.pipeline.Sync;
import dev.buildlog.seed.Interop;
import dev.buildlog.seed.Interop.Producer;
import dev.buildlog.seed.SeedInbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog ingest-seeds}: takes in what other producers dropped. */
@Command(name = "ingest-seeds", description = {
    "Take in the seed files that other producers dropped, as interop.yaml in the home names them.",
    "Their rules become those of personas for all projects. A file that cannot be taken goes to the producer's failed folder,"
        + " beside one that ends in .error and says why."})
final class IngestSeeds extends Verb {

    @Option(names = "--source", paramLabel = "NAME", description = "Only those of this producer.")
    private @Nullable String source;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Logging.begin(here, Logging.level(here.verbosity()));
        Interop all = Interop.read(here.home().resolve(Interop.FILE),
                Path.of(here.environment().getOrDefault("HOME", System.getProperty("user.home"))));
        List<Producer> producers = all.sources().stream().filter(one -> source == null || one.name().equals(source)).toList();
        if (producers.isEmpty()) {
            throw new BuildlogException("interop.yaml names no source '" + source + "'; it has "
                    + all.sources().stream().map(Producer::name).toList());
        }
        List<Map<String, Object>> results = new ArrayList<>();
        boolean failed = false;
        try (Assembly parts = Assembly.at(here); Sync sync = Sync.home(parts.core(), parts.settings(), parts.front())) {
            for (Producer producer : producers) {
                Interop one = new Interop(List.of(producer), all.maxFileBytes(), all.maxRules(), all.maxRuleLength());
                List<SeedReceipt> receipts = new ArrayList<>();
                List<String> skipped = ingest(here, sync, one, receipts);
                failed |= receipts.stream().anyMatch(SeedReceipt::isRefused);
                results.add(told(here, producer, receipts, skipped));
            }
        }
        if (json) {
            Json.print(here.out(), Map.of("sources", results));
        }
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** Looks a second time where a file was written to just now. */
    private static List<String> ingest(Workplace here, Sync sync, Interop one, List<SeedReceipt> receipts) {
        int unfinished = 0;
        List<String> skipped = List.of();
        for (int look = 0; look == 0 || look == 1 && unfinished > 0; look++) {
            if (look > 0) {
                LockSupport.parkNanos(SeedInbox.SETTLE.toNanos());
            }
            try (SeedInbox inbox = SeedInbox.open(one, here.clock().instant())) {
                while (inbox.hasNext()) {
                    SeedReceipt receipt = sync.seed(inbox.next());
                    inbox.settle(receipt, here.clock().instant());
                    receipts.add(receipt);
                }
                skipped = inbox.skipped();
                unfinished = inbox.unfinished();
            }
        }
        return skipped;
    }

    private Map<String, Object> told(Workplace here, Producer producer, List<SeedReceipt> receipts, List<String> skipped) {
        List<SeedReceipt> refused = receipts.stream().filter(SeedReceipt::isRefused).toList();
        int ingested = receipts.size() - refused.size();
        if (!json) {
            String what = !Files.isDirectory(producer.pending()) ? "No pending directory: " + producer.pending()
                    : receipts.isEmpty() && skipped.isEmpty() ? "No pending files"
                    : ingested + " ingested, " + refused.size() + " failed, " + skipped.size() + " skipped";
            here.out().println(Printable.line("[" + producer.name() + "] " + what));
            refused.forEach(one -> here.err().println(Printable.text(one.name() + ": " + one.refusal())));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", producer.name());
        fields.put("ingested", receipts.stream().filter(one -> !one.isRefused()).map(SeedReceipt::name).toList());
        fields.put("failed", refused.stream().map(one -> Map.of("file", one.name(), "error", one.refusal())).toList());
        fields.put("skipped", skipped);
        fields.put("halved_rules", receipts.stream().flatMap(one -> one.halved().stream()).toList());
        return fields;
    }
}
