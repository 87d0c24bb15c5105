// The example kernels as a C programmer writes them for speed: OpenMP over the outer loop, `restrict`, `omp simd` where lanes
// help. Built twice, with -ffast-math and without it. Every function takes its arrays and its sizes in the order of `races.rs`.

#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define F(n) ((float *restrict)a[n])
#define U(n) ((uint32_t *restrict)a[n])
#define B(n) ((uint8_t *restrict)a[n])
typedef long *sizes;

void set_threads(int n) { omp_set_num_threads(n); }

void saxpy(void **a, sizes s) {
    float *restrict y = F(1);
    const float *restrict x = F(0);
#pragma omp parallel for simd schedule(static)
    for (long i = 0; i < s[0]; i++) y[i] = 0.001f * x[i] + y[i];
}

void triad(void **a, sizes s) {
    const float *restrict x = F(0), *restrict y = F(1);
    float *restrict z = F(2);
#pragma omp parallel for simd schedule(static)
    for (long i = 0; i < s[0]; i++) z[i] = 3.0f * x[i] + y[i];
}

void sum(void **a, sizes s) {
    const float *restrict x = F(0);
    float t = 0;
#pragma omp parallel for schedule(static) reduction(+ : t)
    for (long i = 0; i < s[0]; i++) t += x[i];
    F(1)[0] = t;
}

void dot(void **a, sizes s) {
    const float *restrict x = F(0), *restrict y = F(1);
    float t = 0;
#pragma omp parallel for schedule(static) reduction(+ : t)
    for (long i = 0; i < s[0]; i++) t += x[i] * y[i];
    F(2)[0] = t;
}

void mandelbrot(void **a, sizes s) {
    long n = s[0], limit = s[1];
    uint32_t *restrict out = U(0);
#pragma omp parallel for schedule(dynamic, 8)
    for (long y = 0; y < n; y++)
        for (long x = 0; x < n; x++) {
            float cx = (float)x / (float)n * 3.0f - 2.25f, cy = (float)y / (float)n * 2.5f - 1.25f;
            float p = 0, q = 0;
            uint32_t k = 0;
            while (k < limit) {
                float p2 = p * p, q2 = q * q;
                if (p2 + q2 > 4.0f) break;
                q = 2.0f * p * q + cy;
                p = p2 - q2 + cx;
                k++;
            }
            out[y * n + x] = k;
        }
}

static inline float normal(float x) {
    float k = 1.0f / (1.0f + 0.2316419f * fabsf(x));
    float p = k * (0.31938153f + k * (-0.356563782f + k * (1.781477937f + k * (-1.821255978f + k * 1.330274429f))));
    float tail = 0.39894228f * expf(-0.5f * x * x) * p;
    return x > 0 ? 1.0f - tail : tail;
}

void black_scholes(void **a, sizes s) {
    const float *restrict price = F(0), *restrict strike = F(1), *restrict years = F(2);
    float *restrict call = F(3);
    const float rate = 0.02f, vol = 0.3f;
#pragma omp parallel for simd schedule(static)
    for (long i = 0; i < s[0]; i++) {
        float root = sqrtf(years[i]);
        float d1 = (logf(price[i] / strike[i]) + (rate + 0.5f * vol * vol) * years[i]) / (vol * root);
        float d2 = d1 - vol * root;
        call[i] = price[i] * normal(d1) - strike[i] * expf(-rate * years[i]) * normal(d2);
    }
}

void nbody(void **a, sizes s) {
    long n = s[0];
    const float *restrict x = F(0), *restrict y = F(1), *restrict z = F(2), *restrict m = F(3);
    float *restrict ax = F(4), *restrict ay = F(5), *restrict az = F(6);
#pragma omp parallel for schedule(static)
    for (long i = 0; i < n; i++) {
        float p = 0, q = 0, r = 0;
#pragma omp simd reduction(+ : p, q, r)
        for (long j = 0; j < n; j++) {
            float dx = x[j] - x[i], dy = y[j] - y[i], dz = z[j] - z[i];
            float d = dx * dx + dy * dy + dz * dz + 0.01f;
            float by = m[j] / (d * sqrtf(d));
            p += dx * by;
            q += dy * by;
            r += dz * by;
        }
        ax[i] = p;
        ay[i] = q;
        az[i] = r;
    }
}

void jacobi2d(void **a, sizes s) {
    long w = s[0], h = s[1];
    float *p = F(0), *q = F(1);
    for (long t = 0; t < s[2]; t++) {
#pragma omp parallel for schedule(static)
        for (long y = 1; y < h - 1; y++) {
            float *restrict to = q + y * w;
            const float *restrict at = p + y * w;
#pragma omp simd
            for (long x = 1; x < w - 1; x++) to[x] = 0.25f * (at[x - w] + at[x + w] + at[x - 1] + at[x + 1]);
        }
        float *swap = p;
        p = q;
        q = swap;
    }
}

