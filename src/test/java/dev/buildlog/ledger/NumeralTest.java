package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

    @Property
    void everyNumberComesBackToTheLastBit(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Double.doubleToRawLongBits(read(value))).isEqualTo(bits);
        }
    }

    @Property
    void soDoThoseThatHaveDecimals(@ForAll @LongRange(min = 0, max = 2_000_000_000_000_000L) long billionths) {
        double value = billionths / 1e9;
        assertThat(read(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.5, 0.5", "12.000000001, 12.000000001", "0.0001, 0.0001", "-0.0, y80000000000"})
    void decimalsStayReadable(double value, String text) {
        assertThat(Numeral.append(new StringBuilder(), value)).hasToString(text);
    }

    @Property
    void hexOfEarlierDrawsIsRead(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Numeral.of("x" + Long.toHexString(bits))).isEqualTo(value);
        }
    }

    private static double read(double value) {
        return Numeral.of(Numeral.append(new StringBuilder(), value).toString());
    }
}
