package dev.buildlog.pipeline;

import dev.buildlog.model.PublishRequest;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Makes one publication of a burst of requests: the last of them, which draws if any of them did. */
public class LastOfBurst implements AggregationStrategy {

    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange last) {
        if (before != null) {
            PublishRequest earlier = before.getMessage().getBody(PublishRequest.class);
            last.getMessage().setBody(earlier.and(last.getMessage().getBody(PublishRequest.class)));
        }
        return last;
    }
}
