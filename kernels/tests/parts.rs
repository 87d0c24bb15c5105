//! The parts of the kernels' oracle: comparison, fences, inputs and limits, and the references against published values.
//!
//! Not in the library, whose kernels would then be compiled once more for its own tests.

use hoist_kernels::case::{Tolerance, Wanted};
use hoist_kernels::compare::{bits, within};
use hoist_kernels::inputs::{Inputs, Variant};
use hoist_kernels::limits::fits;
use hoist_kernels::reference::{constants, digest, distribution, rounds};
use hoist_kernels::slice::{AnySlice, FENCE, Layout, Role, Slice};
use hoist_kernels::values::Values;
use hoist_kernels::{case, padded, philox, sha256};

fn floats(x: &[f32]) -> Vec<Values> {
    vec![Values::F32(x.to_vec())]
}
fn wanted(x: &[(f64, f64)]) -> Vec<Vec<Wanted>> {
    vec![x.iter().map(|&(value, scale)| Wanted { value, scale }).collect()]
}

#[test]
fn bits_are_bits() {
    let all = [1.0, 0.0, f32::NAN, f32::from_bits(0x7fc0_0001)];
    assert!(
        bits(
            &floats(&all),
            &floats(&[1.0, 0.0, f32::from_bits(0xffc0_1234), f32::NAN])
        )
        .is_ok()
    );
    assert!(bits(&floats(&all), &floats(&[1.0f32.next_up(), 0.0, f32::NAN, f32::NAN])).is_err());
    assert!(bits(&floats(&all), &floats(&[1.0, -0.0, f32::NAN, f32::NAN])).is_err());
    assert!(bits(&floats(&all), &floats(&[1.0, 0.0, f32::INFINITY, f32::NAN])).is_err());
    assert!(bits(&floats(&all), &floats(&all[..3])).is_err());
    assert!(bits(&floats(&all), &[]).is_err());
    assert!(bits(&[Values::U32(vec![7])], &[Values::U32(vec![8])]).is_err());
    assert!(bits(&[Values::U32(vec![7])], &[Values::U8(vec![7])]).is_err());
}

#[test]
fn an_ulp_is_of_the_scale() {
    let up = |n: u32| floats(&[f32::from_bits(1.0f32.to_bits() + n)]);
    let held = |bound, scale, got: &[Values]| within(Tolerance::Ulp(bound), &wanted(&[(1.0, scale)]), None, got);
    assert_eq!(held(1.0, 1.0, &up(1)).unwrap().max_ulp, Some(1.0));
    assert!(held(0.99, 1.0, &up(1)).is_err());
    assert_eq!(held(1.0, 8.0, &up(8)).unwrap().max_ulp, Some(1.0));
    assert!(held(1.0, 8.0, &up(9)).is_err());
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        assert!(held(1e9, 1.0, &floats(&[bad])).is_err());
    }
}

#[test]
fn an_infinity_or_nan_is_met_by_itself_only() {
    let nan = wanted(&[(f64::NAN, f64::NAN)]);
    assert!(within(Tolerance::Ulp(1.0), &nan, None, &floats(&[f32::NAN])).is_ok());
    assert!(within(Tolerance::Ulp(1e9), &nan, None, &floats(&[1.0])).is_err());
    // The plain call overflows where the reference does not.
    let (large, over) = (wanted(&[(1e39, 1e39)]), floats(&[f32::INFINITY]));
    assert!(within(Tolerance::Ulp(1.0), &large, Some(&over), &over).is_ok());
    assert!(within(Tolerance::Ulp(1.0), &large, Some(&over), &floats(&[f32::NAN])).is_err());
    assert!(within(Tolerance::Ulp(1e9), &large, Some(&over), &floats(&[f32::MAX])).is_err());
}

#[test]
fn subnormals_have_the_smallest_ulp() {
    let tiny = f64::from(f32::from_bits(10));
    let held = |n: u32, bound| {
        within(
            Tolerance::Ulp(bound),
            &wanted(&[(tiny, tiny)]),
            None,
            &floats(&[f32::from_bits(n)]),
        )
    };
    assert_eq!(held(11, 1.0).unwrap().max_ulp, Some(1.0));
    assert!(held(12, 1.0).is_err());
    assert!(held(0, 9.0).is_err(), "flushed");
}

#[test]
fn mismatches_are_counted() {
    let wanted: Vec<Wanted> = (0..100).map(|i| Wanted::plain(f64::from(i))).collect();
    let got = |bad: u32| [Values::U32((0..100).map(|i| if i < bad { 1000 } else { i }).collect())];
    let held = |bad| {
        within(
            Tolerance::Mismatches(0.02),
            std::slice::from_ref(&wanted),
            None,
            &got(bad),
        )
    };
    assert!(held(2).is_ok());
    assert!(held(3).unwrap_err().contains("3 of 100"));
    assert!(within(Tolerance::Ulp(0.0), std::slice::from_ref(&wanted), None, &got(1)).is_err());
}

