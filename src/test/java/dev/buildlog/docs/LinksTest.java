package dev.buildlog.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the pages point at is there. */
class LinksTest {

    @Test
    void linksLeadToFilesAndHeadings() {
        List<String> broken = new ArrayList<>();
        for (Path page : Pages.all()) {
            for (String link : Pages.find(Pages.prose(Pages.text(page)), "]\\(([^)\\s]+)\\)")) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
                boolean outside = link.startsWith("https://");
                if (!outside && (!Files.exists(target) || parts.length == 2 && !anchors(target).contains(parts[1]))) {
                    broken.add(Pages.ROOT.relativize(page) + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void partsThatPagesNameExist() {
        Set<String> known = new HashSet<>();
        Pages.all().forEach(page -> Pages.blocks(Pages.text(page), "yaml").forEach(
                block -> known.addAll(Pages.find(block, "(?m)^  name: (\\S+)$"))));
        GeneratedDocsTest.files("components", ".kamelet.yaml").forEach(
                file -> known.add(file.name().replace(".kamelet.yaml", "")));
        assertThat(Pages.all()).allSatisfy(page -> assertThat(known)
                .containsAll(Pages.find(Pages.text(page), "`(?:kamelet:)?([a-z]+-[a-z-]*(?:action|sink|source))`"))
                .containsAll(Pages.find(Pages.text(page), "uri: \"?kamelet:([a-z-]+-(?:action|sink|source))\\b")));
        assertThat(Pages.all()).allSatisfy(page -> assertThat(
                Pages.find(Pages.text(page), "[^/.A-Z]\\b((?:routes|components)/[\\w/-]+(?:\\.\\w+)+)"))
                .allSatisfy(file -> assertThat(known.contains(Path.of(file).getFileName().toString()
                        .replace(".kamelet.yaml", "")) || Files.exists(Pages.ROOT.resolve(file))).as(file).isTrue()));
    }

    @Test
    void commandsThatPagesShowExist() throws IOException {
        Set<String> known = new HashSet<>();
        try (Stream<Path> files = Files.list(Pages.ROOT.resolve("src/main/java/dev/buildlog/cli"))) {
            files.forEach(file -> known.addAll(Pages.find(Pages.text(file), "@Command\\(\\s*name = \"([a-z-]+)\"")));
        }
        assertThat(known).contains("buildlog", "serve", "eject");
        for (Path page : Pages.all()) {
            String shown = String.join("\n", Pages.find(Pages.text(page), "`((?:\\./)?buildlog [^`]+)`")) + "\n"
                    + String.join("\n", Pages.find(Pages.text(page), "(?m)^\\$ (.+)$")) + "\n"
                    + String.join("\n", Pages.blocks(Pages.text(page), "sh"));
            assertThat(known).as(page.toString())
                    .containsAll(Pages.find(shown, "(?m)(?:^|&& )(?:\\./)?buildlog ([a-z][a-z-]*)"))
                    .containsAll(Pages.find(shown, "(?m)^(?:\\./)?buildlog (?:routes|config|dead-letters) ([a-z][a-z-]*)"));
        }
    }

    /** Headings as anchors, the way GitHub makes them. */
    private static Set<String> anchors(Path page) {
        Set<String> anchors = new HashSet<>();
        Pages.find(Pages.prose(Pages.text(page)), "(?m)^#+ (.+)$").forEach(heading -> anchors.add(
                heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')));
        return anchors;
    }
}
