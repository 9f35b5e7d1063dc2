package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    private static final int WRITERS = 12;

    @TempDir
    Path home;

    private TestLedger live;
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);

    @BeforeEach
    void open() {
        live = TestLedger.open(home);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        live.close();
    }

    @Test
    void whatWritersDoTogetherIsThereWhenEachGoesOn() throws Exception {
        for (Future<Integer> writer : whileBusy(false)) {
            assertThat(writer.get()).isEqualTo(1);
        }
        assertThat(live.count("trust")).isEqualTo(WRITERS);
    }

    @Test
    void aWriterThatFailsTakesNobodyAlong() throws Exception {
        List<Future<Integer>> writers = whileBusy(true);
        for (int i = 0; i < WRITERS; i++) {
            Future<Integer> writer = writers.get(i);
            if (i % 4 == 1) {
                assertThatThrownBy(writer::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("writer fails");
            } else {
                assertThat(writer.get()).isEqualTo(1);
            }
        }
        assertThat(live.rows("select root from trust order by root")).extracting(row -> row.get("root"))
                .containsExactly("00", "02", "03", "04", "06", "07", "08", "10", "11");
    }

    @Test
    void closingWaitsForWhatIsWaiting() throws Exception {
        List<Future<Integer>> writers = whileBusy(false);
        live.close();
        for (Future<Integer> writer : writers) {
            // whoever was in time is written; whoever came too late was told so
            try {
                assertThat(writer.get()).isEqualTo(1);
            } catch (ExecutionException e) {
                assertThat(e).hasRootCauseInstanceOf(java.util.concurrent.RejectedExecutionException.class);
            }
        }
        live = TestLedger.open(home);
        assertThat(live.count("trust")).isEqualTo(writers.stream().filter(GroupCommitTest::succeeded).count());
    }

    private static boolean succeeded(Future<Integer> writer) {
        try {
            writer.get();
            return true;
        } catch (ExecutionException | InterruptedException e) {
            return false;
        }
    }

    /** Starts the writers while another one keeps the turn, so that they meet; every fourth fails after it wrote. */
    private List<Future<Integer>> whileBusy(boolean failing) throws InterruptedException {
        CountDownLatch hasTurn = new CountDownLatch(1);
        CountDownLatch allStarted = new CountDownLatch(WRITERS);
        threads.submit(() -> live.ledger.write(db -> {
            hasTurn.countDown();
            return await(allStarted);
        }));
        hasTurn.await();
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            writers.add(threads.submit(() -> {
                allStarted.countDown();
                return live.ledger.write(db -> {
                    int rows = db.update("insert into trust (root, hash, trusted_at) values (?, '', '')",
                            "%02d".formatted(number));
                    if (failing && number % 4 == 1) {
                        throw new IllegalStateException("writer fails");
                    }
                    return rows;
                });
            }));
        }
        return writers;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
