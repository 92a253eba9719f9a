package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Pages;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Lists which entity has which tag. */
final class Tags {
    private final Database database;
    private final Pages pages;

    Tags(Database database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    AdminResponse answer(AdminRequest request, String workspace) {
        List<String> segments = request.segments();
        NavigableMap<String, Document> found = new TreeMap<>();
        for (EntityType type : database.catalogue().entities()) {
            for (Row row : database.table(type, workspace).rows().values()) {
                row.document().list("tags").stream()
                        .filter(tag -> segments.size() == 1 || segments.get(1).equals(tag))
                        .forEach(tag -> found.put(position(type, row, tag), shown(type, row, tag)));
            }
        }
        return Links.page(request, pages.page(found, request.query()), false);
    }

    private String position(EntityType type, Row row, Object tag) {
        return database.manners().position(type, row.id()) + "/" + type.name() + "/" + tag;
    }

    /** PostgreSQL's triggers note the table's name, Cassandra the entity's. */
    private Document shown(EntityType type, Row row, Object tag) {
        boolean byTable = database.manners() == Manners.POSTGRES;
        return Document.of("entity_name", byTable ? type.table() : type.name())
                .with("entity_id", row.id())
                .with("tag", tag);
    }
}
