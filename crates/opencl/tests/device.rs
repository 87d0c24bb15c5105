//! The OpenCL device does what every driver crate's device must do.

mod common;

use common::Texts;
use hoist_opencl::api;

const TEXTS: Texts = Texts {
    saxpy: r"
#pragma OPENCL FP_CONTRACT OFF
__kernel void saxpy(__global uint* fault, __global const uint* params, __global const float* x, __global float* y) {
    uint i = (uint)get_global_id(1) * params[2] + (uint)get_global_id(0);
    if (i >= params[0]) { return; }
    y[i] = as_float(params[1]) * x[i] + y[i];
    if (params[0] == 13u) { fault[0] = 1u; }
}
",
    broken: "__kernel void saxpy(__global uint* a, __global uint* b, __global uint* c, __global uint* d) { a[0] = no_such_name; }",
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
fn threads() {
    common::threads(&api(), &TEXTS);
}
