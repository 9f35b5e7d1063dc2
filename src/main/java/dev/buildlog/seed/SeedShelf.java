package dev.buildlog.seed;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.SeedReceipt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the seed files of other producers are kept, one for each persona; stands behind the Kamelet {@code seed-sink}. */
public final class SeedShelf {

    private Path folder = Path.of("");

    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * Puts what was taken for all projects in the place of the persona's earlier rules; what is for one project is kept there.
     * The name of a persona is safe in a file name.
     */
    public SeedReceipt put(SeedReceipt receipt) {
        if (!receipt.isRefused() && receipt.project().isEmpty()) {
            AtomicFile.write(folder.resolve(new PersonaName(receipt.persona()) + ".yaml"),
                    receipt.text().getBytes(StandardCharsets.UTF_8));
        }
        return receipt;
    }
}
