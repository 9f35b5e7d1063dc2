package dev.buildlog.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a file that must not exist yet. */
final class NewFile {

    private NewFile() {}

    /**
     * Creates {@code file} and syncs it; of two processes that try, one wins.
     *
     * @return false if something stands there already, which is then untouched
     * @throws IOException if writing fails; the begun file is then removed
     */
    static boolean write(Path file, String content) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        try (channel) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return true;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
