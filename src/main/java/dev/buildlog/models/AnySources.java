package dev.buildlog.models;

import dev.buildlog.seed.Fetcher;
import dev.buildlog.seed.Source;

/** Fetches a source by whatever its address asks for. */
public record AnySources(Fetcher files, Fetcher web) implements Fetcher {

    @Override
    public Fetched fetch(Source source, String etag) {
        return (source.scheme().equals("file") ? files : web).fetch(source, etag);
    }
}