#[test]
fn special_inputs_hold_what_their_name_says() {
    let made = |variant| Inputs::new(60, 4, variant, Layout::Odd).floats(60, 1.0, 2.0, 7);
    let special = made(Variant::Special);
    let tests: [(&str, fn(&f32) -> bool); 7] = [
        ("NaN", |x| x.is_nan()),
        ("infinity", |x| *x == f32::INFINITY),
        ("negative infinity", |x| *x == f32::NEG_INFINITY),
        ("zero", |x| x.to_bits() == 0),
        ("negative zero", |x| x.to_bits() == 1 << 31),
        ("subnormal", |x| x.is_subnormal()),
        ("ordinary", |x| (1.0..2.0).contains(x)),
    ];
    for (name, test) in tests {
        assert!(special.iter().any(test), "{name}");
    }
    assert!(made(Variant::Ordinary).iter().all(|x| (1.0..2.0).contains(x)));
    assert_eq!(made(Variant::Ordinary), made(Variant::Ordinary));
}

/// Where a slice begins in its allocation, and how much that holds.
fn place(s: &mut Slice<f32>) -> (usize, usize) {
    let first = s.host().as_ptr();
    let whole = s.whole_mut();
    let at = (first as usize - whole.as_ptr() as usize) / size_of::<f32>();
    (at, whole.len())
}

#[test]
fn fences_and_inputs_are_watched() {
    for layout in [Layout::Aligned, Layout::Odd] {
        for len in [0usize, 1, 5, 64] {
            let fresh = || Slice::new(&vec![1.5f32; len], Role::Read, layout);
            let mut s = fresh();
            assert_eq!(s.intact(), Ok(()));
            let (at, n) = place(&mut s);
            assert!(at >= FENCE && n - at - len >= FENCE);
            for i in [0, at - 1, at + len, n - 1] {
                let mut s = fresh();
                s.whole_mut()[i] = f32::NAN;
                assert!(s.intact().is_err(), "{i}");
            }
            if len > 0 {
                s.host_mut()[len - 1] = -1.5;
                assert!(s.intact().unwrap_err().contains("only read"));
            }
        }
    }
    assert_eq!(
        Slice::new(&[0u8; 9], Role::Read, Layout::Aligned).host().as_ptr() as usize % 64,
        0
    );
}

#[test]
fn absurd_sizes_are_refused_before_anything_is_allocated() {
    for case in case::all() {
        for size in [usize::MAX, 1 << 63, 1 << 41, 1 << 40] {
            let e = fits(&case, size).expect_err(case.name);
            assert!(e.contains("--size"), "{e}");
        }
        fits(&case, case.size).expect("the usual size fits");
    }
}

#[test]
fn sha256_has_its_published_vectors() {
    // FIPS 180-4's examples, and the empty message.
    let million = vec![b'a'; 1_000_000];
    let long: &[u8] = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    let known: [(&[u8], &str); 4] = [
        (b"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (
            b"abc",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (long, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        (
            &million,
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        ),
    ];
    let (words, blocks) = padded(&known.map(|(m, _)| m));
    let mut all = vec![0; 8 * known.len()];
    sha256(&words, &blocks, &mut all);
    let hex = |words: &[u32]| words.iter().map(|w| format!("{w:08x}")).collect::<String>();
    for ((m, want), got) in known.iter().zip(all.chunks(8)) {
        assert_eq!(hex(got), *want);
        assert_eq!(hex(&digest(m, &constants())), *want);
    }
}

#[test]
fn philox_has_its_published_vectors() {
    // Random123's known answers for philox4x32-10.
    let m = u32::MAX;
    let pi = [
        0x243f_6a88,
        0x85a3_08d3,
        0x1319_8a2e,
        0x0370_7344,
        0xa409_3822,
        0x299f_31d0,
    ];
    let known = [
        ([0; 6], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
        ([m; 6], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
        (pi, [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
    ];
    for ([a, b, c, d, k, l], words) in known {
        assert_eq!(<[u32; 4]>::from(philox(a, b, c, d, k, l)), words);
        assert_eq!(rounds([a, b, c, d], [k, l]), words);
    }
}

#[test]
fn the_reference_knows_the_normal_distribution() {
    // Abramowitz and Stegun, table 26.1.
    for (x, p) in [
        (0.0, 0.5),
        (1.0, 0.841344746068543),
        (2.5, 0.993790334674224),
        (-4.0, 3.167124183312e-5),
    ] {
        assert!((distribution(x) - p).abs() < 1e-14, "{x}");
    }
}
