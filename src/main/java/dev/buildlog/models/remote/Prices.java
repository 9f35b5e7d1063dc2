package dev.buildlog.models.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What models cost, by the start of their names, so that dated versions of a model need no line of their own. */
final class Prices {

    private static final Pattern DATED = Pattern.compile("-\\d{8}|-\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, Price> prices = new TreeMap<>();

    /**
     * Nanodollars a token, which is thousandths of US dollars a million tokens.
     *
     * @param cached a token read from the provider's cache
     * @param written a token put into it
     */
    record Price(BigDecimal input, BigDecimal output, BigDecimal cached, BigDecimal written) {

        /** Cost in billionths of a US dollar, rounded up. */
        long of(Provider.Tokens tokens) {
            return input.multiply(BigDecimal.valueOf(tokens.input())).add(output.multiply(BigDecimal.valueOf(tokens.output())))
                    .add(cached.multiply(BigDecimal.valueOf(tokens.cached())))
                    .add(written.multiply(BigDecimal.valueOf(tokens.written())))
                    .setScale(0, java.math.RoundingMode.CEILING).longValueExact();
        }
    }

    /**
     * Reads price tables; later files win, model by model. Those that are not there are passed over.
     *
     * @throws BuildlogException (bad configuration) naming the file and the model if a price is missing or no price
     */
    static Prices read(List<Path> files) {
        Prices all = new Prices();
        for (Path file : files) {
            if (Files.exists(file)) {
                try {
                    new YAMLMapper().readTree(file.toFile()).path("models").properties()
                            .forEach(model -> all.prices.put(model.getKey(), price(file, model.getKey(), model.getValue())));
                } catch (IOException e) {
                    throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, file + " is no price table: "
                            + e.getMessage(), e);
                }
            }
        }
        return all;
    }

    /** The price of {@code model}; empty where nobody wrote one down. */
    Optional<Price> of(String model) {
        return prices.keySet().stream()
                .filter(name -> model.equals(name)
                        || model.startsWith(name) && DATED.matcher(model.substring(name.length())).matches())
                .max(java.util.Comparator.comparingInt(String::length)).map(prices::get);
    }

    private static Price price(Path file, String model, JsonNode node) {
        BigDecimal input = amount(file, model, node, "input", null);
        return new Price(input, amount(file, model, node, "output", null), amount(file, model, node, "cached", input),
                amount(file, model, node, "cache_write", input));
    }

    private static BigDecimal amount(Path file, String model, JsonNode node, String field,
            @org.jspecify.annotations.Nullable BigDecimal otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() && otherwise != null) {
            return otherwise;
        }
        if (!value.isNumber() || value.decimalValue().signum() < 0 || value.decimalValue().intValue() > 1_000_000) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, file + ": " + model + "." + field
                    + " must be US dollars for a million tokens", null);
        }
        return value.decimalValue().movePointRight(3);
    }
}
