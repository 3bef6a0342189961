package org.immunarium.tissue.physicell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A small project in which everything is right, and what becomes of it when a place of it is changed.
final class SmallProject {

    private static final String SETTINGS = """
            <PhysiCell_settings version="devel-version">
            <domain>
              <x_min>-100</x_min><x_max>100</x_max>
              <y_min>-60</y_min><y_max>60</y_max>
              <z_min>-10</z_min><z_max>10</z_max>
              <dx>20</dx><dy>20</dy><dz>20</dz>
              <use_2D>true</use_2D>
            </domain>
            <overall>
              <max_time units="min">120</max_time>
              <time_units>min</time_units>
              <space_units>micron</space_units>
              <dt_diffusion units="min">0.01</dt_diffusion>
              <dt_mechanics units="min">0.1</dt_mechanics>
              <dt_phenotype units="min">6</dt_phenotype>
            </overall>
            <parallel><omp_num_threads>4</omp_num_threads></parallel>
            <save>
              <folder>output</folder>
              <full_data><interval units="min">30</interval><enable>true</enable></full_data>
              <SVG><interval units="min">60</interval><enable>true</enable></SVG>
              <legacy_data><enable>false</enable></legacy_data>
            </save>
            <options>
              <legacy_random_points_on_sphere_in_divide>false</legacy_random_points_on_sphere_in_divide>
              <virtual_wall_at_domain_edge>true</virtual_wall_at_domain_edge>
              <disable_automated_spring_adhesions>false</disable_automated_spring_adhesions>
              <random_seed>17</random_seed>
            </options>
            <microenvironment_setup>
              <variable name="oxygen" units="mmHg" ID="0">
                <physical_parameter_set>
                  <diffusion_coefficient units="micron^2/min">100000</diffusion_coefficient>
                  <decay_rate units="1/min">0.1</decay_rate>
                </physical_parameter_set>
                <initial_condition units="mmHg">38</initial_condition>
                <Dirichlet_boundary_condition units="mmHg" enabled="true">38</Dirichlet_boundary_condition>
                <Dirichlet_options>
                  <boundary_value ID="xmin" enabled="true">20</boundary_value>
                  <boundary_value ID="ymax" enabled="false">0</boundary_value>
                </Dirichlet_options>
              </variable>
              <variable name="signal" units="dimensionless" ID="1">
                <physical_parameter_set>
                  <diffusion_coefficient units="micron^2/min">1000</diffusion_coefficient>
                  <decay_rate units="1/min">1</decay_rate>
                </physical_parameter_set>
                <initial_condition units="dimensionless">0</initial_condition>
                <Dirichlet_boundary_condition units="dimensionless" enabled="false">0</Dirichlet_boundary_condition>
              </variable>
              <options>
                <calculate_gradients>true</calculate_gradients>
                <track_internalized_substrates_in_each_agent>true</track_internalized_substrates_in_each_agent>
                <initial_condition type="csv" enabled="false"><filename>./config/ic.csv</filename></initial_condition>
                <dirichlet_nodes type="matlab" enabled="false"><filename>./config/d.mat</filename></dirichlet_nodes>
              </options>
            </microenvironment_setup>
            <cell_definitions>
              <cell_definition name="tumour" ID="0">
                <phenotype>
                  <cycle code="6" name="Flow cytometry model (separated)">
                    <phase_transition_rates units="1/min">
                      <rate start_index="0" end_index="1" fixed_duration="false">0.001</rate>
                    </phase_transition_rates>
                    <phase_durations units="min">
                      <duration index="1" fixed_duration="true">480</duration>
                    </phase_durations>
                    <standard_asymmetric_division enabled="true">
                      <asymmetric_division_probability name="tumour">0.9</asymmetric_division_probability>
                      <asymmetric_division_probability name="killer">0.1</asymmetric_division_probability>
                    </standard_asymmetric_division>
                  </cycle>
                  <death>
                    <model code="100" name="apoptosis">
                      <death_rate units="1/min">5e-5</death_rate>
                      <phase_durations units="min">
                        <duration index="0" fixed_duration="true">516</duration>
                      </phase_durations>
                      <parameters><unlysed_fluid_change_rate units="1/min">0.07</unlysed_fluid_change_rate></parameters>
                    </model>
                    <model code="101" name="necrosis">
                      <death_rate units="1/min">0.002</death_rate>
                    </model>
                  </death>
                  <volume>
                    <total units="micron^3">2000</total>
                    <fluid_fraction units="dimensionless">0.8</fluid_fraction>
                    <nuclear units="micron^3">500</nuclear>
                    <relative_rupture_volume units="dimensionless">3</relative_rupture_volume>
                  </volume>
                  <mechanics>
                    <cell_cell_adhesion_strength units="micron/min">0.5</cell_cell_adhesion_strength>
                    <cell_cell_repulsion_strength units="micron/min">9</cell_cell_repulsion_strength>
                    <relative_maximum_adhesion_distance units="dimensionless">1.4</relative_maximum_adhesion_distance>
                    <cell_adhesion_affinities>
                      <cell_adhesion_affinity name="killer">0.3</cell_adhesion_affinity>
                    </cell_adhesion_affinities>
                    <options>
                      <set_relative_equilibrium_distance enabled="false" units="dimensionless">1.8</set_relative_equilibrium_distance>
                      <set_absolute_equilibrium_distance enabled="false" units="micron">15</set_absolute_equilibrium_distance>
                    </options>
                    <attachment_rate units="1/min">0.2</attachment_rate>
                    <maximum_number_of_attachments>7</maximum_number_of_attachments>
                  </mechanics>
                  <motility>
                    <speed units="micron/min">0.1</speed>
                    <persistence_time units="min">5</persistence_time>
                    <migration_bias units="dimensionless">0.5</migration_bias>
                    <options>
                      <enabled>true</enabled>
                      <use_2D>false</use_2D>
                      <chemotaxis><enabled>true</enabled><substrate>oxygen</substrate><direction>-1</direction></chemotaxis>
                      <advanced_chemotaxis>
                        <enabled>false</enabled>
                        <normalize_each_gradient>false</normalize_each_gradient>
                        <chemotactic_sensitivities>
                          <chemotactic_sensitivity substrate="oxygen">2</chemotactic_sensitivity>
                        </chemotactic_sensitivities>
                      </advanced_chemotaxis>
                    </options>
                  </motility>
                  <secretion>
                    <substrate name="oxygen"><uptake_rate units="1/min">10</uptake_rate></substrate>
                    <substrate name="signal">
                      <secretion_rate units="1/min">3</secretion_rate>
                      <secretion_target units="substrate density">2</secretion_target>
                      <net_export_rate units="total substrate/min">-4</net_export_rate>
                    </substrate>
                  </secretion>
                  <cell_interactions>
                    <dead_phagocytosis_rate units="1/min">0.3</dead_phagocytosis_rate>
                    <necrotic_phagocytosis_rate units="1/min">0.1</necrotic_phagocytosis_rate>
                    <attack_rates><attack_rate name="killer" units="1/min">0.4</attack_rate></attack_rates>
                    <attack_damage_rate units="1/min">2</attack_damage_rate>
                    <attack_duration units="min">15</attack_duration>
                  </cell_interactions>
                  <cell_transformations>
                    <transformation_rates>
                      <transformation_rate name="killer" units="1/min">0.01</transformation_rate>
                    </transformation_rates>
                  </cell_transformations>
                  <cell_integrity><damage_rate units="1/min">0.25</damage_rate></cell_integrity>
                </phenotype>
                <custom_data><sample conserved="true" units="none" description="">1.5</sample></custom_data>
              </cell_definition>
              <cell_definition name="killer" ID="1">
                <phenotype>
                  <cycle code="5" name="live">
                    <phase_transition_rates units="1/min">
                      <rate start_index="0" end_index="0" fixed_duration="false">0</rate>
                    </phase_transition_rates>
                  </cycle>
                </phenotype>
              </cell_definition>
              <cell_definition name="offspring" parent_type="tumour" ID="2">
                <phenotype>
                  <death>
                    <model code="101" name="necrosis">
                      <death_rate units="1/min">0.003</death_rate>
                      <phase_transition_rates units="1/min">
                        <rate start_index="0" end_index="1" fixed_duration="false">9000000000</rate>
                        <rate start_index="1" end_index="2" fixed_duration="false">0.001</rate>
                      </phase_transition_rates>
                    </model>
                  </death>
                </phenotype>
                <initial_parameter_distributions enabled="true">
                  <distribution enabled="true" type="Uniform" check_base="true">
                    <behavior>migration speed</behavior><min>0.05</min><max>0.2</max>
                  </distribution>
                </initial_parameter_distributions>
              </cell_definition>
            </cell_definitions>
            <initial_conditions>
              <cell_positions type="csv" enabled="true"><folder>./config</folder><filename>cells.csv</filename></cell_positions>
            </initial_conditions>
            <cell_rules>
              <rulesets>
                <ruleset protocol="CBHG" version="3.0" format="csv" enabled="true">
                  <folder>./config</folder><filename>cell_rules.csv</filename>
                </ruleset>
              </rulesets>
              <settings />
            </cell_rules>
            <user_parameters>
              <number_of_cells type="int" units="none">3</number_of_cells>
            </user_parameters>
            </PhysiCell_settings>
            """;

