package dev.buildlog.learn.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The percentile bootstrap over clusters (Efron, Annals of Statistics 7, 1979; by cluster: Cameron, Gelbach, Miller, Review of
 * Economics and Statistics 90, 2008): whole clusters are drawn anew with replacement, so that what belongs together stays
 * together. Below some ten clusters its intervals are too narrow.
 *
 * @param resamples how often all clusters are drawn anew
 * @param level probability that the interval is meant to have, above 0 and below 1
 * @param seed of the random numbers: the same clusters give the same interval
 */
public record Bootstrap(int resamples, double level, long seed) {

    /** 2,000 resamples, 95 %. */
    public static final Bootstrap USUAL = new Bootstrap(2_000, 0.95, 20_260_101);

    /**
     * The interval of a statistic of sums.
     *
     * @param clusters the sums over each cluster, all of one length; not empty
     * @param statistic a function of the sums over all clusters; where it is not a number, the resample is left out
     */
    public Interval interval(List<double[]> clusters, ToDoubleFunction<double[]> statistic) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        double[] sums = new double[clusters.get(0).length];
        double[] values = new double[resamples];
        for (int n = 0; n < resamples; n++) {
            Arrays.fill(sums, 0);
            for (int drawn = 0; drawn < clusters.size(); drawn++) {
                double[] cluster = clusters.get(random.nextInt(clusters.size()));
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += cluster[i];
                }
            }
            values[n] = statistic.applyAsDouble(sums);
        }
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double outside = (1 - level) / 2;
        return new Interval(sorted[(int) Math.floor(outside * (sorted.length - 1))],
                sorted[(int) Math.ceil((1 - outside) * (sorted.length - 1))]);
    }
}
