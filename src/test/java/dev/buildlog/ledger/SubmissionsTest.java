package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.at;
import static dev.buildlog.ledger.TestLedger.entry;
import static dev.buildlog.ledger.TestLedger.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {

    private static final String KEY = "2026-01-10-submitted";

    @Test
    void theVersionInForceIsReadAgainForAnotherRecipe(@TempDir Path home) {
        try (TestLedger live = TestLedger.open(home)) {
            Submissions submissions = new Submissions(live.ledger);
            live.record(entry(Holder.SUBMISSION, KEY, 1, "Old text"));
            live.record(entry(Holder.SUBMISSION, KEY, 2, "New text"));
            assertThat(submissions.unread(PROJECT, "recipe", at(3))).isEmpty();
            assertThat(submissions.unread(PROJECT, "other", at(3)))
                    .singleElement()
                    .returns("New text", EntryVersion::text)
                    .returns(KEY, EntryVersion::path)
                    .returns(at(3), EntryVersion::observedAt)
                    .returns(Holder.SUBMISSION, EntryVersion::holder)
                    .satisfies(version -> assertThat(version.insights()).isEmpty());
        }
    }

    @Test
    void aWithdrawnSubmissionIsNotReadAgain(@TempDir Path home) {
        try (TestLedger live = TestLedger.open(home)) {
            Submissions submissions = new Submissions(live.ledger);
            live.record(entry(Holder.SUBMISSION, KEY, 1, "Text"));
            live.record(entry(TestLedger.MAIN, "2026-01-11-file.md", 1, "Text of a file"));
            assertThat(submissions.holds(PROJECT, KEY)).isTrue();
            assertThat(submissions.holds(PROJECT, "2026-01-11-file.md")).isFalse();
            live.record(removed(Holder.SUBMISSION, KEY, 2));
            assertThat(submissions.holds(PROJECT, KEY)).isFalse();
            assertThat(submissions.unread(PROJECT, "other", at(3))).isEmpty();
        }
    }
}
