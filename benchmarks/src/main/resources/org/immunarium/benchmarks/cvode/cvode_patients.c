/*
 * Virtual patients with C and CVODE: the other side of the benchmark "patients".
 *
 *   cvode_patients INPUT OUTPUT dense|klu THREADS
 *
 * dense: BDF, Newton, dense direct solver, Jacobian by finite differences, as the field runs its models.
 * klu:   BDF, Newton, sparse direct solver KLU, analytic Jacobian.
 *
 * CVODE is given each state in a unit of its own, the power of two next to its absolute tolerance. Its dense solver
 * chooses pivots by size and does not scale: where one state is 1e-20 mol and another 1e9 cells, pivots are chosen by
 * units, Newton's method does not converge, and steps become minute. Powers of two round nothing.
 *
 * INPUT and OUTPUT are binary, little-endian. INPUT:
 *   int64    patients, states, parameters, times, changes
 *   double   relative tolerance, absolute tolerance of each state
 *   double   times (ascending; the first is the start)
 *   changes: double time, int64 kind (0: parameter, 1: state), int64 index, double added value; ascending in time
 *   patients: double parameters, double initial state
 * OUTPUT:
 *   double   wall seconds of the integration alone
 *   int64    steps, right-hand sides (those for Jacobians included), Jacobians, restarts (starts included)
 *   patients: int64 CVODE's flag (negative: failed), double the time it came to,
 *             double state at each time (time by time); NaN from where it failed
 */
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include "model.h"

/* Between two outputs; CVODE's own default is 500. */
enum { MOST_STEPS = 100000 };

typedef struct {
  double time;
  int64_t kind, index;
  double added;
} change_t;

static int64_t patients, states, parameters, times, changes;
static double relative, *absolute, *scale, *time_grid, *patient_data, *result;
static int64_t *flags;
static double *reached;
static change_t *change;
static int use_klu;

static int64_t next_patient, steps, derivative_calls, jacobian_calls, restarts;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* What CVODE has done for all patients of a thread. */
typedef struct {
  long int steps, derivatives, jacobians, restarts;
} counts_t;

typedef struct {
  double *parameter;
  double *state; /* in the model's units */
  counts_t counts;
} patient_t;

/* The state in the model's units, from CVODE's. */
static const double *model_state(N_Vector y, patient_t *patient) {
  const double *scaled = N_VGetArrayPointer(y);
  for (int i = 0; i < model_states; i++) patient->state[i] = scaled[i] * scale[i];
  return patient->state;
}

static void set_state(N_Vector y, const double *state) {
  double *scaled = N_VGetArrayPointer(y);
  for (int i = 0; i < model_states; i++) scaled[i] = state[i] / scale[i];
}

static int right_hand_side(realtype t, N_Vector y, N_Vector f, void *user) {
  patient_t *patient = user;
  double *rate = N_VGetArrayPointer(f);
  model_derivatives(t, model_state(y, patient), patient->parameter, rate);
  for (int i = 0; i < model_states; i++) rate[i] /= scale[i];
  return 0;
}

static int root_values(realtype t, N_Vector y, realtype *g, void *user) {
  patient_t *patient = user;
  model_root_values(t, model_state(y, patient), patient->parameter, g);
  return 0;
}

static int sparse_jacobian(realtype t, N_Vector y, N_Vector f, SUNMatrix matrix, void *user, N_Vector a, N_Vector b,
                           N_Vector c) {
  (void)f, (void)a, (void)b, (void)c;
  patient_t *patient = user;
  sunindextype *row_start = SUNSparseMatrix_IndexPointers(matrix);
  sunindextype *column = SUNSparseMatrix_IndexValues(matrix);
  for (int i = 0; i <= model_states; i++) row_start[i] = model_row_start[i];
  for (int k = 0; k < model_entries; k++) column[k] = model_column[k];
  double *entry = SUNSparseMatrix_Data(matrix);
  model_jacobian(t, model_state(y, patient), patient->parameter, entry);
  for (int i = 0; i < model_states; i++) {
    for (int k = model_row_start[i]; k < model_row_start[i + 1]; k++) entry[k] *= scale[model_column[k]] / scale[i];
  }
  return 0;
}

static void *check(void *pointer, const char *what) {
  if (!pointer) {
    fprintf(stderr, "cvode_patients: out of memory: %s\n", what);
    exit(1);
  }
  return pointer;
}

