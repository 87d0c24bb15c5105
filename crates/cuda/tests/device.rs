//! The CUDA device does what every driver crate's device must do, and NVRTC compiles without one.

#[path = "../../opencl/tests/common/mod.rs"]
mod common;

use common::Texts;
use hoist_backend::Error;
use hoist_cuda::{api, compile_ptx};

const TEXTS: Texts = Texts {
    saxpy: r#"
extern "C" __global__ void saxpy(unsigned int* fault, const unsigned int* params, const float* x, float* y) {
    unsigned int i = blockIdx.y * params[2] + blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= params[0]) { return; }
    y[i] = __uint_as_float(params[1]) * x[i] + y[i];
    if (params[0] == 13u) { fault[0] = 1u; }
}
"#,
    broken: r#"extern "C" __global__ void saxpy(unsigned int* a) { a[0] = no_such_name; }"#,
};

#[test]
fn opens() {
    common::opens(&api());
}

#[test]
fn transfers() {
    common::transfers(&api());
}

#[test]
fn launches() {
    common::launches(&api(), &TEXTS);
}

#[test]
fn refusals() {
    common::refusals(&api(), &TEXTS);
}

#[test]
fn nvrtc_keeps_ieee_arithmetic() {
    let text = r#"
extern "C" __global__ void f(const float* x, float* y) { y[0] = x[0] * x[1] + x[2]; y[1] = x[0] / x[1]; y[2] = __fsqrt_rn(x[0]); }
"#;
    let ptx = match compile_ptx(text, "compute_75") {
        Ok(ptx) => ptx,
        Err(e @ Error::Missing { .. }) => {
            let required = std::env::var("HOIST_REQUIRE").unwrap_or_default();
            assert!(
                !required.split([',', ' ']).any(|r| r == "nvrtc"),
                "HOIST_REQUIRE names nvrtc: {e}"
            );
            return eprintln!("skipped (1): {e}");
        }
        Err(e) => panic!("{e}"),
    };
    assert!(ptx.contains(".visible .entry f("), "{ptx}");
    assert!(ptx.contains(".target sm_75"), "{ptx}");
    assert!(
        ptx.contains("mul.rn.f32") && ptx.contains("add.rn.f32") && !ptx.contains("fma"),
        "contracted: {ptx}"
    );
    assert!(
        ptx.contains("div.rn.f32") && ptx.contains("sqrt.rn.f32") && !ptx.contains(".ftz"),
        "{ptx}"
    );
    match compile_ptx(TEXTS.broken, "compute_75") {
        Err(Error::Compile { log, .. }) => assert!(log.contains("no_such_name"), "{log}"),
        other => panic!("{other:?}"),
    }
    assert!(matches!(compile_ptx(text, "compute_1"), Err(Error::Compile { .. })));
    assert!(matches!(compile_ptx("\0", "compute_75"), Err(Error::Compile { .. })));
}

#[test]
fn threads() {
    common::threads(&api(), &TEXTS);
}
