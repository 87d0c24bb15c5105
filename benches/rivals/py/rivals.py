"""The example kernels in NumPy and Numba, driven by lines on standard input.

load NAME dtype:length:path ...   arrays, in the order of races.rs
run NAME WHO THREADS SIZES ...    one call; prints its nanoseconds
save NAME WHO path                writes the array that the call made
"""

import sys
import time

import numpy as np

try:
    import numba
    from numba import njit, prange
except ImportError:
    numba = None

F = np.float32
arrays = {}
made = {}


def loops(fast):
    jit = njit(parallel=True, fastmath=fast, cache=False)

    @jit
    def saxpy(x, y):
        for i in prange(len(y)):
            y[i] = F(0.001) * x[i] + y[i]
        return y

    @jit
    def triad(x, y, z):
        for i in prange(len(z)):
            z[i] = F(3.0) * x[i] + y[i]
        return z

    @jit
    def sum(x, out):
        t = F(0)
        for i in prange(len(x)):
            t += x[i]
        out[0] = t
        return out

    @jit
    def dot(x, y, out):
        t = F(0)
        for i in prange(len(x)):
            t += x[i] * y[i]
        out[0] = t
        return out

    @jit
    def mandelbrot(out, n, limit):
        for y in prange(n):
            for x in range(n):
                cx = F(x) / F(n) * F(3.0) - F(2.25)
                cy = F(y) / F(n) * F(2.5) - F(1.25)
                p, q, k = F(0), F(0), 0
                while k < limit:
                    p2, q2 = p * p, q * q
                    if p2 + q2 > F(4.0):
                        break
                    q = F(2.0) * p * q + cy
                    p = p2 - q2 + cx
                    k += 1
                out[y * n + x] = k
        return out

    @njit(fastmath=fast)
    def normal(x):
        k = F(1.0) / (F(1.0) + F(0.2316419) * abs(x))
        p = k * (F(0.31938153) + k * (F(-0.356563782) + k * (F(1.781477937) + k * (F(-1.821255978) + k * F(1.330274429)))))
        tail = F(0.39894228) * np.exp(F(-0.5) * x * x) * p
        return F(1.0) - tail if x > 0 else tail

    @jit
    def black_scholes(price, strike, years, call):
        rate, vol = F(0.02), F(0.3)
        for i in prange(len(call)):
            root = np.sqrt(years[i])
            d1 = (np.log(price[i] / strike[i]) + (rate + F(0.5) * vol * vol) * years[i]) / (vol * root)
            d2 = d1 - vol * root
            call[i] = price[i] * normal(d1) - strike[i] * np.exp(-rate * years[i]) * normal(d2)
        return call

    @jit
    def nbody(x, y, z, m, ax, ay, az):
        for i in prange(len(x)):
            p, q, r = F(0), F(0), F(0)
            for j in range(len(x)):
                dx, dy, dz = x[j] - x[i], y[j] - y[i], z[j] - z[i]
                d = dx * dx + dy * dy + dz * dz + F(0.01)
                by = m[j] / (d * np.sqrt(d))
                p += dx * by
                q += dy * by
                r += dz * by
            ax[i], ay[i], az[i] = p, q, r
        return ax

    @jit
    def matmul(x, y, z, n):
        for i in prange(n):
            for j in range(n):
                z[i * n + j] = 0
            for k in range(n):
                v = x[i * n + k]
                for j in range(n):
                    z[i * n + j] += v * y[k * n + j]
        return z

    @jit
    def softmax(x, y, w, h):
        for r in prange(h):
            most = x[r * w]
            for k in range(w):
                most = max(most, x[r * w + k])
            t = F(0)
            for k in range(w):
                e = np.exp(x[r * w + k] - most)
                y[r * w + k] = e
                t += e
            t = F(1) / t
            for k in range(w):
                y[r * w + k] *= t
        return y

    @jit
    def layernorm(x, gain, bias, y, w, h):
        for r in prange(h):
            t = F(0)
            for k in range(w):
                t += x[r * w + k]
            mean = t / F(w)
            v = F(0)
            for k in range(w):
                v += (x[r * w + k] - mean) * (x[r * w + k] - mean)
            by = F(1) / np.sqrt(v / F(w) + F(1e-5))
            for k in range(w):
                y[r * w + k] = (x[r * w + k] - mean) * by * gain[k] + bias[k]
        return y

    @jit
    def spmv(rows, columns, values, x, y, n):
        for r in prange(n):
            t = F(0)
            for k in range(rows[r], rows[r + 1]):
                t += values[k] * x[columns[k]]
            y[r] = t
        return y

    return dict(locals())


def saxpy(x, y):
    y += F(0.001) * x
    return y


def triad(x, y, z):
    np.multiply(x, F(3.0), out=z)
    z += y
    return z


NUMPY = {
    "saxpy": saxpy,
    "triad": triad,
    "sum": lambda x, out: np.array([np.sum(x)], F),
    "dot": lambda x, y, out: np.array([np.dot(x, y)], F),
    "matmul": lambda x, y, z, n: x.reshape(n, n) @ y.reshape(n, n),
    "histogram": lambda x, c, n: np.bincount(x, minlength=256).astype(np.uint32),
    "scan": lambda x, y, n: np.cumsum(x, out=y),
    "transpose": lambda x, y, h, w: np.ascontiguousarray(x.reshape(h, w).T),
}
SIZED = {"saxpy", "triad", "sum", "dot", "black_scholes", "nbody"}
STRICT, FAST = (loops(False), loops(True)) if numba else ({}, {})
TABLES = {"numpy": NUMPY, "numba": STRICT, "numba-fast": FAST}

for line in sys.stdin:
    word, name, *rest = line.split()
    try:
        if word == "load":
            arrays[name] = []
            for spec in rest:
                dtype, length, path = spec.split(":", 2)
                arrays[name].append(np.fromfile(path, dtype, int(length)))
            print("ok", flush=True)
        elif word == "run":
            who, threads, *sizes = rest
            f = TABLES[who].get(name)
            if f is None:
                print("none", flush=True)
                continue
            if numba and who != "numpy":
                numba.set_num_threads(int(threads))
            key = (name, who, threads)
            if key not in made:
                made[key] = [a.copy() for a in arrays[name]]
            args = made[key] + ([] if name in SIZED else [int(s) for s in sizes])
            began = time.perf_counter_ns()
            out = f(*args)
            print(time.perf_counter_ns() - began, flush=True)
            made[key, "out"] = out
        elif word == "save":
            who, threads, path = rest
            made[(name, who, threads), "out"].reshape(-1).tofile(path)
            print("ok", flush=True)
        elif word == "drop":
            for key in [k for k in made if (k[0] if isinstance(k[0], str) else k[0][0]) == name]:
                del made[key]
            arrays.pop(name, None)
            print("ok", flush=True)
    except Exception as e:  # The other side says it and goes on.
        print("error", str(e).replace("\n", " ")[:200], flush=True)
