package org.immunarium.numerics.ode;

/// The numbers of a Rosenbrock method of the Rodas family, in the form that needs no product with the Jacobian.
///
/// With W = M / (h gamma) - J, stage `i` solves
///
///     W u_i = f(t + c_i h, y + sum_j a_ij u_j) + M sum_j (C_ij / h) u_j + h d_i df/dt,   j < i
///
/// The methods here are stiffly accurate: the new state is the last stage's argument plus the last u. Dense output is
/// (1 - s) y0 + s (y1 + (1 - s) (k_1 + s (k_2 + s k_3))), 0 <= s <= 1, with k_i = sum_j H_ij u_j.
///
/// Source of the form: Hairer and Wanner, *Solving Ordinary Differential Equations II* (2nd ed. 1996), section IV.7.
///
/// @param name  the method's name
/// @param order the order of the solution; the embedded one is of one order less
/// @param gamma gamma
/// @param a     a_ij, row by row
/// @param c     C_ij, row by row
/// @param nodes c_i
/// @param d     d_i
/// @param error the weights of u_j in the error estimate
/// @param share what the estimate, which is of the embedded solution, is multiplied by to stand for the solution kept;
///              see docs/decisions/0002-stiff-solver.md
/// @param dense H_ij, two or three rows
record RosenbrockTableau(
        String name,
        int order,
        double gamma,
        double[][] a,
        double[][] c,
        double[] nodes,
        double[] d,
        double[] error,
        double share,
        double[][] dense) {

    int stages() {
        return nodes.length;
    }

    /// Rodas5P: order 5(4), eight stages, L-stable, order 4 kept for stiff parabolic problems and index-1 DAEs.
    ///
    /// Source: Steinebach (2023), BIT Numerical Mathematics 63:27, doi 10.1007/s10543-023-00967-x.
    static RosenbrockTableau rodas5P() {
        return new RosenbrockTableau(
                "Rodas5P",
                5,
                0.21193756319429014,
                new double[][] {
                    {},
                    {3.0},
                    {2.849394379747939, 0.45842242204463923},
                    {-6.954028509809101, 2.489845061869568, -10.358996098473584},
                    {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
                    {
                        -7.502846399306121,
                        2.561846144803919,
                        -11.627539656261098,
                        -0.18268767659942256,
                        0.030198172008377946
                    },
                    {
                        -7.502846399306121,
                        2.561846144803919,
                        -11.627539656261098,
                        -0.18268767659942256,
                        0.030198172008377946,
                        1
                    },
                    {
                        -7.502846399306121,
                        2.561846144803919,
                        -11.627539656261098,
                        -0.18268767659942256,
                        0.030198172008377946,
                        1,
                        1
                    }
                },
                new double[][] {
                    {},
                    {-14.155112264123755},
                    {-17.97296035885952, -2.859693295451294},
                    {147.12150275711716, -1.41221402718213, 71.68940251302358},
                    {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
                    {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471
                    },
                    {
                        30.91273214028599,
                        -3.1208243349937974,
                        77.79954646070892,
                        34.28646028294783,
                        -19.097331116725623,
                        -28.087943162872662
                    },
                    {
                        37.80277123390563,
                        -3.2571969029072276,
                        112.26918849496327,
                        66.9347231244047,
                        -40.06618937091002,
                        -54.66780262877968,
                        -9.48861652309627
                    }
                },
                new double[] {0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1, 1, 1
                },
                new double[] {
                    0.21193756319429014,
                    -0.42387512638858027,
                    -0.3384627126235924,
                    1.8046452872882734,
                    2.325825639765069,
                    0,
                    0,
                    0
                },
                new double[] {0, 0, 0, 0, 0, 0, 0, 1},
                0.2,
                new double[][] {
                    {
                        25.948786856663858,
                        -2.5579724845846235,
                        10.433815404888879,
                        -2.3679251022685204,
                        0.524948541321073,
                        1.1241088310450404,
                        0.4272876194431874,
                        -0.17202221070155493
                    },
                    {
                        -9.91568850695171,
                        -0.9689944594115154,
                        3.0438037242978453,
                        -24.495224566215796,
                        20.176138334709044,
                        15.98066361424651,
                        -6.789040303419874,
                        -6.710236069923372
                    },
                    {
                        11.419903575922262,
                        2.8879645146136994,
                        72.92137995996029,
                        80.12511834622643,
                        -52.072871366152654,
                        -59.78993625266729,
                        -0.15582684282751913,
                        4.883087185713722
                    }
                });
    }

    /// Rodas5P with another error estimate, which reacts better where the last stage's u is small by accident.
    ///
    /// Source: Steinebach (2024), *Rosenbrock methods within OrdinaryDiffEq.jl*, "Rodas5Pe".
    static RosenbrockTableau rodas5Pe() {
        RosenbrockTableau base = rodas5P();
        double[] error = {
            0.2606326497975715,
            -0.005158627295444251,
            1.3038988631109731,
            1.235000722062074,
            -0.7931985603795049,
            -1.005448461135913,
            -0.18044626132120234,
            0.17051519239113755
        };
        return new RosenbrockTableau(
                "Rodas5Pe", 5, base.gamma, base.a, base.c, base.nodes, base.d, error, 1, base.dense);
    }

    /// Rodas4P: order 4(3), six stages, stiffly accurate, order 4 on linear parabolic problems.
    ///
    /// Source: Steinebach (1995), Preprint 1741, TH Darmstadt.
    static RosenbrockTableau rodas4P() {
        return new RosenbrockTableau(
                "Rodas4P",
                4,
                0.25,
                new double[][] {
                    {},
                    {3},
                    {1.831036793486759, 0.4955183967433795},
                    {2.304376582692669, -0.05249275245743001, -1.176798761832782},
                    {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401},
                    {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401, 1}
                },
                new double[][] {
                    {},
                    {-12},
                    {-8.791795173947035, -2.207865586973518},
                    {10.81793056857153, 6.780270611428266, 19.53485944642410},
                    {34.19095006749676, 15.49671153725963, 54.74760875964130, 14.16005392148534},
                    {34.62605830930532, 15.30084976114473, 56.99955578662667, 18.40807009793095, -5.714285714285717}
                },
                new double[] {0, 0.75, 0.21, 0.63, 1, 1},
                new double[] {0.25, -0.5, -0.023504, -0.0362, 0, 0},
                new double[] {0, 0, 0, 0, 0, 1},
                1,
                new double[][] {
                    {25.09876703708589, 11.62013104361867, 28.49148307714626, -5.664021568594133, 0, 0},
                    {1.638054557396973, -0.7373619806678748, 8.477918219238990, 15.99253148779520, -1.882352941176471, 0
                    }
                });
    }

    /// Rodas4: order 4(3), six stages, L-stable; the classical member of the family.
    ///
    /// Source: Hairer and Wanner (1996), section VI.4.
    static RosenbrockTableau rodas4() {
        return new RosenbrockTableau(
                "Rodas4",
                4,
                0.25,
                new double[][] {
                    {},
                    {1.544},
                    {0.9466785280815826, 0.2557011698983284},
                    {3.314825187068521, 2.896124015972201, 0.9986419139977817},
                    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950},
                    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1}
                },
                new double[][] {
                    {},
                    {-5.6688},
                    {-2.430093356833875, -0.2063599157091915},
                    {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
                    {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
                    {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}
                },
                new double[] {0, 0.386, 0.21, 0.63, 1, 1},
                new double[] {0.25, -0.1043, 0.1035, -0.0362, 0, 0},
                new double[] {0, 0, 0, 0, 0, 1},
                1,
                new double[][] {
                    {10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662, 0
                    },
                    {-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872, 0
                    }
                });
    }
}
