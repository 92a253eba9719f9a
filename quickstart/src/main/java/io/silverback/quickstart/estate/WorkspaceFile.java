package io.silverback.quickstart.estate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The decK file of one workspace. Ids follow from names, so that every start gives the same. */
final class WorkspaceFile {

    private final WorkspaceSize size;

    WorkspaceFile(WorkspaceSize size) {
        this.size = size;
    }

    ObjectNode content() {
        ObjectNode file = DemoEstate.object();
        file.put("_format_version", "3.0");
        file.put("_workspace", size.name());
        for (int i = 0; i < size.services(); i++) {
            DemoEstate.array(file, "services").add(service(i));
        }
        for (int i = 0; i < size.consumers(); i++) {
            DemoEstate.array(file, "consumers").add(consumer(i));
        }
        for (int i = 0; i < size.upstreams(); i++) {
            DemoEstate.array(file, "upstreams").add(upstream(i));
        }
        ObjectNode correlation = plugin("global", "correlation-id");
        correlation
                .withObject("/config")
                .put("header_name", "X-Request-Id")
                .put("generator", "uuid");
        DemoEstate.array(file, "plugins").add(correlation);
        return file;
    }

    ClientRequest request(int route) {
        int service = route % size.services();
        String key = service < size.guardedServices() ? key(route % size.keys()) : null;
        return new ClientRequest(size.host(), path(route), key);
    }

    private ObjectNode service(int index) {
        ObjectNode service = named("service", size.name() + "-service-" + index);
        service.put("protocol", "http").put("port", 80).put("path", "/v1");
        service.put(
                "host",
                index < size.upstreams() ? upstreamName(index) : "backend-" + index + ".internal");
        DemoEstate.array(service, "tags").add("team-" + size.name());
        for (int route = index; route < size.routes(); route += size.services()) {
            DemoEstate.array(service, "routes").add(route(route));
        }
        if (index < size.guardedServices()) {
            ObjectNode keys = plugin("service-" + index, "key-auth");
            DemoEstate.array(keys.withObject("/config"), "key_names").add("apikey");
            DemoEstate.array(service, "plugins").add(keys);
            ObjectNode groups = plugin("service-" + index, "acl");
            DemoEstate.array(groups.withObject("/config"), "allow").add(size.name());
            DemoEstate.array(service, "plugins").add(groups);
        } else if (index == size.services() - 1) {
            ObjectNode cors = plugin("service-" + index, "cors");
            DemoEstate.array(cors.withObject("/config"), "origins").add("https://" + size.host());
            DemoEstate.array(service, "plugins").add(cors);
        }
        return service;
    }

    private ObjectNode route(int index) {
        ObjectNode route = named("route", size.name() + "-route-" + index);
        DemoEstate.array(route, "hosts").add(size.host());
        DemoEstate.array(route, "paths").add(path(index));
        DemoEstate.array(route, "protocols").add("http").add("https");
        route.put("strip_path", index % 2 == 0);
        return route;
    }

    private ObjectNode consumer(int index) {
        ObjectNode consumer = DemoEstate.object();
        String username = size.name() + "-client-" + index;
        consumer.put("id", id("consumer", username)).put("username", username);
        if (index < size.keys()) {
            ObjectNode key = DemoEstate.object();
            key.put("id", id("key", username)).put("key", key(index));
            DemoEstate.array(consumer, "keyauth_credentials").add(key);
        }
        if (index >= size.consumers() - size.passwords()) {
            ObjectNode password = DemoEstate.object();
            password.put("id", id("password", username)).put("username", username);
            password.put("password", "demo-password-" + username);
            DemoEstate.array(consumer, "basicauth_credentials").add(password);
        }
        ObjectNode group = DemoEstate.object();
        group.put("id", id("group", username)).put("group", size.name());
        DemoEstate.array(consumer, "acls").add(group);
        return consumer;
    }

    private ObjectNode upstream(int index) {
        ObjectNode upstream = named("upstream", upstreamName(index));
        upstream.put("algorithm", index % 2 == 0 ? "round-robin" : "least-connections");
        for (int target = index; target < size.targets(); target += size.upstreams()) {
            String address = "node-%d.%s.internal:8080".formatted(target, size.name());
            ObjectNode node = DemoEstate.object();
            node.put("id", id("target", upstreamName(index) + address));
            node.put("target", address).put("weight", 100);
            DemoEstate.array(upstream, "targets").add(node);
        }
        return upstream;
    }

    private ObjectNode plugin(String scope, String name) {
        ObjectNode plugin = DemoEstate.object();
        plugin.put("id", id("plugin", size.name() + scope + name)).put("name", name);
        return plugin;
    }

    private ObjectNode named(String type, String name) {
        return DemoEstate.object().put("id", id(type, name)).put("name", name);
    }

    private String upstreamName(int index) {
        return size.name() + "-upstream-" + index + ".internal";
    }

    private String path(int route) {
        return "/" + size.name() + "/api-" + route;
    }

    private String key(int consumer) {
        return "demo-key-" + size.name() + "-" + consumer;
    }

    private static String id(String type, String name) {
        return UUID.nameUUIDFromBytes((type + ":" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
