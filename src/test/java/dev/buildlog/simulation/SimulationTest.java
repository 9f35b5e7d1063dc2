package dev.buildlog.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.simulation.Simulation.Result;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop finds the rules that help, and the report says of no rule what is not so more often than it says. */
class SimulationTest {

    @Test
    void theRulesThatHelpRiseToTheTop() {
        List<Result> results = Simulation.run(World.USUAL, 10, Simulation.JUDGED, 1);
        assertThat(results).filteredOn(Result::found).hasSizeGreaterThanOrEqualTo(9);
        assertThat(results).filteredOn(result -> !result.wrong().isEmpty()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("faults-full")
    void inNinetyFiveOfAHundredProjects() {
        List<Result> results = Simulation.run(World.USUAL, 100, Simulation.JUDGED, 1);
        assertThat(results).filteredOn(Result::found).hasSizeGreaterThanOrEqualTo(95);
        assertThat(results).filteredOn(result -> !result.wrong().isEmpty()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    @Tag("faults-full")
    void whereNoRuleHelpsHardlyAReportSaysSo() {
        List<Result> results = Simulation.run(World.USELESS, 100, 1_000, 1);
        assertThat(results).filteredOn(result -> !result.wrong().isEmpty()).hasSizeLessThanOrEqualTo(5);
        assertThat(results).filteredOn(result -> result.overall() > 0).hasSizeLessThanOrEqualTo(5);
    }
}
