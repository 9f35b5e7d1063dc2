package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that is wrong with a set of route files and Kamelets, without starting anything.
 *
 * <p>The files are judged together, as one Camel context would load them: what overrides what is decided before. The
 * first call loads the schema of the DSL; instances may be kept and shared between threads. Nothing in a file makes it
 * throw.
 */
public final class RouteValidator {

    private final Surroundings surroundings;
    private final ComponentCatalogue catalogue;
    private volatile @Nullable Optional<DslSchema> schema;

    public RouteValidator(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.catalogue = new ComponentCatalogue(surroundings.loader(), surroundings.components());
    }

    /**
     * All problems of these files, sorted by file and line; empty if Camel may have them.
     *
     * @param routes route files ({@code *.camel.yaml})
     * @param kamelets Kamelets ({@code *.kamelet.yaml})
     */
    public List<Problem> validate(List<SourceFile> routes, List<SourceFile> kamelets) {
        Findings findings = new Findings();
        List<ParsedFile> routeFiles = ParsedFile.readAll(routes, findings);
        List<ParsedFile> kameletFiles = ParsedFile.readAll(kamelets, findings);
        Set<String> unread = kamelets.stream()
                .filter(file -> kameletFiles.stream().noneMatch(parsed -> parsed.file().equals(file)))
                .map(Kamelet::nameOf)
                .collect(Collectors.toSet());
        new Run(findings, routeFiles, kameletFiles, routeFiles.size() == routes.size(), unread).all();
        return findings.sorted();
    }

    private Optional<DslSchema> schema() {
        Optional<DslSchema> known = schema;
        if (known == null) {
            known = DslSchema.load(surroundings.loader());
            schema = known;
        }
        return known;
    }

    /** One validation: the checks that look at all files together. */
    private final class Run {

        private final Findings findings;
        private final List<ParsedFile> routes;
        private final List<ParsedFile> kamelets;
        private final EndpointCheck endpoints;
        private final KameletUseCheck uses;
        private final DoorCheck doors;
        private final BeanIndex beans;
        private final BeanNameCheck beanNames;
        private final PlaceholderCheck placeholders;

        Run(
                Findings findings,
                List<ParsedFile> routes,
                List<ParsedFile> kamelets,
                boolean complete,
                Set<String> unread) {
            this.findings = findings;
            this.routes = routes;
            this.kamelets = kamelets;
            Map<String, Kamelet> byName = Kamelet.byName(kamelets);
            endpoints = new EndpointCheck(catalogue, findings);
            uses = new KameletUseCheck(byName, unread, catalogue, findings);
            doors = new DoorCheck(routes, byName, complete, findings);
            beans = BeanIndex.of(surroundings, routes, complete);
            beanNames = new BeanNameCheck(byName, findings);
            placeholders = new PlaceholderCheck(surroundings.keys(), findings);
        }

        void all() {
            if (schema().isEmpty()) {
                findings.add(nowhere(), 0, 0, DslSchema.RESOURCE
                        + " is not on the class path, so keys cannot be checked; add the camel-yaml-dsl jar");
            }
            IdCheck ids = new IdCheck(findings);
            for (ParsedFile file : routes) {
                schema().ifPresent(s -> new SchemaCheck(s, file.file(), findings).routeFile(file.root()));
                schema().filter(s -> surroundings.houseStyle())
                        .ifPresent(s -> new HouseStyleCheck(s, file, findings).check());
                ids.check(file);
                beanNames.routes(file);
                placeholders.routes(file);
                parts(file, file.root(), Map.of(), Map.of(), false);
            }
            KameletFileCheck kameletFile = new KameletFileCheck(surroundings.houseStyle(), findings);
            for (ParsedFile file : kamelets) {
                Kamelet kamelet = Kamelet.of(file);
                YamlNode template = kamelet.template();
                kameletFile.check(kamelet);
                placeholders.kamelet(kamelet);
                beanNames.kamelet(kamelet);
                if (template != null) {
                    schema().ifPresent(s -> new SchemaCheck(s, file.file(), findings).template(template));
                    beanNames.steps(file, template, "", kamelet.presets());
                    parts(file, template, kamelet.presets(), kamelet.beans(), true);
                }
            }
            doors.fromCode(surroundings.doors(), nowhere());
        }

        private void parts(
                ParsedFile file,
                YamlNode tree,
                Map<String, String> values,
                Map<String, YamlNode> localBeans,
                boolean inKamelet) {
            BeanCheck beanCheck = new BeanCheck(beans, localBeans, file, findings);
            beanCheck.check(tree);
            uses.steps(file);
            for (Endpoint endpoint : EndpointFinder.in(tree)) {
                endpoints.check(file, endpoint, values);
                uses.check(file, endpoint, values, inKamelet);
                doors.check(file, endpoint, values);
                beanCheck.endpoint(endpoint, values);
            }
        }

        /** For what concerns all files: the folder of the routes. */
        private SourceFile nowhere() {
            Path folder = routes.isEmpty() ? null : routes.get(0).file().path().getParent();
            return new SourceFile(folder == null ? Path.of("routes") : folder, "", "");
        }
    }
}
