//! Comparing answers: bit for bit, and with the `f64` reference.

use crate::case::{Tolerance, Wanted};
use crate::values::Values;

/// How close an answer is that will do.
#[derive(Clone, Debug, PartialEq)]
pub struct Close {
    /// The largest distance in ulp; none where elements are counted instead.
    pub max_ulp: Option<f64>,
    /// What it may be.
    pub bound_ulp: Option<f64>,
    /// What there is to say beside it.
    pub note: String,
}

impl Close {
    /// So many ulp of so many.
    pub fn ulp(max: f64, bound: f64) -> Self {
        Close {
            max_ulp: Some(max),
            bound_ulp: Some(bound),
            note: String::new(),
        }
    }
}

/// The same bits, output by output.
///
/// # Errors
/// The first element that differs.
pub fn bits(want: &[Values], got: &[Values]) -> Result<Close, String> {
    lengths(want.iter().map(Values::len), got)?;
    for (n, (w, g)) in want.iter().zip(got).enumerate() {
        if let Some(i) = (0..w.len()).find(|&i| !w.same(g, i)) {
            return Err(differs(n, i, &g.show(i), &w.show(i)));
        }
    }
    Ok(Close::ulp(0.0, 0.0))
}

/// Each element within a tolerance of the reference. Where `plain`, which then stands beside special inputs, left the
/// range of `f32`, which the reference does not, an answer has to be the same infinity or NaN instead.
///
/// # Errors
/// The first element that is too far away, or how many are.
pub fn within(
    tolerance: Tolerance,
    wanted: &[Vec<Wanted>],
    plain: Option<&[Values]>,
    got: &[Values],
) -> Result<Close, String> {
    lengths(wanted.iter().map(Vec::len), got)?;
    let mut max = 0.0f64;
    let (mut wrong, mut all, mut first) = (0usize, 0usize, None);
    for (n, (wanted, got)) in wanted.iter().zip(got).enumerate() {
        for (i, w) in wanted.iter().enumerate() {
            let beyond = plain.map(|p| &p[n]).filter(|p| !p.number(i).is_finite());
            let apart = match beyond {
                Some(plain) if plain.same(got, i) => 0.0,
                Some(_) => f64::INFINITY,
                None => ulps(w, got, i),
            };
            let bound = match tolerance {
                Tolerance::Ulp(bound) => bound,
                Tolerance::Mismatches(_) => 0.0,
            };
            all += 1;
            max = max.max(apart);
            if apart > bound {
                wrong += 1;
                let expected = beyond.map_or_else(|| format!("{:e}", w.value), |p| p.show(i));
                first.get_or_insert_with(|| (apart, differs(n, i, &got.show(i), &expected)));
            }
        }
    }
    match (tolerance, first) {
        (Tolerance::Ulp(bound), None) => Ok(Close::ulp(max, bound)),
        (Tolerance::Ulp(bound), Some((apart, what))) => Err(format!("{what}: {apart:.3} ulp apart, not {bound:.3}")),
        (Tolerance::Mismatches(part), first) => {
            let note = format!("{wrong} of {all} elements differ, {:.2} % may", 100.0 * part);
            match first {
                Some((_, what)) if wrong as f64 > part * all as f64 => Err(format!("{note}; {what}")),
                _ => Ok(Close {
                    max_ulp: None,
                    bound_ulp: None,
                    note,
                }),
            }
        }
    }
}

/// Element `i`'s distance from what is wanted.
fn ulps(w: &Wanted, got: &Values, i: usize) -> f64 {
    let x = got.number(i);
    if x == w.value || (x.is_nan() && w.value.is_nan()) {
        return 0.0;
    }
    let unit = if got.are_floats() {
        // Below the smallest normal number an ulp no longer shrinks.
        f64::from(f32::EPSILON) * w.scale.max(w.value.abs()).max(f64::from(f32::MIN_POSITIVE))
    } else {
        1.0
    };
    let apart = (x - w.value).abs() / unit;
    if apart.is_nan() { f64::INFINITY } else { apart }
}

fn differs(output: usize, i: usize, got: &str, wanted: &str) -> String {
    format!("output {output}, element {i} is {got} instead of {wanted}")
}

fn lengths(wanted: impl ExactSizeIterator<Item = usize>, got: &[Values]) -> Result<(), String> {
    if wanted.len() != got.len() {
        return Err(format!("{} outputs instead of {}", got.len(), wanted.len()));
    }
    for (w, g) in wanted.zip(got) {
        if w != g.len() {
            return Err(format!("an output of {} elements instead of {w}", g.len()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
