package dev.buildlog.review;

import java.util.ArrayList;
import java.util.List;

/** Cuts what is reviewed into pieces that fit into one question: small files together, large ones in parts. */
public final class Pieces {

    private Pieces() {}

    /**
     * A text to review.
     *
     * @param path below the root of the checkout
     * @param text content of the file, or what changed in it
     * @param numbered whether its lines are those of the file, and so are shown with their numbers
     */
    public record Part(String path, String text, boolean numbered) {}

    /** @param name how a person would name it; {@code files} are the paths in it */
    public record Piece(String name, List<String> files, String text) {}

    /** @param most characters of a piece; a single line may be longer */
    public static List<Piece> of(List<Part> parts, int most) {
        List<Piece> pieces = new ArrayList<>();
        List<String> files = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            List<String> portions = portions(part, most);
            for (int i = 0; i < portions.size(); i++) {
                if (!files.isEmpty() && text.length() + portions.get(i).length() > most) {
                    pieces.add(piece(files, text));
                    files.clear();
                    text.setLength(0);
                }
                if (!files.contains(part.path())) {
                    files.add(part.path());
                }
                text.append(portions.get(i));
            }
        }
        if (!files.isEmpty()) {
            pieces.add(piece(files, text));
        }
        return pieces;
    }

    private static Piece piece(List<String> files, StringBuilder text) {
        String name = files.size() == 1 ? files.get(0) : files.get(0) + " and " + (files.size() - 1) + " more";
        return new Piece(name, List.copyOf(files), text.toString());
    }

    /** The part in portions of whole lines, each below a line that names the file. */
    private static List<String> portions(Part part, int most) {
        List<String> portions = new ArrayList<>();
        String head = "=== " + part.path() + "\n";
        StringBuilder text = new StringBuilder(head);
        int number = 0;
        for (String line : part.text().split("\n", -1)) {
            number++;
            String shown = part.numbered() ? number + "\t" + line + "\n" : line + "\n";
            if (text.length() > head.length() && text.length() + shown.length() > most) {
                portions.add(text.toString());
                text = new StringBuilder(head);
            }
            text.append(shown);
        }
        portions.add(text.toString());
        return portions;
    }
}