    private static final String CELLS = """
            x,y,z,type,volume,attack killer,custom:sample
            10,20,0,tumour
            -30.5,20,0,killer,1000,s,7
            0,0,0,offspring,,0.5
            """;

    private static final String RULES = """
            // rules
            tumour,oxygen,increases,cycle entry,0.002,21.5,4,0
            killer,contact with tumour,decreases,migration speed,0,0.5,8,0
            """;

    private static final String FIELDS = "x,y,z,signal\n" + voxels();

    private static String voxels() {
        StringBuilder rows = new StringBuilder();
        for (int y = -50; y < 60; y += 20) {
            for (int x = -90; x < 100; x += 20) {
                rows.append(x)
                        .append(',')
                        .append(y)
                        .append(",0,")
                        .append(1000 + x + y / 1000.0)
                        .append('\n');
            }
        }
        return rows.toString();
    }

    private final Path folder;

    private int changedLine;

    private SmallProject(Path folder) {
        this.folder = folder;
    }

    /// As it should be.
    ///
    /// @param folder empty
    static SmallProject in(Path folder) {
        SmallProject project = new SmallProject(folder);
        project.write("config/PhysiCell_settings.xml", SETTINGS);
        project.write("config/cells.csv", CELLS);
        project.write("config/cell_rules.csv", RULES);
        project.write("config/ic.csv", FIELDS);
        return project;
    }

