//! Intervals of integers, and what each operation makes of them.
//!
//! Every result is clipped to its type: what may wrap becomes the whole type.

use hoist_machine::ScalarType::{self, *};

use crate::ir::{BinaryOp, UnaryOp};

/// All integers from `lo` to `hi`. `bool` is 0 or 1; a float's interval says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Iv {
    pub lo: i128,
    pub hi: i128,
}

/// Every value of a type; for a float a wide interval that nobody reads.
pub(crate) fn whole(t: ScalarType) -> Iv {
    let bits = 8 * t.size() as u32;
    match t {
        Bool => Iv { lo: 0, hi: 1 },
        F16 | BF16 | F32 | F64 => Iv {
            lo: -(1 << 100),
            hi: 1 << 100,
        },
        t if t.is_signed() => Iv {
            lo: -(1 << (bits - 1)),
            hi: (1 << (bits - 1)) - 1,
        },
        _ => Iv {
            lo: 0,
            hi: (1 << bits) - 1,
        },
    }
}

impl Iv {
    pub fn one(x: i128) -> Iv {
        Iv { lo: x, hi: x }
    }
    pub fn exact(self) -> Option<i128> {
        (self.lo == self.hi).then_some(self.lo)
    }
    pub fn within(self, o: Iv) -> bool {
        o.lo <= self.lo && self.hi <= o.hi
    }
    pub fn join(self, o: Iv) -> Iv {
        Iv {
            lo: self.lo.min(o.lo),
            hi: self.hi.max(o.hi),
        }
    }
    /// Both at once; `None` where no integer is in both.
    pub fn meet(self, o: Iv) -> Option<Iv> {
        let m = Iv {
            lo: self.lo.max(o.lo),
            hi: self.hi.min(o.hi),
        };
        (m.lo <= m.hi).then_some(m)
    }
    /// As a value of type `t` that wraps.
    fn wrapped(self, t: ScalarType) -> Iv {
        if self.within(whole(t)) { self } else { whole(t) }
    }
    /// From the results at the corners.
    fn corners(of: [Option<i128>; 4], t: ScalarType) -> Iv {
        let mut out: Option<Iv> = None;
        for c in of {
            let Some(c) = c else { return whole(t) };
            out = Some(out.map_or(Iv::one(c), |o| o.join(Iv::one(c))));
        }
        out.map_or(whole(t), |o| o.wrapped(t))
    }
}

/// `op a`, giving a `t`; `from` is the operand's type.
pub(crate) fn unary(op: UnaryOp, from: ScalarType, t: ScalarType, a: Iv) -> Iv {
    if from.is_float() {
        return whole(t);
    }
    match op {
        UnaryOp::Neg => Iv { lo: -a.hi, hi: -a.lo }.wrapped(t),
        UnaryOp::Not if t == Bool => Iv {
            lo: 1 - a.hi,
            hi: 1 - a.lo,
        },
        UnaryOp::Not if t.is_signed() => Iv {
            lo: -1 - a.hi,
            hi: -1 - a.lo,
        },
        UnaryOp::Not => Iv {
            lo: whole(t).hi - a.hi,
            hi: whole(t).hi - a.lo,
        },
        UnaryOp::Abs => {
            let far = a.lo.abs().max(a.hi.abs());
            let near = if a.lo <= 0 && a.hi >= 0 {
                0
            } else {
                a.lo.abs().min(a.hi.abs())
            };
            Iv { lo: near, hi: far }.wrapped(t)
        }
        UnaryOp::CountOnes | UnaryOp::LeadingZeros | UnaryOp::TrailingZeros => Iv {
            lo: 0,
            hi: 8 * from.size() as i128,
        },
        _ => whole(t),
    }
}

