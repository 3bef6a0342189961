package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What waits in the lab's queue, over ends and starts of the lab.
class KeptTasksTest {

    @TempDir
    private Path folder;

    private static List<String> beginning(LabFolder runs, String run) {
        return List.of("run", "kuznetsov1994", "--json", "--out", runs.path(run).toString());
    }

    private static List<String> resuming(LabFolder runs, String run) {
        return List.of("resume", runs.path(run).toString(), "--json");
    }

    private static List<String> names(List<KeptTasks.Kept> kept) {
        return kept.stream().map(KeptTasks.Kept::run).toList();
    }

    private void begin(String run) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(run)).resolve("manifest.json"), "{}");
    }

    @Test
    void whatWaitedIsThereInItsOrderAndWhatIsForgottenIsNot() {
        LabFolder runs = new LabFolder(folder);
        KeptTasks before = new KeptTasks(runs);
        before.keep("second-comes-first", beginning(runs, "second-comes-first"));
        KeptTasks.Kept gone = before.keep("gone", beginning(runs, "gone"));
        before.keep("a", beginning(runs, "a"));
        gone.forget();
        KeptTasks after = new KeptTasks(runs);
        assertThat(names(after.left())).containsExactly("second-comes-first", "a");
        after.keep("last", beginning(runs, "last"));
        assertThat(names(new KeptTasks(runs).left())).containsExactly("second-comes-first", "a", "last");
    }

    @Test
    void whatHasBegunIsNotBegunAnew() throws IOException {
        LabFolder runs = new LabFolder(folder);
        new KeptTasks(runs).keep("begun", beginning(runs, "begun"));
        new KeptTasks(runs).keep("resumed", resuming(runs, "resumed"));
        begin("begun");
        begin("resumed");
        assertThat(names(new KeptTasks(runs).left())).containsExactly("resumed");
        assertThat(runs.queue().toFile().list()).hasSize(1);
    }

    @Test
    void aRunGoesWhereTheFolderOfRunsIsNow() throws IOException {
        LabFolder before = new LabFolder(folder.resolve("before"));
        new KeptTasks(before).keep("run", beginning(before, "run"));
        LabFolder after = new LabFolder(folder.resolve("after"));
        Files.move(before.runs(), after.runs());
        assertThat(new KeptTasks(after).left().getFirst().arguments()).isEqualTo(beginning(after, "run"));
    }

    @Test
    void filesInTheFolderOfRunsMoveWithIt() throws IOException {
        LabFolder before = new LabFolder(folder.resolve("before"));
        LabFolder after = new LabFolder(folder.resolve("after"));
        new KeptTasks(before).keep("run", fitting(before));
        Files.move(before.runs(), after.runs());
        assertThat(new KeptTasks(after).left().getFirst().arguments()).isEqualTo(fitting(after));
    }

    private static List<String> fitting(LabFolder runs) {
        Path own = runs.own();
        return List.of(
                "fit",
                own.resolve("studies/draft.yaml").toString(),
                "--json",
                "--out",
                runs.path("run").toString(),
                "--vary=a=0.05:0.5",
                "--data=" + own.resolve("uploads/12/scans.csv"));
    }

    @Test
    void whatNoLabWroteIsNotCarriedOut() throws IOException {
        LabFolder runs = new LabFolder(folder);
        write(runs, "000000001-a.json", "{");
        write(runs, "000000002-b.json", "{\"run\": \"b\", \"arguments\": [\"lab\", \"--runs\", \"{folder}\"]}");
        write(runs, "000000003-c.json", "{\"run\": \"../c\", \"arguments\": [\"run\", \"{folder}\"]}");
        write(runs, "000000004-d.json", "{\"run\": \"d\", \"arguments\": [\"run\", \"x\", \"--out\", \"/d\"]}");
        String out = "\"--out\", \"{folder}\"";
        write(runs, "000000005-e.json", "{\"run\": \"e\", \"arguments\": [\"run\", \"@/words\", " + out + "]}");
        write(
                runs,
                "000000006-f.json",
                "{\"run\": \"f\", \"arguments\": [\"run\", \"x\", \"--on=host\", " + out + "]}");
        write(runs, "000000007-g.json", "{\"run\": \"g\", \"arguments\": [\"run\", \"x\", " + out + ", \"--out=/g\"]}");
        write(
                runs,
                "000000008-h.json",
                "{\"run\": \"h\", \"arguments\": [\"run\", \"{runs}/../secret\", " + out + "]}");
        write(runs, "000000009-i.json", "{\"run\": \"i\", \"arguments\": [\"resume\", \"{folder}\", \"--x\"]}");
        assertThat(new KeptTasks(runs).left()).isEmpty();
        write(runs, "000000010-j.json", "{\"run\": \"j\", \"arguments\": [\"run\", \"x\", " + out + "]}");
        assertThat(names(new KeptTasks(runs).left())).containsExactly("j");
    }

    private static void write(LabFolder runs, String name, String text) throws IOException {
        Files.writeString(runs.queue().resolve(name), text);
    }
}
