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
