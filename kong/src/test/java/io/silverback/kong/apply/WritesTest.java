package io.silverback.kong.apply;

import static io.silverback.kong.Samples.NOW;
import static io.silverback.kong.Samples.entity;
import static io.silverback.kong.Samples.id;
import static io.silverback.kong.Samples.json;
import static io.silverback.kong.Samples.ref;
import static io.silverback.kong.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.state.Entity;
import org.junit.jupiter.api.Test;

class WritesTest {
    private final Writes writes = new Writes(() -> "fresh");

    @Test
    void keepsIdTagsAndTimeOfCreation() {
        Entity service =
                entity("services", 1, "{name:'s',tags:['a'],created_at:5,updated_at:9,path:null}");
        assertThat(create(service))
                .isEqualTo(
                        new Write(
                                Write.Verb.PUT,
                                "/services/" + id(1),
                                json("{name:'s',tags:['a'],created_at:5,id:'" + id(1) + "'}")));
    }

    @Test
    void sendsTheWholeLifeOfAKeySoThatItEndsWhenItWould() {
        long createdAt = NOW.getEpochSecond() - 100;
        Entity key =
                entity(
                        "keyauth_credentials",
                        1,
                        "{key:'k',ttl:60,created_at:" + createdAt + ",consumer:" + ref(2) + "}");
        assertThat(create(key).body().path("ttl").asLong()).isEqualTo(160);
    }

    /** A PUT without them would drop its SNIs. */
    @Test
    void changesACertificateByWhatDiffersAlone() {
        Entity actual = entity("certificates", 1, "{cert:'c',key:'k'}");
        Entity desired = entity("certificates", 1, "{cert:'c',key:'k',tags:['t']}");
        Change change =
                Differ.diff(state(desired), state(actual), DiffPolicy.careful(), NOW)
                        .changes()
                        .get(0);
        assertThat(writes.of(change))
                .isEqualTo(
                        new Write(
                                Write.Verb.PATCH, "/certificates/" + id(1), json("{tags:['t']}")));
    }

    @Test
    void writesTargetsByPostWithTheirId() {
        Entity target = entity("targets", 1, "{target:'10.0.0.1:80',upstream:" + ref(2) + "}");
        Write write = create(target);
        assertThat(write.verb()).isEqualTo(Write.Verb.POST);
        assertThat(write.path()).isEqualTo("/upstreams/" + id(2) + "/targets");
        assertThat(write.body().path("id").asText()).isEqualTo(id(1));
    }

    @Test
    void neverSendsAHashAsASecret() {
        Entity login =
                entity(
                        "basicauth_credentials",
                        1,
                        "{username:'u',password:'hash',consumer:" + ref(2) + "}");
        Entity hashed =
                entity(
                        "oauth2_credentials",
                        1,
                        "{name:'a',client_secret:'$pbkdf2',hash_secret:true}");
        Entity plain =
                entity(
                        "oauth2_credentials",
                        1,
                        "{name:'a',client_secret:'clear',hash_secret:false}");

        assertThat(create(login).body().path("password").asText()).isEqualTo("fresh");
        assertThat(create(hashed).body().path("client_secret").asText()).isEqualTo("fresh");
        assertThat(create(plain).body().path("client_secret").asText()).isEqualTo("clear");
    }

    @Test
    void changesOnlyWhatDiffersWhereASecretIsHashed() {
        Entity desired =
                entity("basicauth_credentials", 1, "{username:'u',password:'hash',tags:['a']}");
        Entity actual = entity("basicauth_credentials", 1, "{username:'u',password:'other'}");
        Write write = update(desired, actual);
        assertThat(write)
                .isEqualTo(
                        new Write(Write.Verb.PATCH, "/basic-auths/" + id(1), json("{tags:['a']}")));
    }

    @Test
    void replacesTheRestAndNullsWhatIsGoneFromATarget() {
        Write service =
                update(
                        entity("services", 1, "{name:'s'}"),
                        entity("services", 1, "{name:'s',path:'/'}"));
        Write target =
                update(
                        entity("targets", 1, "{target:'t',upstream:" + ref(2) + "}"),
                        entity("targets", 1, "{target:'t',tags:['a'],upstream:" + ref(2) + "}"));
        assertThat(service.verb()).isEqualTo(Write.Verb.PUT);
        assertThat(target.body()).isEqualTo(json("{tags:null}"));
        assertThat(target.path()).isEqualTo("/upstreams/" + id(2) + "/targets/" + id(1));
    }

    @Test
    void writesCertificatesWithoutTheirSnis() {
        Entity certificate = entity("certificates", 1, "{cert:'c',key:'k',snis:['a.example']}");
        assertThat(create(certificate).body().has("snis")).isFalse();
        assertThat(create(certificate).toString()).isEqualTo("PUT /certificates/" + id(1));
    }

    @Test
    void makesSecretsThatNobodyKnows() {
        FreshSecrets secrets = new FreshSecrets();
        assertThat(secrets.get()).hasSizeGreaterThan(40).isNotEqualTo(secrets.get());
    }

    private Write create(Entity entity) {
        return writes.of(new Change.Create(entity));
    }

    private Write update(Entity desired, Entity actual) {
        return writes.of(
                Differ.diff(state(desired), state(actual), DiffPolicy.careful(), NOW)
                        .changes()
                        .get(0));
    }
}
