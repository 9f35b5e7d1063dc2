package dev.buildlog.cli;

public final class Main {
    public static void main(String[] args) {
        System.out.println(String.join("|", args) + " " + Main.class.getPackage().getImplementationVersion());
    }
}