/* Adds what CVODE has done since its last restart to the patient's counts. */
static void count(void *cvode, patient_t *patient) {
  long int s = 0, f = 0, fj = 0, j = 0;
  CVodeGetNumSteps(cvode, &s);
  CVodeGetNumRhsEvals(cvode, &f);
  CVodeGetNumLinRhsEvals(cvode, &fj);
  CVodeGetNumJacEvals(cvode, &j);
  patient->counts.steps += s;
  patient->counts.derivatives += f + fj;
  patient->counts.jacobians += j;
}

/* CVODE begins anew, and so do its counts. */
static int restart(void *cvode, double t, N_Vector y, patient_t *patient) {
  count(cvode, patient);
  patient->counts.restarts++;
  return CVodeReInit(cvode, t, y);
}

/* Carries out the events whose root functions have turned positive; returns whether there were any. */
static int fire(void *cvode, double t, N_Vector y, patient_t *patient) {
  int found[model_roots > 0 ? model_roots : 1];
  int any = 0;
  CVodeGetRootInfo(cvode, found);
  model_state(y, patient);
  for (int k = 0; k < model_roots; k++) {
    if (found[k] > 0) {
      model_fire(k, t, patient->state, patient->parameter);
      any = 1;
    }
  }
  if (any) set_state(y, patient->state);
  return any;
}

/* Runs one patient; returns 0, or CVODE's error flag. `reached` becomes the time it came to. */
static int run_patient(void *cvode, N_Vector y, patient_t *patient, const double *data, double *out, double *reached) {
  memcpy(patient->parameter, data, parameters * sizeof(double));
  set_state(y, data + parameters);
  double t = time_grid[0];
  int64_t next_time = 0, next_change = 0;
  int flag = restart(cvode, t, y, patient);
  while (next_time < times && time_grid[next_time] <= t) {
    memcpy(out + next_time++ * states, model_state(y, patient), states * sizeof(double));
  }
  while (flag >= 0 && next_time < times) {
    int changed = 0;
    while (next_change < changes && change[next_change].time <= t) {
      change_t *c = &change[next_change++];
      if (c->kind == 0) patient->parameter[c->index] += c->added;
      else N_VGetArrayPointer(y)[c->index] += c->added / scale[c->index];
      changed = 1;
    }
    if (changed && (flag = restart(cvode, t, y, patient)) < 0) break;
    double stop = next_change < changes ? change[next_change].time : time_grid[times - 1];
    double target = time_grid[next_time] < stop ? time_grid[next_time] : stop;
    if ((flag = CVodeSetStopTime(cvode, stop)) < 0) break;
    flag = CVode(cvode, target, y, &t, CV_NORMAL);
    if (flag == CV_ROOT_RETURN) {
      if (fire(cvode, t, y, patient)) flag = restart(cvode, t, y, patient);
      continue;
    }
    while (flag >= 0 && next_time < times && time_grid[next_time] <= t) {
      memcpy(out + next_time++ * states, model_state(y, patient), states * sizeof(double));
    }
  }
  for (int64_t k = next_time * states; k < times * states; k++) out[k] = NAN;
  *reached = t;
  return flag;
}

static void *worker(void *unused) {
  (void)unused;
  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = check(N_VNew_Serial(states, context), "state");
  N_Vector tolerance = check(N_VNew_Serial(states, context), "tolerances");
  set_state(tolerance, absolute);
  set_state(y, patient_data + parameters);
  patient_t patient = {check(malloc((parameters + 1) * sizeof(double)), "parameters"),
                       check(malloc(states * sizeof(double)), "state"),
                       {0}};
  memcpy(patient.parameter, patient_data, parameters * sizeof(double));

  void *cvode = check(CVodeCreate(CV_BDF, context), "CVODE");
  CVodeInit(cvode, right_hand_side, time_grid[0], y);
  CVodeSVtolerances(cvode, relative, tolerance);
  CVodeSetUserData(cvode, &patient);
  CVodeSetMaxNumSteps(cvode, MOST_STEPS);
  if (model_roots > 0) {
    /* Only what turns from negative to positive is an event; nothing else need stop the integration. */
    int direction[model_roots];
    for (int k = 0; k < model_roots; k++) direction[k] = 1;
    CVodeRootInit(cvode, model_roots, root_values);
    CVodeSetRootDirection(cvode, direction);
  }
  SUNMatrix matrix;
  SUNLinearSolver solver;
  if (use_klu) {
    matrix = check(SUNSparseMatrix(states, states, model_entries, CSR_MAT, context), "matrix");
    solver = check(SUNLinSol_KLU(y, matrix, context), "solver");
    CVodeSetLinearSolver(cvode, solver, matrix);
    CVodeSetJacFn(cvode, sparse_jacobian);
  } else {
    matrix = check(SUNDenseMatrix(states, states, context), "matrix");
    solver = check(SUNLinSol_Dense(y, matrix, context), "solver");
    CVodeSetLinearSolver(cvode, solver, matrix);
  }
  CVodeSetErrFile(cvode, NULL);

  for (;;) {
    pthread_mutex_lock(&lock);
    int64_t index = next_patient++;
    pthread_mutex_unlock(&lock);
    if (index >= patients) break;
    double *out = result + index * times * states;
    const double *data = patient_data + index * (parameters + states);
    flags[index] = run_patient(cvode, y, &patient, data, out, &reached[index]);
  }
  count(cvode, &patient);
  pthread_mutex_lock(&lock);
  steps += patient.counts.steps;
  derivative_calls += patient.counts.derivatives;
  jacobian_calls += patient.counts.jacobians;
  restarts += patient.counts.restarts;
  pthread_mutex_unlock(&lock);
  CVodeFree(&cvode);
  SUNLinSolFree(solver);
  SUNMatDestroy(matrix);
  N_VDestroy(y);
  N_VDestroy(tolerance);
  SUNContext_Free(&context);
  free(patient.parameter);
  free(patient.state);
  return NULL;
}

