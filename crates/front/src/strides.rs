//! Independence by strides that are not numbers: `g * 2 * half + k` and the same `+ half` over `(0..n, 0..half)`.
//!
//! The subscripts of a slice are read as numbers of mixed radix. Each loop variable is a digit whose weight is its factor; where
//! subscripts differ by multiples of one distance, which of them it is, is one digit more. Where each weight is what all
//! smaller digits together can reach, and one, two numbers are the same only where all their digits are, whatever the values
//! behind the names. A weight may be larger by a small constant; more could let a product wrap around.

use crate::depend::Slice;
use hoist_affine::{Form, Poly};

/// By how much a weight may be larger than it must.
const SLACK: std::ops::Range<i64> = 0..1 << 14;

/// A digit: its weight, and one less than the number of its values; of the largest digit that does not matter.
struct Digit {
    weight: Form,
    last: Option<Form>,
}

fn constant(p: &Poly) -> Form {
    Form {
        constant: p.clone(),
        terms: vec![],
    }
}

impl Slice<'_> {
    /// Whether no two iterations meet for any values of the names, by the rule above.
    pub(crate) fn by_strides(&self) -> bool {
        self.digits().is_some_and(in_some_order)
    }

    fn digits(&self) -> Option<Vec<Digit>> {
        let (dims, accesses) = (&self.model.dims, &self.model.accesses);
        let first = &accesses.first()?.at;
        if first.terms.len() != dims.len() || accesses.iter().any(|a| a.at.terms != first.terms) {
            return None;
        }
        let mut digits = vec![];
        for (n, ((v, weight), i)) in first.terms.iter().zip(&self.par.indices).enumerate() {
            if usize::from(*v) != n {
                return None;
            }
            // From 0 there are at most as many values as the end says.
            let from_zero = crate::depend::literal(&i.start) == Some(0);
            let end = match crate::depend::literal(&i.end) {
                Some(n) => Form::number(i64::try_from(n).ok()?),
                None => Form::parameter(dims[n][1]),
            };
            let step = i.step.as_ref().map_or(Some(1), crate::depend::literal)?;
            let weight = constant(weight).times(&Form::number(i64::try_from(step).ok()?))?;
            let last = if from_zero {
                end.plus(&Form::number(1), -1)
            } else {
                None
            };
            digits.push(Digit { weight, last });
        }
        digits.extend(self.which(first)?);
        Some(digits)
    }

    /// The digit that says which of the subscripts it is, where there are several: `None` where their distances are no
    /// multiples of one.
    fn which(&self, first: &Form) -> Option<Option<Digit>> {
        let mut offsets: Vec<Form> = vec![];
        for a in &self.model.accesses {
            let offset = constant(&a.at.constant).plus(&constant(&first.constant), -1)?;
            if !offsets.contains(&offset) {
                offsets.push(offset);
            }
        }
        if offsets.len() == 1 {
            return Some(None);
        }
        // Each distance may be the one that the others are multiples of.
        for one in offsets.iter().filter(|o| o.as_number() != Some(0)) {
            for sign in [1, -1] {
                let unit = one.times(&Form::number(sign))?;
                let multiple = |o: &Form| (-8..=8).find(|k| unit.times(&Form::number(*k)).as_ref() == Some(o));
                let Some(all) = offsets.iter().map(multiple).collect::<Option<Vec<i64>>>() else {
                    continue;
                };
                let (least, most) = (all.iter().min()?, all.iter().max()?);
                if positive(&unit) {
                    return Some(Some(Digit {
                        weight: unit,
                        last: Some(Form::number(most - least)),
                    }));
                }
            }
        }
        None
    }
}

/// Whether every part of a sum is.
fn positive(f: &Form) -> bool {
    !f.constant.is_empty() && f.constant.iter().all(|(n, _)| *n > 0)
}

/// Whether the digits, in some order from the smallest weight, are those of numbers that tell all of them.
fn in_some_order(mut rest: Vec<Digit>) -> bool {
    // What all digits so far can reach.
    let mut reach = Form::number(0);
    while !rest.is_empty() {
        let fits = |d: &Digit| {
            let more = d.weight.plus(&reach, -1).and_then(|w| w.plus(&Form::number(1), -1));
            let slack = more.and_then(|m| m.as_number());
            slack.is_some_and(|n| SLACK.contains(&n)) && positive(&d.weight)
        };
        let Some(at) = rest.iter().position(fits) else {
            return false;
        };
        let digit = rest.remove(at);
        if rest.is_empty() {
            return true;
        }
        let Some(all) = digit.last.and_then(|last| last.times(&digit.weight)?.plus(&reach, 1)) else {
            return false;
        };
        reach = all;
    }
    true
}
