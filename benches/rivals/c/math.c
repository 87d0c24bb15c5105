// Functions of the C library over arrays, for a compiler that calls the library's vectors (libmvec).

#include <math.h>

#define UNARY(name, f32, f64)                                                                       \
    void name##_f32(const float *restrict x, float *restrict y, long n) {                           \
        for (long i = 0; i < n; i++) y[i] = f32(x[i]);                                               \
    }                                                                                               \
    void name##_f64(const double *restrict x, double *restrict y, long n) {                         \
        for (long i = 0; i < n; i++) y[i] = f64(x[i]);                                               \
    }
#define BINARY(name, f32, f64)                                                                      \
    void name##_f32(const float *restrict x, const float *restrict y, float *restrict z, long n) {  \
        for (long i = 0; i < n; i++) z[i] = f32(x[i], y[i]);                                         \
    }                                                                                               \
    void name##_f64(const double *restrict x, const double *restrict y, double *restrict z, long n) { \
        for (long i = 0; i < n; i++) z[i] = f64(x[i], y[i]);                                         \
    }

UNARY(v_exp, expf, exp)
UNARY(v_exp2, exp2f, exp2)
UNARY(v_exp_m1, expm1f, expm1)
UNARY(v_ln, logf, log)
UNARY(v_ln_1p, log1pf, log1p)
UNARY(v_log2, log2f, log2)
UNARY(v_log10, log10f, log10)
UNARY(v_sin, sinf, sin)
UNARY(v_cos, cosf, cos)
UNARY(v_tan, tanf, tan)
UNARY(v_asin, asinf, asin)
UNARY(v_acos, acosf, acos)
UNARY(v_atan, atanf, atan)
UNARY(v_sinh, sinhf, sinh)
UNARY(v_cosh, coshf, cosh)
UNARY(v_tanh, tanhf, tanh)
UNARY(v_asinh, asinhf, asinh)
UNARY(v_acosh, acoshf, acosh)
UNARY(v_atanh, atanhf, atanh)
UNARY(v_cbrt, cbrtf, cbrt)
BINARY(v_powf, powf, pow)
BINARY(v_atan2, atan2f, atan2)
BINARY(v_hypot, hypotf, hypot)
