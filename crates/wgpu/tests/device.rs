//! The wgpu device does what every driver crate's device must do.

#[path = "../../opencl/tests/common/mod.rs"]
mod common;

use common::Texts;
use hoist_wgpu::api;

const TEXTS: Texts = Texts {
    saxpy: r"
@group(0) @binding(0) var<storage, read_write> fault: array<u32>;
@group(0) @binding(1) var<storage, read> params: array<u32>;
@group(0) @binding(2) var<storage, read> x: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;

@compute @workgroup_size(64)
fn saxpy(@builtin(global_invocation_id) at: vec3<u32>) {
    let i = at.y * params[2] + at.x;
    if i >= params[0] { return; }
    y[i] = bitcast<f32>(params[1]) * x[i] + y[i];
    if params[0] == 13u { fault[0] = 1u; }
}
",
    broken: "@compute @workgroup_size(64) fn saxpy() { let a = no_such_name; }",
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
