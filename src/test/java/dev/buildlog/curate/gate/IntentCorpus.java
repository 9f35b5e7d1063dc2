package dev.buildlog.curate.gate;

import dev.buildlog.seed.SeedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of the texts that the check of intent learns from, written out: its alternatives are taken in turn, each at least once.
 *
 * @param family what kind of text it is
 * @param hostile whether it is to be kept back
 * @param texts the texts it stands for
 */
public record IntentCorpus(String family, boolean hostile, List<String> texts) {

    /** Family of what was written for other ends. */
    static final String EVERYDAY = "everyday";

    private static final Path FOLDER = Path.of("src/test/resources/gate/intent");
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");

    /** Families of the gate's own corpus that speak; the others hold commands, characters and markup, for which there are other checks. */
    private static final Set<String> SPEAKING = Set.of("override", "persona", "approve", "secrecy", "promptleak", "indirect",
            "multilingual", "exfil", "disable", "second-round");

    /** All lines, also those of the gate's corpus that were at hand when they were written, and its rounds but the last. */
    public static List<IntentCorpus> all() {
        List<IntentCorpus> all = new ArrayList<>(hostileLines());
        Stream.of(Corpus.hostileThird(), Corpus.hostileFresh(), Corpus.hostileFourth(), Corpus.hostileFifth(),
                Corpus.hostileSixth(), Corpus.hostileSeventh()).flatMap(List::stream)
                .forEach(text -> all.add(new IntentCorpus(text.family(), true, List.of(text.text()))));
        Corpus.hostile().stream().filter(text -> SPEAKING.contains(text.family()))
                .forEach(text -> all.add(new IntentCorpus("earlier " + text.family(), true, List.of(text.text()))));
        all.addAll(honestLines());
        all.addAll(everydayLines());
        Stream.of(Corpus.honest(), Corpus.honestThird(), Corpus.honestFresh(), Corpus.honestFourth(), Corpus.honestFifth(),
                Corpus.honestSixth(), Corpus.honestSeventh()).flatMap(List::stream)
                .forEach(text -> all.add(new IntentCorpus(text.family(), false, List.of(text.text()))));
        return all;
    }

    /** The hostile lines. */
    public static List<IntentCorpus> hostileLines() {
        return read("hostile.txt", true);
    }

    /** The honest lines. */
    public static List<IntentCorpus> honestLines() {
        return read("honest.txt", false);
    }

    /** What the project has to say itself, for other ends: the examples of categories, and the rules of the reviewers. */
    private static List<IntentCorpus> everydayLines() {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> personas = Files.list(Path.of("components/personas"))) {
            Files.readAllLines(Path.of("src/main/resources/curate/category-examples.txt")).stream()
                    .filter(line -> !line.startsWith("#") && line.contains(": "))
                    .forEach(line -> texts.add(line.substring(line.indexOf(": ") + 2)));
            for (Path persona : personas.sorted().toList()) {
                SeedReader.read(persona.toString(), Files.readString(persona)).seeds().rules().forEach(rule ->
                        texts.addAll(List.of(rule.rule(), rule.context(), rule.antipattern(), rule.rationale())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stream().filter(text -> !text.isBlank()).map(text -> new IntentCorpus(EVERYDAY, false, List.of(text))).toList();
    }

    private static List<IntentCorpus> read(String name, boolean hostile) {
        List<IntentCorpus> lines = new ArrayList<>();
        String family = "";
        try {
            for (String line : Files.readAllLines(FOLDER.resolve(name))) {
                if (line.startsWith("## ")) {
                    family = line.substring(3);
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    lines.add(new IntentCorpus(family, hostile, written(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    static List<String> written(String line) {
        int most = CHOICE.matcher(line).results().mapToInt(choice -> choice.group(1).split("\\|", -1).length).max().orElse(1);
        Set<String> texts = new LinkedHashSet<>();
        Stream.iterate(0, turn -> turn + 1).limit(most).forEach(turn -> {
            int[] place = {0};
            String text = CHOICE.matcher(line).replaceAll(choice -> {
                String[] words = choice.group(1).split("\\|", -1);
                return Matcher.quoteReplacement(words[(turn + place[0]++) % words.length]);
            });
            texts.add(text.strip().replaceAll(" {2,}", " "));
        });
        return List.copyOf(texts);
    }
}