// In the order i k j: what a C programmer writes who knows that the naive order is slow.
void matmul(void **a, sizes s) {
    long n = s[0];
    const float *restrict x = F(0), *restrict y = F(1);
    float *restrict z = F(2);
#pragma omp parallel for schedule(static)
    for (long i = 0; i < n; i++) {
        memset(z + i * n, 0, n * sizeof(float));
        for (long k = 0; k < n; k++) {
            float v = x[i * n + k];
#pragma omp simd
            for (long j = 0; j < n; j++) z[i * n + j] += v * y[k * n + j];
        }
    }
}

void histogram(void **a, sizes s) {
    const uint8_t *restrict x = B(0);
    uint32_t *counts = U(1);
    memset(counts, 0, 1024);
#pragma omp parallel
    {
        uint32_t own[4][256];
        memset(own, 0, sizeof own);
#pragma omp for schedule(static)
        for (long i = 0; i < s[0] / 4; i++)
            for (int k = 0; k < 4; k++) own[k][x[4 * i + k]]++;
#pragma omp critical
        for (int i = 0; i < 256; i++) counts[i] += own[0][i] + own[1][i] + own[2][i] + own[3][i];
    }
}

void scan(void **a, sizes s) {
    const float *restrict x = F(0);
    float *restrict y = F(1);
    float sums[257] = {0};
    long n = s[0];
#pragma omp parallel
    {
        int me = omp_get_thread_num(), all = omp_get_num_threads();
        long from = n * me / all, to = n * (me + 1) / all;
        float t = 0;
        if (all > 1) {
#pragma omp simd reduction(+ : t)
            for (long i = from; i < to; i++) t += x[i];
            sums[me + 1] = t;
        }
#pragma omp barrier
        t = 0;
        for (int k = 0; k <= me; k++) t += sums[k];
        for (long i = from; i < to; i++) y[i] = t += x[i];
    }
}

void conv2d(void **a, sizes s) {
    long h = s[0], w = s[1], k = s[2], out = w - k + 1;
    const float *restrict f = F(0), *restrict x = F(1);
    float *restrict y = F(2);
#pragma omp parallel for schedule(static)
    for (long r = 0; r < h; r++) {
        memset(y + r * out, 0, out * sizeof(float));
        for (long i = 0; i < k; i++)
            for (long j = 0; j < k; j++) {
                float v = f[i * k + j];
                const float *restrict row = x + (r + i) * w + j;
#pragma omp simd
                for (long c = 0; c < out; c++) y[r * out + c] += v * row[c];
            }
    }
}

void softmax(void **a, sizes s) {
    long w = s[0], h = s[1];
    const float *restrict x = F(0);
    float *restrict y = F(1);
#pragma omp parallel for schedule(static)
    for (long r = 0; r < h; r++) {
        const float *restrict from = x + r * w;
        float *restrict to = y + r * w;
        float most = from[0], t = 0;
#pragma omp simd reduction(max : most)
        for (long k = 0; k < w; k++) most = from[k] > most ? from[k] : most;
#pragma omp simd reduction(+ : t)
        for (long k = 0; k < w; k++) t += to[k] = expf(from[k] - most);
        t = 1.0f / t;
#pragma omp simd
        for (long k = 0; k < w; k++) to[k] *= t;
    }
}

void layernorm(void **a, sizes s) {
    long w = s[0], h = s[1];
    const float *restrict x = F(0), *restrict gain = F(1), *restrict bias = F(2);
    float *restrict y = F(3);
#pragma omp parallel for schedule(static)
    for (long r = 0; r < h; r++) {
        const float *restrict from = x + r * w;
        float *restrict to = y + r * w;
        float t = 0, v = 0;
#pragma omp simd reduction(+ : t)
        for (long k = 0; k < w; k++) t += from[k];
        float mean = t / w;
#pragma omp simd reduction(+ : v)
        for (long k = 0; k < w; k++) v += (from[k] - mean) * (from[k] - mean);
        float by = 1.0f / sqrtf(v / w + 1e-5f);
#pragma omp simd
        for (long k = 0; k < w; k++) to[k] = (from[k] - mean) * by * gain[k] + bias[k];
    }
}

void transpose(void **a, sizes s) {
    long h = s[0], w = s[1];
    const float *restrict x = F(0);
    float *restrict y = F(1);
#pragma omp parallel for collapse(2) schedule(static)
    for (long bi = 0; bi < h; bi += 32)
        for (long bj = 0; bj < w; bj += 32)
            for (long j = bj; j < (bj + 32 < w ? bj + 32 : w); j++)
                for (long i = bi; i < (bi + 32 < h ? bi + 32 : h); i++) y[j * h + i] = x[i * w + j];
}

void spmv(void **a, sizes s) {
    const uint32_t *restrict rows = U(0), *restrict columns = U(1);
    const float *restrict values = F(2), *restrict x = F(3);
    float *restrict y = F(4);
#pragma omp parallel for schedule(static)
    for (long r = 0; r < s[0]; r++) {
        float t = 0;
        for (uint32_t k = rows[r]; k < rows[r + 1]; k++) t += values[k] * x[columns[k]];
        y[r] = t;
    }
}
