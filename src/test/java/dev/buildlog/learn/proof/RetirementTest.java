package dev.buildlog.learn.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.proof.Retirement.Earned;
import dev.buildlog.learn.proof.Retirement.Proposal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetirementTest {

    @Test
    void whatEarnsLessThanTheProjectAndWhatNobodyCites() {
        List<Proposal> proposals = Retirement.proposals(0.7, List.of(
                new Earned("poor", new Beta(2, 11), 11, 20, 11),
                new Earned("poor-but-new", new Beta(1, 9), 8, 20, 8),
                new Earned("fair", new Beta(7, 5), 10, 20, 10),
                new Earned("ignored", Beta.UNIFORM, 0, 30, 0),
                new Earned("ignored-but-new", Beta.UNIFORM, 0, 29, 0),
                new Earned("cited", Beta.UNIFORM, 0, 300, 1)));
        assertThat(proposals).extracting(Proposal::rule).containsExactly("poor", "ignored");
        assertThat(proposals.get(0).reason()).contains("11 rewarded reviews", "below 0.38", "0.70");
        assertThat(proposals.get(1).reason()).isEqualTo("shown in 30 reviews, cited in none");
    }
}
