//! What a device lacks of types is named before anything runs.

#![allow(dead_code, reason = "the plain functions are not called")]

use hoist::prelude::*;
use hoist_conformance::recorder;
use hoist_machine::ScalarType;

#[device]
fn long_way(x: f32) -> f32 {
    (x as f64 * 0.1) as f32
}

/// The second loop needs `f64`, which no text here says.
#[kernel]
fn hidden(x: &mut [f32]) {
    for i in par(0..x.len()) {
        x[i] += 1.0;
    }
    for i in par(0..x.len()) {
        x[i] = long_way(x[i]);
    }
}

/// The host looks at a result first; the text of the last loop says what it needs.
#[kernel]
fn later(x: &mut [f32]) -> f32 {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i];
    }
    if s > 1.0 {
        for i in par(0..x.len()) {
            x[i] = ((x[i] as i64) << 3) as f64 as f32;
        }
    }
    s
}

/// The host part may use what it likes.
#[kernel]
fn host_only(x: &mut [f32]) -> f64 {
    let half = x.len() as f64 * 0.5;
    for i in par(0..x.len()) {
        x[i] += 1.0;
    }
    half
}

fn refused(missing: &[ScalarType], run: impl Fn(&Device) -> Result<(), Error>) -> (String, usize) {
    let (device, texts) = recorder::without(missing);
    let e = run(&device).expect_err("a type is missing");
    // The second launch of the same kernel.
    assert_eq!(run(&device).map_err(|e| e.to_string()), Err(e.to_string()));
    assert!(matches!(e, Error::Unsupported { .. }), "{e}");
    (e.to_string(), texts.all().len())
}

#[test]
fn all_are_named_and_nothing_runs() {
    use ScalarType::*;
    let mut x = [1.0f32; 9];
    let (e, ran) = refused(&[F64], |d| hidden::run(d, &mut x.clone()));
    assert!(e.contains("does not support the type f64 in kernel hidden"), "{e}");
    assert_eq!(ran, 0, "{e}");
    let (e, ran) = refused(&[I64, F64, U64], |d| later::run(d, &mut x.clone()).map(drop));
    assert!(e.contains("the types i64, f64 in kernel later"), "{e}");
    assert_eq!(ran, 0, "{e}");
    let (device, texts) = recorder::without(&[F64, I64, F16]);
    assert_eq!(host_only::run(&device, &mut x).expect("nothing is missing"), 4.5);
    assert_eq!(texts.all().len(), 1);
}

#[test]
fn nothing_is_missed_where_nothing_is_missing() {
    let (device, texts) = recorder::device();
    hidden::run(&device, &mut [1.0; 9]).expect("it has all types");
    assert_eq!(texts.all().len(), 2);
}
