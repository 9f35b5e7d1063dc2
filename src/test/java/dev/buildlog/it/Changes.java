package dev.buildlog.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** What a busy person does to a journal: adds, edits, deletes and renames entries, the same for the same seed. */
final class Changes {

    private static final List<String> VERBS = List.of("Pin", "Review", "Measure", "Name", "Log", "Cache", "Mock", "Split",
            "Retry", "Document", "Inline", "Rotate");
    private static final List<String> THINGS = List.of("the grammar", "every index", "slow queries", "feature flags",
            "the mailer", "session cookies", "payment webhooks", "table locks", "build agents", "audit trails");
    private static final List<String> TIMES = List.of("before the upgrade", "after each deploy", "while reviewing",
            "in the nightly job", "once a sprint", "behind the proxy");
    private static final List<String> HEADINGS = List.of("Architectural", "Workflow", "Tool Usage", "Domain Knowledge");

    private final Repository repository;
    private final Random random;
    private final TreeMap<String, String> files = new TreeMap<>();
    private int number;

    Changes(Repository repository, long seed) {
        this.repository = repository;
        this.random = new Random(seed);
    }

    /** One change, on disk when this returns. */
    void next() {
        int kind = random.nextInt(100);
        if (files.size() < 3 || kind < 40) {
            write(name());
        } else if (kind < 70) {
            write(any());
        } else if (kind < 83) {
            String gone = any();
            files.remove(gone);
            repository.delete(gone);
        } else {
            String from = any();
            String to = name();
            repository.rename(from, to);
            files.put(to, files.remove(from));
        }
    }

    private void write(String name) {
        String text = text();
        files.put(name, text);
        repository.write(name, text);
    }

    private String any() {
        return new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
    }

    private String name() {
        return String.format("2026-%02d-%02d-work-%04d.md", 1 + random.nextInt(6), 1 + random.nextInt(28), ++number);
    }

    private String text() {
        StringBuilder text = new StringBuilder("# Work\n\n## Improvements\n");
        for (String heading : HEADINGS) {
            if (random.nextInt(3) == 0) {
                text.append("\n### ").append(heading).append("\n\n");
                for (int bullets = random.nextInt(3); bullets >= 0; bullets--) {
                    text.append("- ").append(pick(VERBS)).append(' ').append(pick(THINGS)).append(' ').append(pick(TIMES))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
