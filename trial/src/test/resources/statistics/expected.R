# Makes expected.csv: what R's packages survival and cmprsk say of the data sets of the tests.
#
#   Rscript expected.R FOLDER_OF_SURVIVAL_DATA > expected.csv
#
# Made by R 4.2.2, survival 3.5-3, cmprsk 2.2-11. Made-up data sets are of a linear congruential generator that both
# sides have; those of trials are in a folder that is no part of the project.
library(survival)
library(cmprsk)

folder <- commandArgs(trailingOnly = TRUE)[1]
cat("dataset,quantity,value\n")
say <- function(set, what, value) cat(sprintf("%s,%s,%.15g\n", set, what, value))

curve <- function(set, time, event, tau) {
  fit <- survfit(Surv(time, event) ~ 1, conf.type = "log-log")
  q <- quantile(fit, c(0.25, 0.5, 0.75))
  for (i in 1:3) {
    p <- c("q25", "q50", "q75")[i]
    say(set, paste0(p), q$quantile[i]); say(set, paste0(p, " lower"), q$lower[i]); say(set, paste0(p, " upper"), q$upper[i])
  }
  for (part in c(0.25, 0.5, 0.75)) {
    at <- part * max(time)
    s <- summary(fit, times = at)
    label <- paste0("S at ", part)
    say(set, label, s$surv); say(set, paste0(label, " lower"), s$lower); say(set, paste0(label, " upper"), s$upper)
    say(set, paste0(label, " se"), s$std.err); say(set, paste0(label, " at risk"), s$n.risk)
  }
  m <- survival:::survmean(fit, rmean = tau)$matrix
  say(set, "rmst", m["rmean"]); say(set, "rmst se", m["se(rmean)"])
}

control <- coxph.control(eps = 1e-14, iter.max = 100, toler.chol = 1e-14)

profile_end <- function(time, event, x, strata, j, fit, side) {
  top <- fit$loglik[2]
  drop <- function(b) {
    others <- x[, -j, drop = FALSE]
    ll <- if (ncol(others) == 0) {
      coxph(Surv(time, event) ~ offset(b * x[, j]) + strata(strata), control = control)$loglik[1]
    } else {
      coxph(Surv(time, event) ~ others + offset(b * x[, j]) + strata(strata), control = control)$loglik[2]
    }
    2 * (top - ll) - qchisq(0.95, 1)
  }
  b <- coef(fit)[j]
  far <- b + side * 6 * sqrt(vcov(fit)[j, j])
  exp(uniroot(drop, sort(c(b, far)), tol = 1e-12)$root)
}

cox <- function(set, time, event, x, strata) {
  x <- as.matrix(x)
  fit <- coxph(Surv(time, event) ~ x + strata(strata), ties = "efron", control = control)
  s <- summary(fit)
  for (j in 1:ncol(x)) {
    n <- paste0("cox ", j)
    say(set, paste0(n, " coef"), coef(fit)[j]); say(set, paste0(n, " se"), sqrt(vcov(fit)[j, j]))
    say(set, paste0(n, " p"), s$coefficients[j, "Pr(>|z|)"])
    say(set, paste0(n, " hr"), s$conf.int[j, 1])
    say(set, paste0(n, " lower"), s$conf.int[j, 3]); say(set, paste0(n, " upper"), s$conf.int[j, 4])
    say(set, paste0(n, " profile lower"), profile_end(time, event, x, strata, j, fit, -1))
    say(set, paste0(n, " profile upper"), profile_end(time, event, x, strata, j, fit, 1))
  }
  say(set, "cox loglik", fit$loglik[2])
  say(set, "cox lr", s$logtest[1]); say(set, "cox lr p", s$logtest[3])
  say(set, "cox score", s$sctest[1]); say(set, "cox score p", s$sctest[3])
}

# summary() rounds the Wald statistic.
wald <- function(set, time, event, x, strata) {
  x <- as.matrix(x)
  fit <- coxph(Surv(time, event) ~ x + strata(strata), ties = "efron", control = control)
  say(set, "cox wald", fit$wald.test)
}

logrank <- function(set, time, event, group, strata) {
  fit <- if (length(unique(strata)) > 1) survdiff(Surv(time, event) ~ group + strata(strata)) else survdiff(Surv(time, event) ~ group)
  say(set, "logrank", fit$chisq); say(set, "logrank p", pchisq(fit$chisq, length(unique(group)) - 1, lower.tail = FALSE))
  e <- if (is.matrix(fit$exp)) rowSums(fit$exp) else fit$exp
  o <- if (is.matrix(fit$obs)) rowSums(fit$obs) else fit$obs
  for (g in seq_along(e)) { say(set, paste("logrank observed", g), o[g]); say(set, paste("logrank expected", g), e[g]) }
}

