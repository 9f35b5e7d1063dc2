package dev.buildlog.evaluate;

/** {@code part} of {@code whole}. */
public record Share(int part, int whole) {

    static final Share NONE = new Share(0, 0);

    Share plus(boolean counts) {
        return new Share(part + (counts ? 1 : 0), whole + 1);
    }

    /** 0 to 1; 0 of nothing. */
    public double ratio() {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