static void read_all(void *into, size_t size, size_t count, FILE *file) {
  if (count > 0 && fread(into, size, count, file) != count) {
    fprintf(stderr, "cvode_patients: the input ends too early\n");
    exit(3);
  }
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fprintf(stderr, "usage: cvode_patients INPUT OUTPUT dense|klu THREADS\n");
    return 2;
  }
  FILE *in = fopen(argv[1], "rb");
  if (!in) {
    perror(argv[1]);
    return 3;
  }
  use_klu = strcmp(argv[3], "klu") == 0;
  int threads = atoi(argv[4]);
  int64_t header[5];
  read_all(header, sizeof(int64_t), 5, in);
  patients = header[0], states = header[1], parameters = header[2], times = header[3], changes = header[4];
  if (states != model_states || parameters != model_parameters || patients < 1 || threads < 1) {
    fprintf(stderr, "cvode_patients: the input does not fit the model\n");
    return 3;
  }
  absolute = check(malloc(states * sizeof(double)), "tolerances");
  scale = check(malloc(states * sizeof(double)), "scales");
  flags = check(calloc(patients, sizeof(int64_t)), "flags");
  reached = check(calloc(patients, sizeof(double)), "times reached");
  time_grid = check(malloc(times * sizeof(double)), "times");
  change = check(malloc((changes + 1) * sizeof(change_t)), "changes");
  patient_data = check(malloc(patients * (parameters + states) * sizeof(double)), "patients");
  result = check(calloc(patients * times * states, sizeof(double)), "results");
  read_all(&relative, sizeof(double), 1, in);
  read_all(absolute, sizeof(double), states, in);
  read_all(time_grid, sizeof(double), times, in);
  read_all(change, sizeof(change_t), changes, in);
  read_all(patient_data, sizeof(double), patients * (parameters + states), in);
  fclose(in);
  for (int64_t i = 0; i < states; i++) scale[i] = absolute[i] > 0 ? exp2(rint(log2(absolute[i]))) : 1;

  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pthread_t thread[threads];
  for (int i = 0; i < threads; i++) pthread_create(&thread[i], NULL, worker, NULL);
  for (int i = 0; i < threads; i++) pthread_join(thread[i], NULL);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = (end.tv_sec - start.tv_sec) + 1e-9 * (end.tv_nsec - start.tv_nsec);

  FILE *out = fopen(argv[2], "wb");
  if (!out) {
    perror(argv[2]);
    return 3;
  }
  int64_t counts[4] = {steps, derivative_calls, jacobian_calls, restarts};
  int written = fwrite(&seconds, sizeof(double), 1, out) == 1 && fwrite(counts, sizeof(int64_t), 4, out) == 4;
  for (int64_t k = 0; k < patients; k++) {
    written = written && fwrite(&flags[k], sizeof(int64_t), 1, out) == 1
        && fwrite(&reached[k], sizeof(double), 1, out) == 1
        && fwrite(result + k * times * states, sizeof(double), times * states, out) == (size_t)(times * states);
  }
  if (fclose(out) != 0 || !written) {
    fprintf(stderr, "cvode_patients: cannot write %s\n", argv[2]);
    return 5;
  }
  return 0;
}
