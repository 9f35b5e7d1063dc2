package dev.buildlog.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildlogHomeTest {

    @Test
    void isWhereTheVariableSaysElseInTheUsersFolder() {
        assertThat(BuildlogHome.in(Map.of("BUILDLOG_HOME", "/x/../y", "HOME", "/h"))).isEqualTo(Path.of("/y"));
        assertThat(BuildlogHome.in(Map.of("BUILDLOG_HOME", "", "HOME", "/h"))).isEqualTo(Path.of("/h/.buildlog"));
    }
}
