package dev.buildlog.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The least that a command made with picocli can cost: what {@code --version} and {@code list} are compared with. */
@Command(name = "floor", mixinStandardHelpOptions = true, version = "floor 1", description = "Says hello.")
public final class PicocliFloor implements Callable<Integer> {

    @Option(names = "--name", description = "Who is greeted.")
    private String name = "world";

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PicocliFloor()).execute(arguments));
    }

    @Override
    public Integer call() {
        System.out.println("hello " + name);
        return 0;
    }
}
