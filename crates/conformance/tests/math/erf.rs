//! `erf`, which std does not have: `f64` against mpmath's at 300 bits.

use super::double::{points, worst};
use super::{MODES, mixed, run};

#[test]
fn the_error_function_keeps_its_bound() {
    let all: Vec<_> = points("erf").collect();
    let x: Vec<f64> = all.iter().map(|(x, ..)| x[0]).collect();
    assert_eq!(x.len(), 400);
    for mode in MODES {
        let mut y = vec![f64::NAN; x.len()];
        run!(erf_f64, mode, &x, &mut y);
        assert!(worst(&all, &y).holds("f64 erf", 1.0), "{mode}");
    }
}

#[test]
fn the_error_function_has_the_same_bits_on_all_machines() {
    let special = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        6.0,
        7.0,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        5e-324,
    ];
    let any = (0..20_000).map(|i| f64::from_bits(mixed(i)));
    let near = (0..20_000).map(|i| (mixed(i) % (1 << 40)) as f64 / (1u64 << 37) as f64);
    let x: Vec<f64> = special.into_iter().chain(any).chain(near).collect();
    let all = MODES.map(|mode| {
        let mut y = vec![0.5f64; x.len()];
        run!(erf_f64, mode, &x, &mut y);
        y
    });
    for y in &all {
        for (a, b) in all[0].iter().zip(y) {
            assert!(a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan()));
        }
    }
    let ends = [0.0, -0.0, all[0][2], -all[0][2], 1.0, 1.0, 1.0, -1.0];
    assert_eq!(
        all[0][..8].iter().map(|y| y.to_bits()).collect::<Vec<_>>(),
        ends.map(f64::to_bits)
    );
    assert!(all[0][8].is_nan());
    assert_eq!(all[0][9], 5e-324);
}
