package dev.buildlog.simulation;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The truth about a simulated project, which nobody in it knows. For each piece of work:
 *
 * <ol>
 *   <li>Work comes into a situation that one of the useful rules is about with probability {@code applies}, whichever. That leads
 *       to a mistake with probability {@code harm}; if the rule is shown, it keeps that from happening with probability
 *       {@code prevents}.
 *   <li>Other work has a mistake in it with probability {@code background}, whatever is shown.
 *   <li>A review cites a useful rule that applies and was shown with probability {@code cites}. For a mistake it blames one of the
 *       rules shown, whichever, with probability {@code blames}. And it cites each rule shown for no reason at all with
 *       probability {@code carpet}.
 *   <li>Work without a mistake is accepted with probability {@code good}, else revised (worth 0.5). Work with a mistake is
 *       accepted with probability {@code luck}, and revised or rejected with equal parts of the rest.
 * </ol>
 *
 * <p>A session is 1 to {@code longest} reviews; after each reward rules are drawn anew.
 *
 * @param rules how many rules there are
 * @param useful how many of them help; they are the first ones
 */
record World(int rules, int useful, double applies, double harm, double prevents, double background, double cites, double blames,
        double carpet, double good, double luck, int longest) {

    /** Five rules in forty help. */
    static final World USUAL = new World(40, 5, 0.9, 0.9, 0.98, 0.1, 0.95, 0.1, 0.005, 1, 0.05, 4);

    /** As usual, but no rule helps. */
    static final World USELESS = new World(40, 5, 0.9, 0.9, 0, 0.1, 0.95, 0.1, 0.005, 1, 0.05, 4);

    static String id(int rule) {
        return String.format("wf-%02d", rule);
    }

    /** Value of the outcome of some work. */
    double outcome(boolean mistaken, UniformRandomProvider random) {
        double drawn = random.nextDouble();
        if (!mistaken) {
            return drawn < good ? 1 : 0.5;
        }
        return drawn < luck ? 1 : drawn < luck + (1 - luck) / 2 ? 0.5 : 0;
    }
}
