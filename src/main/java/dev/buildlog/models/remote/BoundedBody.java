package dev.buildlog.models.remote;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer as text, given up as soon as it is larger than any answer should be. */
final class BoundedBody implements BodySubscriber<String> {

    private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
    private final long largest;
    private Flow.@Nullable Subscription subscription;
    private long size;

    /** @param largest in bytes */
    BoundedBody(long largest) {
        this.largest = largest;
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        text.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        size += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (size <= largest) {
            text.onNext(part);
        } else if (subscription != null) {
            subscription.cancel();
            text.onError(new IOException("the answer is larger than " + largest + " bytes"));
        }
    }

    @Override
    public void onError(Throwable error) {
        text.onError(error);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
