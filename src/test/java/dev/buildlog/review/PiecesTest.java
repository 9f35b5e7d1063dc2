package dev.buildlog.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.review.Pieces.Part;
import dev.buildlog.review.Pieces.Piece;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void smallFilesShareAPieceAndLargeOnesAreCut() {
        List<Piece> pieces = Pieces.of(List.of(new Part("a", "1\n2", true), new Part("b", "x".repeat(40) + "\nend", true),
                new Part("c", "+diff", false)), 60);
        assertThat(pieces).extracting(Piece::name).containsExactly("a", "b", "c");
        assertThat(Pieces.of(List.of(new Part("a", "1", true), new Part("c", "+diff", false)), 60)).singleElement()
                .isEqualTo(new Piece("a and 1 more", List.of("a", "c"), "=== a\n1\t1\n=== c\n+diff\n"));
    }

    @Property(tries = 200)
    void everyLineIsShownOnceAndInOrder(@ForAll @Size(min = 1, max = 8) List<@AlphaChars @StringLength(max = 30) String> lines,
            @ForAll @IntRange(min = 20, max = 80) int most) {
        List<Piece> pieces = Pieces.of(List.of(new Part("f", String.join("\n", lines), true)), most);
        String shown = pieces.stream().map(Piece::text).collect(Collectors.joining())
                .lines().filter(line -> !line.startsWith("=== ")).map(line -> line.substring(line.indexOf('\t') + 1))
                .collect(Collectors.joining("\n"));
        assertThat(shown).isEqualTo(String.join("\n", lines));
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.text().length()).isLessThanOrEqualTo(Math.max(most, 45)));
    }
}
