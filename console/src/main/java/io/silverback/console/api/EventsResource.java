package io.silverback.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.console.stream.StreamEvent;
import io.silverback.console.stream.Tail;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every event on all topics: a page of the log, or a stream that goes on. */
@Path("/api")
public class EventsResource {
    private static final Duration KEEP_OPEN = Duration.ofSeconds(15);
    private static final int MOST = 1000;

    /** A page of the log, and the number to go on after. */
    public record Events(List<StreamEvent> events, long last) {}

    private final Tail tail;
    private final ObjectMapper mapper;

    EventsResource(Tail tail, ObjectMapper mapper) {
        this.tail = tail;
        this.mapper = mapper;
    }

    /** Stored events after a number, the oldest first. */
    @GET
    @Path("events")
    public Uni<Events> page(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("topic") @Nullable String topics,
            @QueryParam("subject") @Nullable String subject) {
        return tail.page(after, split(topics), Math.max(1, Math.min(limit, MOST)))
                .map(events -> new Events(of(subject, events), last(after, events)));
    }

    /** The stream: from now on, after a number, or after the last one a client has seen. */
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(
            Sse sse,
            @HeaderParam("Last-Event-ID") @Nullable Long lastSeen,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("topic") @Nullable String topics) {
        Long from = lastSeen == null ? after : lastSeen;
        Uni<Long> start =
                from == null
                        ? tail.now().onFailure().recoverWithItem(0L)
                        : Uni.createFrom().item(from);
        Multi<OutboundSseEvent> events =
                start.onItem()
                        .transformToMulti(sequence -> tail.follow(sequence, split(topics)))
                        .map(event -> outbound(sse, event));
        return Multi.createBy().merging().streams(comments(sse), events);
    }

    private static Multi<OutboundSseEvent> comments(Sse sse) {
        return Multi.createFrom()
                .ticks()
                .every(KEEP_OPEN)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
    }

    private OutboundSseEvent outbound(Sse sse, StreamEvent event) {
        OutboundSseEvent.Builder builder =
                sse.newEventBuilder()
                        .name(event.sequence() == null ? "measurement" : "fact")
                        .data(String.class, json(event));
        return event.sequence() == null
                ? builder.build()
                : builder.id(event.sequence().toString()).build();
    }

    private String json(StreamEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("events are plain JSON", e);
        }
    }

    private static List<StreamEvent> of(@Nullable String subject, List<StreamEvent> events) {
        return events.stream()
                .filter(
                        e ->
                                subject == null
                                        || subject.equals(e.key())
                                        || subject.equals(e.subject()))
                .toList();
    }

    private static long last(long after, List<StreamEvent> events) {
        return events.stream()
                .map(StreamEvent::sequence)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(after);
    }

    private static List<String> split(@Nullable String topics) {
        return topics == null || topics.isBlank()
                ? List.of()
                : Stream.of(topics.split(",", -1)).map(String::strip).toList();
    }
}
