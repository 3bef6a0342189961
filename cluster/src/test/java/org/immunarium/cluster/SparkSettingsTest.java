package org.immunarium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.immunarium.study.StopSignal;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;

final class SparkSettingsTest {

    @Test
    void whatTheUserSaysCountsBeforeWhatWeSay() {
        SparkConf said = new SparkConf(false).set("spark.task.maxFailures", "3").set("spark.executor.cores", "4");
        SparkConf settings = SparkSettings.of("yarn", said);
        assertThat(settings.get("spark.task.maxFailures")).isEqualTo("3");
        assertThat(settings.get("spark.master")).isEqualTo("yarn");
        assertThat(SparkSettings.tasksAtOnce(settings)).isEqualTo(4);
    }

    @Test
    void executorsOfALocalClusterHaveTheMemoryOfTheirWorker() {
        SparkConf settings = SparkSettings.of("local-cluster[2,1,1024]", new SparkConf(false));
        assertThat(settings.get("spark.executor.memory")).isEqualTo("1024m");
        assertThat(SparkSettings.tasksAtOnce(settings)).isEqualTo(1);
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new SparkWorkplace.Opener().open("spark://nowhere", new StopSignal()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--on: \"spark://nowhere\"");
    }
}
