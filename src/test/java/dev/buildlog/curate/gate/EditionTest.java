package dev.buildlog.curate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {

    private static final String LIST = "curate/gate/intent.txt";

    @TempDir
    Path code;

    @BeforeEach
    void someCode() throws IOException {
        write(LIST, "bias\t-1");
        write("dev/buildlog/curate/gate/Intent.class", "code");
        write("dev/buildlog/cli/Status.class", "code");
    }

    private void write(String name, String text) throws IOException {
        Path file = code.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path jar() throws IOException {
        Path jar = Files.createTempFile(code.resolve("dev/buildlog/cli"), "code", ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"dev/buildlog/cli/Status.class", "dev/buildlog/curate/gate/Intent.class", LIST}) {
                out.putNextEntry(new ZipEntry(name));
                out.write(Files.readAllBytes(code.resolve(name)));
                out.closeEntry();
            }
        }
        return jar;
    }

    @Test
    void aListThatIsLearnedAnewIsAnotherEdition() throws IOException {
        String before = Edition.of(code);
        String packed = Edition.of(jar());
        write(LIST, "bias\t-2");
        assertThat(Edition.of(code)).isNotEqualTo(before);
        assertThat(Edition.of(jar())).isNotEqualTo(packed);
    }

    @Test
    void anotherCheckIsAnotherEdition() throws IOException {
        String before = Edition.of(code);
        write("dev/buildlog/curate/gate/More.class", "code");
        assertThat(Edition.of(code)).isNotEqualTo(before);
    }

    @Test
    void whatHasNoSayInVerdictsLeavesTheEditionAsItIs() throws IOException {
        String before = Edition.of(code);
        String packed = Edition.of(jar());
        write("dev/buildlog/cli/Status.class", "other code");
        assertThat(Edition.of(code)).isEqualTo(before);
        assertThat(Edition.of(jar())).isEqualTo(packed).isEqualTo(before);
    }

    @Test
    void thisProcessHasOne() {
        assertThat(Edition.present()).matches("[0-9a-f]{64}").isEqualTo(Edition.present());
    }
}
