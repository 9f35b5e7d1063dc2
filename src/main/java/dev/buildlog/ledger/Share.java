package dev.buildlog.ledger;

import java.util.function.IntConsumer;

/** How much of so many pieces of work is done; tells whole percents only, each once. */
final class Share {

    private final long all;
    private final int most;
    private final IntConsumer percent;
    private long done;
    private int told = -1;

    /**
     * @param all number of pieces; may be fewer than are done in the end
     * @param most what all of them are of the whole work, in percent
     */
    Share(long all, int most, IntConsumer percent) {
        this.all = Math.max(1, all);
        this.most = most;
        this.percent = percent;
    }

    /** One more is done. */
    void one() {
        int now = (int) Math.min(most, ++done * most / all);
        if (now != told) {
            told = now;
            percent.accept(now);
        }
    }
}
