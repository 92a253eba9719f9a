package io.silverback.kong.apply;

import static io.silverback.kong.Samples.NOW;
import static io.silverback.kong.Samples.entity;
import static io.silverback.kong.Samples.id;
import static io.silverback.kong.Samples.ref;
import static io.silverback.kong.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.deck.DeckReader;
import io.silverback.kong.deck.StateFiles;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.diff.Uncarried;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import org.junit.jupiter.api.Test;

/** What decK loses or breaks is kept, or found and named, as far as files and the diff go. */
class DeckDefectsTest {
    private static final KongVersion VERSION = KongVersion.parse("3.4.2");
    private static final Entity ANN = entity("consumers", 1, "{username:'ann'}");

    @Test
    void basicAuthHashBecomesNoPasswordAndIsNamed() {
        Entity login = owned("basicauth_credentials", "username:'ann',password:'hash'");

        assertThat(written(login).toString()).doesNotContain("hash").contains("fresh");
        assertThat(uncarried(login).toString()).contains("password of consumers ann");
    }

    @Test
    void hashedOauth2SecretIsNotHashedAgainAndIsNamed() {
        Entity hashed =
                owned(
                        "oauth2_credentials",
                        "name:'app',client_id:'c',client_secret:'$pbkdf2',hash_secret:true");

        assertThat(written(hashed).toString()).doesNotContain("pbkdf2");
        assertThat(uncarried(hashed).toString()).contains("client_secret of consumers ann");
    }

    @Test
    void alternativeCertificateIsKeptAndItsLossIsADifference() {
        Entity both = entity("certificates", 1, "{cert:'C',key:'K',cert_alt:'C2',key_alt:'K2'}");
        Entity one = entity("certificates", 1, "{cert:'C',key:'K'}");

        assertThat(throughFiles(state(both))).isEqualTo(state(both));
        assertThat(diff(state(both), state(one)).changes()).hasSize(1);
    }

    @Test
    void diffGetsCleanWithHashesAndKeysThatEnd() {
        DeclarativeState blue =
                state(
                        ANN,
                        owned("basicauth_credentials", "username:'ann',password:'blue'"),
                        owned("keyauth_credentials", "key:'k',ttl:60"),
                        owned("oauth2_credentials", "client_secret:'a',hash_secret:true"));
        DeclarativeState green =
                state(
                        ANN,
                        owned("basicauth_credentials", "username:'ann',password:'green'"),
                        owned("keyauth_credentials", "key:'k',ttl:59"),
                        owned("oauth2_credentials", "client_secret:'b',hash_secret:true"));

        assertThat(diff(blue, green).changes()).isEmpty();
    }

    @Test
    void namedEntitiesKeepTheirIds() {
        DeclarativeState named = state(entity("services", 7, "{name:'s',host:'h'}"), ANN);

        assertThat(throughFiles(named).entities()).extracting(Entity::id).contains(id(7), id(1));
    }

    @Test
    void consumerGroupPluginsKeepEnabledProtocolsAndOrdering() {
        Entity group = entity("consumer_groups", 1, "{name:'gold'}");
        Entity plugin =
                entity(
                        "plugins",
                        2,
                        "{name:'rate-limiting',enabled:false,protocols:['https'],"
                                + "ordering:{before:{access:['acl']}},config:{minute:5},"
                                + "consumer_group:"
                                + ref(1)
                                + "}");

        StateFiles files = StateFiles.of(state(group, plugin), VERSION, NOW);

        assertThat(files.configuration()).contains("enabled: false", "ordering:", "- \"https\"");
        assertThat(files.read()).isEqualTo(state(group, plugin));
    }

    @Test
    void whatDeckNeverMovesStandsInTheSupplement() {
        DeclarativeState state =
                state(
                        entity("key_sets", 1, "{name:'set'}"),
                        entity("keys", 2, "{name:'key',kid:'1',jwk:'{}',set:" + ref(1) + "}"),
                        entity("rbac_users", 3, "{name:'ops',user_token:'hash'}"),
                        entity("admins", 4, "{username:'root'}"),
                        entity("event_hooks", 5, "{source:'crud',config:{url:'u'}}"),
                        entity("developers", 6, "{email:'d@example'}"),
                        entity("files", 7, "{path:'content/a.md',contents:'x'}"));

        assertThat(throughFiles(state)).isEqualTo(state);
    }

    @Test
    void tokensOfAnExportAreCountedAndNamed() {
        String export = "{_format_version: '3.0', oauth2_tokens: [{id: a}, {id: b}]}";

        assertThat(DeckReader.of("export.yml", NOW).read(export).leftOut())
                .containsEntry("oauth2_tokens", 2);
    }

    @Test
    void keepsOddNamesThroughFiles() {
        String uuid = id(99);
        DeclarativeState odd =
                state(
                        entity("consumers", 1, "{username:'" + uuid + "'}"),
                        entity("consumers", 2, "{username:'a b@c.example'}"),
                        entity(
                                "services",
                                3,
                                "{name:'\u540d\u524d \u00fc',host:'h',enabled:false}"),
                        entity("routes", 4, "{service:" + ref(3) + ",paths:['/']}"),
                        entity(
                                "plugins",
                                5,
                                "{name:'acl',consumer:" + ref(1) + ",service:" + ref(3) + "}"));

        assertThat(throughFiles(odd)).isEqualTo(odd);
    }

    private static Entity owned(String type, String fields) {
        return entity(type, type.length(), "{" + fields + ",consumer:" + ref(1) + "}");
    }

    private static DeclarativeState throughFiles(DeclarativeState state) {
        return StateFiles.of(state, VERSION, NOW).read();
    }

    private static Object written(Entity entity) {
        return new Writes(() -> "fresh").of(new Change.Create(entity)).body();
    }

    private static Uncarried uncarried(Entity entity) {
        return diff(state(ANN, entity), state()).uncarried().get(0);
    }

    private static Diff diff(DeclarativeState desired, DeclarativeState actual) {
        return Differ.diff(desired, actual, DiffPolicy.careful(), NOW);
    }
}
