/* What a generated model file offers: its equations in C, written from the same expressions as the Java kernels. */
#ifndef IMMUNARIUM_MODEL_H
#define IMMUNARIUM_MODEL_H

extern const int model_states;          /* length of y and f */
extern const int model_parameters;      /* length of p */
extern const int model_entries;         /* stored entries of df/dy */
extern const int model_row_start[];     /* row i has the entries row_start[i] .. row_start[i + 1] - 1 */
extern const int model_column[];        /* the column of each entry */
extern const int model_roots;           /* length of g; an event fires when its g turns from negative to positive */

void model_derivatives(double t, const double *y, const double *p, double *f);
void model_jacobian(double t, const double *y, const double *p, double *entries);
void model_root_values(double t, const double *y, const double *p, double *g);
void model_fire(int event, double t, double *y, double *p);

#endif
