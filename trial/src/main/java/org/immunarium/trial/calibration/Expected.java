package org.immunarium.trial.calibration;

import java.util.List;

/// What each plausible patient contributes to each point of an aim: a chance from 0 to 1.
///
/// @param points `[point][patient]`, of all targets of the aim one after the other
record Expected(double[][] points) {

    /// @param patients their lives under the aim's therapy
    static Expected of(Aim aim, List<PlausibleLives> patients, Hazards hazards) {
        int count =
                aim.targets().stream().mapToInt(target -> target.times().length).sum();
        double[][] points = new double[count][patients.size()];
        for (int i = 0; i < patients.size(); i++) {
            if (aim.eligible()[i]) {
                List<PlausibleCourse> courses = patients.get(i).courses();
                for (PlausibleCourse course : courses) {
                    add(aim, course, hazards, points, i);
                }
                for (double[] point : points) {
                    point[i] /= courses.size();
                }
            }
        }
        return new Expected(points);
    }

    private static void add(Aim aim, PlausibleCourse course, Hazards hazards, double[][] points, int patient) {
        double[] dying = course.integral(hazards.death().typical());
        double[] spreading = course.integral(hazards.newLesions());
        int place = 0;
        for (Target target : aim.targets()) {
            switch (target.what()) {
                case OVERALL_SURVIVAL -> {
                    for (double alive : course.alive(dying, hazards.death(), target.times())) {
                        points[place++][patient] += alive;
                    }
                }
                case PROGRESSION_FREE_SURVIVAL -> {
                    double[] alive = course.alive(dying, hazards.death(), target.times());
                    for (int i = 0; i < alive.length; i++) {
                        points[place++][patient] += alive[i] * course.unchanged(spreading, target.times()[i]);
                    }
                }
                case PRESENCE -> points[place++][patient] += target.who()[patient] ? 1 : 0;
                case RESPONSE ->
                    points[place++][patient] += course.responds(dying, spreading, hazards.death(), aim.followed());
            }
        }
    }
}
