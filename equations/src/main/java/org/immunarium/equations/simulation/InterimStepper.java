package org.immunarium.equations.simulation;

import java.util.Arrays;

final class InterimStepper implements Stepper {
    final ModelSystem f; final int n; final double rtol; final double[] atol;
    double[] y, y0; double t, t0, limit, h; boolean running, adv; String failure = "";
    double[][] k = new double[7][]; double[] yt; double[] tt = new double[1];
    InterimStepper(ModelSystem f, double rtol, double[] atol) {
        this.f = f; n = f.dimension(); y = new double[n]; y0 = new double[n]; yt = new double[n];
        for (int i = 0; i < 7; i++) k[i] = new double[n]; this.rtol = rtol; this.atol = atol;
    }
    public double[] state() { return y; }
    public void start(int l, double time, double lim, double first) { t = t0 = time; limit = lim; running = true; failure = "";
        tt[0] = t; f.derivatives(tt, y, k[0]);
        double d0=0,d1=0; for (int i=0;i<n;i++){ double sc=atol[i]+rtol*Math.abs(y[i]); d0+=sq(y[i]/sc); d1+=sq(k[0][i]/sc);} d0=Math.sqrt(d0/n); d1=Math.sqrt(d1/n);
        h = first > 0 ? first : (d0 < 1e-5 || d1 < 1e-5) ? 1e-6 : 0.01*d0/d1; if (!(h > 0)) h = 1e-6; }
    static double sq(double x) { return x * x; }
    public void stop(int l) { running = false; }
    static final double[][] A = {{}, {1/5.}, {3/40., 9/40.}, {44/45., -56/15., 32/9.}, {19372/6561., -25360/2187., 64448/6561., -212/729.},
        {9017/3168., -355/33., 46732/5247., 49/176., -5103/18656.}, {35/384., 0, 500/1113., 125/192., -2187/6784., 11/84.}};
    static final double[] C = {0, 1/5., 3/10., 4/5., 8/9., 1, 1};
    static final double[] E = {71/57600., 0, -71/16695., 71/1920., -17253/339200., 22/525., -1/40.};
    static final double[] D = {-12715105075./11282082432., 0, 87487479700./32700410799., -10690763975./1880347072., 701980252875./199316789632., -1453857185./822651844., 69997945./29380423.};
    public void step() {
        adv = false; if (!running) return;
        double hh = Math.min(h, limit - t); boolean last = hh >= limit - t;
        tt[0] = t; f.derivatives(tt, y, k[0]);
        for (int s = 1; s < 7; s++) {
            for (int i = 0; i < n; i++) { double v = 0; for (int j = 0; j < s; j++) v += A[s][j] * k[j][i]; yt[i] = y[i] + hh * v; }
            tt[0] = s >= 5 && last ? limit : t + C[s] * hh; f.derivatives(tt, yt, k[s]);
        }
        double err = 0;
        for (int i = 0; i < n; i++) { double v = 0; for (int j = 0; j < 7; j++) v += E[j] * k[j][i];
            double sc = atol[i] + rtol * Math.max(Math.abs(y[i]), Math.abs(yt[i])); double q = hh * v / sc; if (Double.isNaN(y[i])) q = 0; err += q * q; }
        err = Math.sqrt(err / Math.max(n,1));
        double fac = Double.isNaN(err) ? 0.1 : Math.clamp(0.9 * Math.pow(Math.max(err, 1e-10), -0.2), 0.2, 5);
        if (err <= 1) { adv = true; t0 = t; System.arraycopy(y, 0, y0, 0, n); t = last ? limit : t + hh; this.hs = hh; System.arraycopy(yt, 0, y, 0, n);
            h = last ? Math.max(h, hh * fac) : hh * fac; }
        else { h = hh * fac; if (t + h == t) { failure = "step size"; running = false; } }
    }
    double hs;
    public boolean advanced(int l) { return adv; }
    public double from(int l) { return t0; }
    public double time(int l) { return t; }
    public double nextStep(int l) { return h; }
    public String failure(int l) { return failure; }
    public void interpolate(int l, double time, double[] out) {
        double th = (time - t0) / hs, o = 1 - th;
        for (int i = 0; i < n; i++) { double dy = y[i] - y0[i], bspl = hs * k[0][i] - dy, c4 = dy - hs * k[6][i] - bspl, v = 0;
            for (int j = 0; j < 7; j++) v += D[j] * k[j][i];
            out[i] = y0[i] + th * (dy + o * (bspl + th * (c4 + o * hs * v))); }
    }
}