/// `a op b`, giving a `t`; `from` is the first operand's type.
pub(crate) fn binary(op: BinaryOp, from: ScalarType, t: ScalarType, a: Iv, b: Iv) -> Iv {
    use BinaryOp::*;
    if from.is_float() {
        return whole(t);
    }
    let both = |f: fn(i128, i128) -> Option<i128>| {
        Iv::corners([f(a.lo, b.lo), f(a.lo, b.hi), f(a.hi, b.lo), f(a.hi, b.hi)], t)
    };
    match op {
        Add => Iv {
            lo: a.lo + b.lo,
            hi: a.hi + b.hi,
        }
        .wrapped(t),
        Sub => Iv {
            lo: a.lo - b.hi,
            hi: a.hi - b.lo,
        }
        .wrapped(t),
        Mul => both(i128::checked_mul),
        Min => Iv {
            lo: a.lo.min(b.lo),
            hi: a.hi.min(b.hi),
        },
        Max => Iv {
            lo: a.lo.max(b.lo),
            hi: a.hi.max(b.hi),
        },
        And if a.lo >= 0 && b.lo >= 0 => Iv {
            lo: 0,
            hi: a.hi.min(b.hi),
        },
        And if t != Bool && (a.lo >= 0 || b.lo >= 0) => Iv {
            lo: 0,
            hi: if a.lo >= 0 { a.hi } else { b.hi },
        },
        Or | Xor if a.lo >= 0 && b.lo >= 0 => {
            let top = a.hi.max(b.hi).max(0) as u128;
            let ones = if top == 0 {
                0
            } else {
                (1i128 << (128 - top.leading_zeros())) - 1
            };
            Iv {
                lo: if op == Or { a.lo.max(b.lo) } else { 0 },
                hi: ones,
            }
            .wrapped(t)
        }
        Shl | Shr => match b.exact() {
            Some(n) => {
                let n = (n & (8 * from.size() as i128 - 1)) as u32;
                let at = |x: i128| if op == Shl { x << n } else { x >> n };
                Iv {
                    lo: at(a.lo),
                    hi: at(a.hi),
                }
                .wrapped(t)
            }
            None if op == Shr && a.lo >= 0 => Iv { lo: 0, hi: a.hi },
            None => whole(t),
        },
        Eq | Ne | Lt | Le | Gt | Ge => compare(op, a, b),
        _ => whole(t),
    }
}

fn compare(op: BinaryOp, a: Iv, b: Iv) -> Iv {
    use BinaryOp::*;
    let (yes, no) = match op {
        Lt => (a.hi < b.lo, a.lo >= b.hi),
        Le => (a.hi <= b.lo, a.lo > b.hi),
        Gt => (a.lo > b.hi, a.hi <= b.lo),
        Ge => (a.lo >= b.hi, a.hi < b.lo),
        Eq => (a.exact().is_some() && a == b, a.meet(b).is_none()),
        _ => (a.meet(b).is_none(), a.exact().is_some() && a == b),
    };
    match (yes, no) {
        (true, _) => Iv::one(1),
        (_, true) => Iv::one(0),
        _ => whole(Bool),
    }
}

/// `a as t`.
pub(crate) fn cast(from: ScalarType, t: ScalarType, a: Iv) -> Iv {
    if from.is_float() || t.is_float() {
        whole(t)
    } else {
        a.wrapped(t)
    }
}

/// The quotient where it does not fault, so `b` is not zero.
pub(crate) fn quotient(t: ScalarType, a: Iv, b: Iv) -> Iv {
    let (Some(a), Some(b)) = (positive(a, 0), positive(b, 1)) else {
        return whole(t);
    };
    Iv {
        lo: a.lo / b.hi,
        hi: a.hi / b.lo,
    }
}
/// The remainder where it does not fault.
pub(crate) fn remainder(t: ScalarType, a: Iv, b: Iv) -> Iv {
    let (Some(a), Some(b)) = (positive(a, 0), positive(b, 1)) else {
        return whole(t);
    };
    if a.hi < b.lo {
        a
    } else {
        Iv {
            lo: 0,
            hi: a.hi.min(b.hi - 1),
        }
    }
}
/// An interval from `least` up; a divisor of 0 never gets past its own fault.
fn positive(x: Iv, least: i128) -> Option<Iv> {
    if x.lo < 0 {
        return None;
    }
    x.meet(Iv {
        lo: least,
        hi: x.hi.max(least),
    })
}

/// `a` where `a op b` holds; `None` where it never does.
pub(crate) fn refine(op: BinaryOp, a: Iv, b: Iv) -> Option<Iv> {
    use BinaryOp::*;
    match op {
        Lt => a.meet(Iv {
            lo: a.lo.min(b.hi - 1),
            hi: b.hi - 1,
        }),
        Le => a.meet(Iv {
            lo: a.lo.min(b.hi),
            hi: b.hi,
        }),
        Gt => a.meet(Iv {
            lo: b.lo + 1,
            hi: a.hi.max(b.lo + 1),
        }),
        Ge => a.meet(Iv {
            lo: b.lo,
            hi: a.hi.max(b.lo),
        }),
        Eq => a.meet(b),
        Ne => match b.exact() {
            Some(x) if a.exact() == Some(x) => None,
            Some(x) if a.lo == x => Some(Iv { lo: x + 1, hi: a.hi }),
            Some(x) if a.hi == x => Some(Iv { lo: a.lo, hi: x - 1 }),
            _ => Some(a),
        },
        _ => Some(a),
    }
}
