package io.silverback.kong.diff;

import static io.silverback.kong.Samples.NOW;
import static io.silverback.kong.Samples.entity;
import static io.silverback.kong.Samples.id;
import static io.silverback.kong.Samples.ref;
import static io.silverback.kong.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.Recorded;
import io.silverback.kong.diff.Change.Create;
import io.silverback.kong.diff.Change.Delete;
import io.silverback.kong.diff.Change.Update;
import io.silverback.kong.diff.DiffPolicy.Conflicts;
import io.silverback.kong.diff.DiffPolicy.Extra;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferTest {
    private static final DiffPolicy PRUNE =
            new DiffPolicy(Extra.PRUNE, Conflicts.FAIL, Set.of("platform"));

    @Test
    void createsAlongAndDeletesAgainstTheForeignKeys() {
        Entity service = entity("services", 1, "{name:'s',host:'h'}");
        Entity route = entity("routes", 2, "{name:'r',paths:['/'],service:" + ref(1) + "}");

        Diff creation = diff(state(route, service), state());
        Diff deletion = diff(state(), state(route, service), PRUNE);

        assertThat(creation.changes()).containsExactly(new Create(service), new Create(route));
        assertThat(deletion.changes()).containsExactly(new Delete(route), new Delete(service));
    }

    @Test
    void namesBothThatShareAUniqueKey() {
        Entity one = entity("consumers", 1, "{username:'ann'}");
        Entity other = entity("consumers", 2, "{username:'ann'}");

        Diff diff = diff(state(one, other), state());

        assertThat(diff.conflicts())
                .singleElement()
                .asString()
                .contains(one.label(), other.label(), "[username]");
    }

    @Test
    void changesNothingTheSecondTime() {
        DeclarativeState both = state(entity("services", 1, "{name:'s',host:'h'}"));
        Diff diff = diff(both, both);
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.unchanged()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services | {name:'s',tags:['a','b']} | {name:'s',tags:['b','a']}",
                "services | {name:'s'} | {name:'s',retries:5,port:80,tags:[]}",
                "services | {name:'s',port:80} | {name:'s',port:80.0,updated_at:5}",
                "services | {name:'s'} | {name:'s',created_at:5}",
                "services | {name:'s',future:null} | {name:'s',future:[]}",
                "routes | {name:'r',paths:['/a','/b']} | {name:'r',paths:['/b','/a'],protocols:['https','http']}",
                "routes | {name:'r',headers:{x:['1','2']}} | {name:'r',headers:{x:['2','1']}}",
                "plugins | {name:'cors',config:{a:1}} | {name:'cors',config:{a:1,b:2}}",
                "upstreams | {name:'u'} | {name:'u',slots:10000,healthchecks:{threshold:0}}",
                "keyauth_credentials | {key:'k',expires_at:100000000000} | {key:'k',expires_at:100000000002}",
                "targets | {target:'t',created_at:1.25} | {target:'t',created_at:1.2501}",
                "ca_certificates | {cert:'c'} | {cert:'c',cert_digest:'d'}",
            })
    void seesNoDifferenceWhereThereIsNone(String type, String desired, String actual) {
        Diff diff = diff(state(entity(type, 1, desired)), state(entity(type, 1, actual)));
        assertThat(diff.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services | {name:'s',host:'a'} | {name:'s',host:'b'} | host: \"b\" -> \"a\"",
                "services | {name:'s'} | {name:'s',retries:9} | retries: 9 -> 5",
                "services | {name:'s'} | {name:'s',path:'/x'} | path: \"/x\" -> nothing",
                "services | {name:'s',created_at:5} | {name:'s',created_at:9} | created_at: 9 -> 5",
                "routes | {name:'r'} | {name:'r',hosts:[]} | hosts: [] -> nothing",
                "routes | {name:'r',headers:{x:['1']}} | {name:'r',headers:{x:['1'],y:['2']}} | headers.y: [\"2\"] -> nothing",
                "plugins | {name:'p',config:{minute:5}} | {name:'p',config:{minute:6}} | config.minute: 6 -> 5",
                "plugins | {name:'p',config:{pass:'x'}} | {name:'p',config:{pass:'y'}} | config.pass: \"***\" -> \"***\"",
                "keyauth_credentials | {key:'one'} | {key:'two'} | key: \"***\" -> \"***\"",
                "keyauth_credentials | {key:'k'} | {key:'k',expires_at:99999999999} | expires_at: 99999999999 -> nothing",
            })
    void showsEachDifferenceWithoutSecrets(
            String type, String desired, String actual, String shown) {
        Diff diff = diff(state(entity(type, 1, desired)), state(entity(type, 1, actual)));
        assertThat(diff.changes()).singleElement().isInstanceOf(Update.class);
        assertThat(((Update) diff.changes().get(0)).differences()).hasToString("[" + shown + "]");
    }

    @Test
    void listsHashesThatStayBehindByTheirConsumer() {
        Entity ann = entity("consumers", 1, "{username:'ann'}");
        Entity login =
                entity(
                        "basicauth_credentials",
                        2,
                        "{username:'ann',password:'h1',consumer:" + ref(1) + "}");
        Entity other =
                entity(
                        "basicauth_credentials",
                        2,
                        "{username:'ann',password:'h2',consumer:" + ref(1) + "}");

        assertThat(diff(state(ann, login), state()).uncarried())
                .containsExactly(new Uncarried(login, "password", ann.label(), Uncarried.HASHED));
        assertThat(diff(state(ann, login), state(ann, other)).uncarried()).hasSize(1);
        assertThat(diff(state(ann, login), state(ann, other)).changes()).isEmpty();
        assertThat(diff(state(ann, login), state(ann, login)).uncarried()).isEmpty();
    }

    @Test
    void failsOnAConflictNamingBoth() {
        Entity ours = entity("services", 1, "{name:'s',host:'a'}");
        Entity theirs = entity("services", 2, "{name:'s',host:'b'}");

        Diff diff = diff(state(ours), state(theirs));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.conflicts())
                .singleElement()
                .asString()
                .contains(id(1), id(2), "share [name]", "another id has it already");
    }

    @Test
    void keepsWhatIsThereAndPointsToIt() {
        Entity ours = entity("services", 1, "{name:'s',host:'a'}");
        Entity route = entity("routes", 3, "{name:'r',paths:['/'],service:" + ref(1) + "}");
        Entity theirs = entity("services", 2, "{name:'s',host:'b'}");

        Diff diff =
                diff(
                        state(ours, route),
                        state(theirs),
                        new DiffPolicy(Extra.KEEP, Conflicts.KEEP, Set.of()));

        assertThat(diff.conflicts()).isEmpty();
        assertThat(diff.changes()).singleElement().isInstanceOf(Create.class);
        assertThat(diff.changes().get(0).entity().reference("service")).contains(id(2));
    }

    @Test
    void replacesWithAllThatDependsOnIt() {
        Entity ours = entity("services", 1, "{name:'s',host:'a'}");
        Entity theirs = entity("services", 2, "{name:'s',host:'b'}");
        Entity route = entity("routes", 3, "{name:'r',paths:['/'],service:" + ref(2) + "}");
        Entity moved = entity("routes", 3, "{name:'r',paths:['/'],service:" + ref(1) + "}");
        DiffPolicy replace = new DiffPolicy(Extra.KEEP, Conflicts.REPLACE, Set.of("platform"));

        assertThat(diff(state(ours, moved), state(theirs, route), replace).changes())
                .containsExactly(
                        new Delete(route), new Delete(theirs), new Create(ours), new Create(moved));
    }

    @Test
    void neverDeletesWhatIsProtected() {
        Entity ours = entity("services", 1, "{name:'s',host:'a'}");
        Entity theirs = entity("services", 2, "{name:'s',host:'b',tags:['platform']}");
        DiffPolicy replace = new DiffPolicy(Extra.PRUNE, Conflicts.REPLACE, Set.of("platform"));

        Diff diff = diff(state(ours), state(theirs), replace);

        assertThat(diff.deletes()).isZero();
        assertThat(diff.conflicts()).hasSize(1);
        assertThat(diff(state(), state(theirs), PRUNE).kept()).containsExactly(theirs);
    }

    /** Kong deletes a service's plugins with it, and not a service that has routes. */
    @Test
    void keepsWhatAProtectedEntityRefersTo() {
        Entity service = entity("services", 1, "{name:'s',host:'a'}");
        Entity route = entity("routes", 2, "{name:'r',paths:['/'],service:" + ref(1) + "}");
        Entity plugin =
                entity("plugins", 3, "{name:'cors',tags:['platform'],route:" + ref(2) + "}");
        Entity other = entity("services", 4, "{name:'t',host:'a'}");

        Diff diff = diff(state(), state(service, route, plugin, other), PRUNE);

        assertThat(diff.changes()).containsExactly(new Delete(other));
        assertThat(diff.kept()).containsExactly(service, route, plugin);
    }

    @Test
    void keepsWhatAKeptRivalRefersTo() {
        Entity ours = entity("services", 1, "{name:'s',host:'a'}");
        Entity certificate = entity("certificates", 2, "{cert:'c',key:'k'}");
        Entity theirs =
                entity("services", 3, "{name:'s',host:'b',client_certificate:" + ref(2) + "}");

        Diff diff =
                diff(
                        state(ours),
                        state(certificate, theirs),
                        new DiffPolicy(Extra.PRUNE, Conflicts.KEEP, Set.of()));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.kept()).containsExactly(certificate);
    }

    @Test
    void namesEachEntityThatHasOneOfItsUniqueKeys() {
        Entity ours = entity("consumers", 1, "{username:'u',custom_id:'c'}");
        Entity first = entity("consumers", 2, "{username:'u'}");
        Entity second = entity("consumers", 3, "{custom_id:'c'}");

        assertThat(diff(state(ours), state(first, second)).conflicts()).hasSize(2);
        assertThat(resolved(Conflicts.KEEP, ours, first, second).conflicts()).hasSize(2);
        assertThat(resolved(Conflicts.REPLACE, ours, first, second).changes())
                .containsExactly(new Delete(second), new Delete(first), new Create(ours));
    }

    @Test
    void findsAConflictOfWhatIsThereUnderAnotherName() {
        Entity ours = entity("services", 1, "{name:'new',host:'a'}");
        Entity before = entity("services", 1, "{name:'old',host:'a'}");
        Entity theirs = entity("services", 2, "{name:'new',host:'a'}");

        assertThat(diff(state(ours), state(before, theirs)).conflicts()).hasSize(1);
        assertThat(resolved(Conflicts.KEEP, ours, before, theirs).conflicts()).hasSize(1);
        assertThat(resolved(Conflicts.REPLACE, ours, before, theirs).changes())
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Delete", "Update");
    }

    private static Diff resolved(Conflicts conflicts, Entity desired, Entity... actual) {
        return diff(state(desired), state(actual), new DiffPolicy(Extra.KEEP, conflicts, Set.of()));
    }

    @Test
    void matchesWorkspacesAndRolesByNameAndKeepsTheirIds() {
        Entity blue = entity("workspaces", 1, "{name:'payments',comment:'new',created_at:5}");
        Entity green = entity("workspaces", 2, "{name:'payments',comment:'old',created_at:9}");
        Entity spare = entity("workspaces", 3, "{name:'spare'}");

        Diff diff = diff(state(blue), state(green, spare), PRUNE);

        assertThat(diff.changes()).singleElement().isInstanceOf(Update.class);
        assertThat(diff.changes().get(0).entity().id()).isEqualTo(id(2));
        assertThat(diff.changes().get(0).entity().fields().path("created_at").asInt()).isEqualTo(9);
        assertThat(diff.kept()).containsExactly(spare);
    }

    @Test
    void leavesAWorkspaceOfTheSameNameAsItWasMade() {
        Entity blue = entity("workspaces", 1, "{name:'default',created_at:5}");
        Entity green = entity("workspaces", 2, "{name:'default',created_at:9}");
        assertThat(diff(state(blue), state(green)).isEmpty()).isTrue();
    }

    @Test
    void leavesOutWhatHasEnded() {
        Entity key = entity("keyauth_credentials", 1, "{key:'k',ttl:10,created_at:5}");
        Diff diff = Differ.diff(state(key), state(), DiffPolicy.careful(), NOW.plusSeconds(10));
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.expired()).containsExactly(key);
    }

    @Test
    void leavesRuntimeAlone() {
        Entity token = entity("oauth2_tokens", 1, "{access_token:'t'}");
        assertThat(diff(state(token), state()).changes()).isEmpty();
        assertThat(diff(state(), state(token), PRUNE).changes()).isEmpty();
    }

    @Test
    void findsTwoRealGatewaysWithOneEstateEqualButForEmptyHosts() throws IOException {
        Diff diff = diff(Recorded.estate("cassandra"), Recorded.estate("postgres"));

        List<String> differences =
                diff.changes().stream()
                        .map(Update.class::cast)
                        .flatMap(update -> update.differences().stream())
                        .map(FieldDifference::toString)
                        .distinct()
                        .toList();
        // The recordings were made at different moments: what counts from then differs truly.
        assertThat(differences)
                .filteredOn(one -> !one.matches("(expires_at|created_at): .*"))
                .containsExactlyInAnyOrder(
                        "methods: [] -> nothing", "headers: {} -> nothing", "hosts: [] -> nothing");
        assertThat(diff.conflicts()).isEmpty();
        assertThat(diff.unchanged()).isGreaterThan(450);
    }

    private static Diff diff(DeclarativeState desired, DeclarativeState actual) {
        return diff(desired, actual, DiffPolicy.careful());
    }

    private static Diff diff(DeclarativeState desired, DeclarativeState actual, DiffPolicy policy) {
        return Differ.diff(desired, actual, policy, NOW);
    }
}
