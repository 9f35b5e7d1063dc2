package dev.buildlog.bench;

/** The least that a JVM can do. */
public final class JvmFloor {

    private JvmFloor() {}

    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
