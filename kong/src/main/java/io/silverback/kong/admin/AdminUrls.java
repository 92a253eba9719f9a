package io.silverback.kong.admin;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The addresses of one gateway: the one in use, and the next when it fails. */
final class AdminUrls {
    private final List<URI> urls;
    private final AtomicInteger current = new AtomicInteger();

    AdminUrls(List<URI> urls) {
        this.urls = urls;
    }

    URI current() {
        return urls.get(current.get() % urls.size());
    }

    /** Moves on, unless another request has done so already. */
    void failed(URI url) {
        int used = current.get();
        if (urls.get(used % urls.size()).equals(url)) {
            current.compareAndSet(used, (used + 1) % urls.size());
        }
    }

    static URI resolve(URI base, String path) {
        String text = base.toString();
        String prefix = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return URI.create(prefix + path);
    }
}