    /// Replaces a text that is in exactly one place of the settings.
    SmallProject with(String found, String instead) {
        return with("config/PhysiCell_settings.xml", found, instead);
    }

    /// Replaces a text that is in exactly one place of a file.
    SmallProject with(String file, String found, String instead) {
        String text = read(file);
        assertThat(text.split(Pattern.quote(found), -1).length - 1)
                .as("places of " + found)
                .isEqualTo(1);
        changedLine = (int) text.substring(0, text.indexOf(found)).lines().count() + (text.startsWith(found) ? 1 : 0);
        return write(file, text.replace(found, instead));
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmallProject write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The line of a text in the settings.
    int line(String text) {
        return (int) read("config/PhysiCell_settings.xml")
                        .lines()
                        .takeWhile(line -> !line.contains(text))
                        .count()
                + 1;
    }

    /// The line where a file was last changed.
    int changedLine() {
        return changedLine;
    }

    PhysiCellProject read() {
        return PhysiCellProject.read(folder);
    }

    /// All that is wrong with it, without the folder's name.
    List<String> problems() {
        try {
            read();
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(Problem::toString)
                    .map(problem -> problem.replace(folder + "/", ""))
                    .toList();
        }
        return List.of();
    }

    /// What a behaviour of a type is without rules.
    static double value(TissueModel model, int type, String behaviour) {
        return model.types()
                .get(type)
                .behaviours()[model.behaviours().find(behaviour).orElseThrow()];
    }
}