# Numbers that both sides make: x -> (1103515245 x + 12345) mod 2^31 loses bits in doubles, so a small one.
numbers <- function(seed, n) { x <- seed; r <- numeric(n); for (i in 1:n) { x <- (16807 * x) %% 2147483647; r[i] <- x / 2147483647 }; r }

made <- function(seed, n) {
  u <- numbers(seed, 6 * n)
  u <- matrix(u, ncol = 6, byrow = TRUE)
  list(time = ceiling(40 * u[, 1] * (1 + u[, 2])), event = as.integer(u[, 3] < 0.65), group = floor(3 * u[, 4]),
       strata = floor(2 * u[, 5]), x1 = round(10 * u[, 6]), x2 = as.integer(u[, 2] > 0.4), cause = (u[, 3] < 0.4) + 2 * (u[, 3] >= 0.4 & u[, 3] < 0.7))
}

# Gray's test of each cause.
gray <- function(set, time, cause, group, strata) {
  tests <- cuminc(time, cause, group, strata)$Tests
  for (i in 1:nrow(tests)) {
    n <- paste0("gray ", rownames(tests)[i])
    say(set, n, tests[i, "stat"]); say(set, paste0(n, " p"), tests[i, "pv"])
  }
}

# Whether arms differ by the same factor in all groups.
interaction <- function(set, time, event, arm, group, strata) {
  with <- coxph(Surv(time, event) ~ arm * factor(group) + strata(strata), control = control)
  without <- coxph(Surv(time, event) ~ arm + factor(group) + strata(strata), control = control)
  x <- 2 * (with$loglik[2] - without$loglik[2])
  say(set, "interaction", x); say(set, "interaction p", pchisq(x, length(unique(group)) - 1, lower.tail = FALSE))
}

# Freireich 1963, remission under 6-mercaptopurine and placebo, weeks.
m <- c(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
p <- c(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
time <- c(m, p); event <- c(rep(1, 9), rep(0, 12), rep(1, 21)); arm <- c(rep(1, 21), rep(0, 21))
curve("freireich", time, event, 20)
logrank("freireich", time, event, arm, rep(0, 42))
cox("freireich", time, event, arm, rep(0, 42)); wald("freireich", time, event, arm, rep(0, 42))

for (seed in c(11, 12)) {
  d <- made(seed, 240)
  set <- paste0("made ", seed)
  curve(set, d$time, d$event, 30)
  logrank(set, d$time, d$event, d$group, d$strata)
  x <- cbind(d$x1, d$x2, as.integer(d$group == 1))
  cox(set, d$time, d$event, x, d$strata); wald(set, d$time, d$event, x, d$strata)
  ci <- cuminc(d$time, d$cause)
  for (cause in 1:2) for (at in c(10, 25, 40)) {
    tp <- timepoints(ci, at)
    say(set, sprintf("cif %d at %d", cause, at), tp$est[cause, 1]); say(set, sprintf("cif %d at %d var", cause, at), tp$var[cause, 1])
  }
  gray(set, d$time, d$cause, d$group, d$strata)
  interaction(set, d$time, d$event, as.integer(d$group == 1), d$x1 %% 3, d$strata)
}

# No ties, two groups that differ in both causes, one stratum; then the same patients with four groups, one of them
# small, in whole weeks.
u <- matrix(numbers(13, 5 * 150), ncol = 5, byrow = TRUE)
group <- as.integer(u[, 4] < 0.4)
time <- 30 * u[, 1] * (1 + u[, 2]) / (1 + group * u[, 3])
cause <- (u[, 3] < 0.35 + 0.2 * group) + 2 * (u[, 3] >= 0.35 + 0.2 * group & u[, 3] < 0.8)
gray("untied", time, cause, group, rep(0, 150))
interaction("untied", time, cause == 1, group, as.integer(u[, 5] > 0.5), as.integer(u[, 5] > 0.5))
gray("weeks", ceiling(time), cause, floor(3 * u[, 5]) + (u[, 5] > 0.95), rep(0, 150))

for (f in c("KEYNOTE024_1A", "KEYNOTE024_2", "Checkmate017_1", "Checkmate057_1A", "ca184-024_maio2015_fig2", "checkmate066_ascierto2019_fig2a")) {
  d <- read.csv(file.path(folder, paste0(f, ".csv")))
  arm <- as.integer(d$arm != sort(unique(d$arm))[1])
  curve(f, d$time, d$event, 12)
  logrank(f, d$time, d$event, arm, rep(0, nrow(d)))
  cox(f, d$time, d$event, arm, rep(0, nrow(d))); wald(f, d$time, d$event, arm, rep(0, nrow(d)))
}
