package org.immunarium.study.tissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project of PhysiCell with two types of cells and rules, put together for tests.
public final class SmallTissue {

    private static final String SETTINGS = """
            <PhysiCell_settings version="devel-version">
              <domain>
                <x_min>-100</x_min><x_max>100</x_max>
                <y_min>-100</y_min><y_max>100</y_max>
                <z_min>-10</z_min><z_max>10</z_max>
                <dx>20</dx><dy>20</dy><dz>20</dz>
                <use_2D>true</use_2D>
              </domain>
              <overall>
                <max_time units="min">60</max_time>
                <dt_diffusion units="min">0.01</dt_diffusion>
                <dt_mechanics units="min">0.1</dt_mechanics>
                <dt_phenotype units="min">6</dt_phenotype>
              </overall>
              <save>
                <folder>output</folder>
                <full_data><interval units="min">6</interval><enable>true</enable></full_data>
              </save>
              <options>
                <virtual_wall_at_domain_edge>true</virtual_wall_at_domain_edge>
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
                </variable>
                <options><calculate_gradients>true</calculate_gradients></options>
              </microenvironment_setup>
              <cell_definitions>
                <cell_definition name="tumour" ID="0">
                  <phenotype>
                    <cycle code="5" name="live">
                      <phase_transition_rates units="1/min">
                        <rate start_index="0" end_index="0" fixed_duration="false">0.005</rate>
                      </phase_transition_rates>
                    </cycle>
                    <secretion>
                      <substrate name="oxygen"><uptake_rate units="1/min">10</uptake_rate></substrate>
                    </secretion>
                  </phenotype>
                </cell_definition>
                <cell_definition name="killer" ID="1">
                  <phenotype>
                    <cycle code="5" name="live">
                      <phase_transition_rates units="1/min">
                        <rate start_index="0" end_index="0" fixed_duration="false">0</rate>
                      </phase_transition_rates>
                    </cycle>
                    <motility>
                      <speed units="micron/min">1</speed>
                      <persistence_time units="min">5</persistence_time>
                      <migration_bias units="dimensionless">0.5</migration_bias>
                      <options><enabled>true</enabled><use_2D>true</use_2D></options>
                    </motility>
                    <cell_interactions>
                      <attack_rates><attack_rate name="tumour" units="1/min">1</attack_rate></attack_rates>
                      <attack_damage_rate units="1/min">1</attack_damage_rate>
                      <attack_duration units="min">5</attack_duration>
                    </cell_interactions>
                  </phenotype>
                </cell_definition>
              </cell_definitions>
              <cell_rules>
                <rulesets>
                  <ruleset protocol="CBHG" version="3.0" format="csv" enabled="true">
                    <folder>./config</folder><filename>rules.csv</filename>
                  </ruleset>
                </rulesets>
              </cell_rules>
              <user_parameters>
                <number_of_cells type="int" units="none">20</number_of_cells>
              </user_parameters>
            </PhysiCell_settings>
            """;

    private static final String RULES = """
            tumour,damage,increases,apoptosis,0.1,5,4,0
            tumour,pressure,decreases,cycle entry,0,1,4,0
            """;

    private SmallTissue() {}

    /// Writes the project into a folder.
    ///
    /// @return its settings file
    public static Path in(Path folder) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("rules.csv"), RULES);
        return Files.writeString(config.resolve("PhysiCell_settings.xml"), SETTINGS);
    }
}
