//! Do two iterations of a parallel loop meet? Subscripts as affine forms, and the answer.
//!
//! A [`Model`] says what a loop does to one slice: the subscript of each access as a sum of
//! variables times coefficients, and what is known of these variables where the access happens. The
//! coefficients are polynomials over *parameters*, values that are the same in all iterations. The
//! macro makes the model, asks [`Model::independent`] for some values of the parameters to see what
//! can ever hold, and leaves the model, as numbers ([`Model::encode`]), to the launch, where the
//! parameters are known.
//!
//! Integers of a kernel wrap. A form is equal to the value it stands for modulo 2^64; where equality
//! itself is needed, the interval of the form has to lie within the value's type.

mod code;
mod meet;
#[cfg(test)]
mod meet_tests;
pub mod seeded;
mod system;

pub use system::{Row, System};

/// A sum of products of parameters: coefficient and parameters, sorted.
pub type Poly = Vec<(i64, Vec<u16>)>;

/// A sum of variables times polynomials; variable `0..dims` are the loop's, the others are numbered
/// in the order of the facts that bring them in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub constant: Poly,
    pub terms: Vec<(u16, Poly)>,
}

/// A type's width in bits, and whether it has a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ty {
    pub bits: u8,
    pub signed: bool,
}

impl Ty {
    pub const USIZE: Ty = Ty {
        bits: 64,
        signed: false,
    };
    /// What is in every integer type.
    pub const UNKNOWN: Ty = Ty { bits: 7, signed: false };
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rel {
    Less,
    AtMost,
    Equal,
    Differ,
}

/// What is known on the way to an access; each but `Compare` brings in a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// `from ≤ v < to`, or `v ≤ to`.
    Range {
        from: Form,
        to: Form,
        inclusive: bool,
        ty: Ty,
    },
    /// `v = of / by`.
    Div { of: Form, by: Form, ty: Ty },
    /// `v = of % by`.
    Rem { of: Form, by: Form, ty: Ty },
    /// `v` is `of` in fewer bits.
    Cast { of: Form, ty: Ty },
    /// The smaller one, or the larger one.
    Least { a: Form, b: Form, most: bool, ty: Ty },
    /// `v = of ^ by`, `by` the same in all iterations.
    Xor { of: Form, by: Form },
    /// Anything of the type.
    Any { ty: Ty },
    /// A condition that holds.
    Compare { a: Form, rel: Rel, b: Form, ty: Ty },
}

/// One access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub write: bool,
    /// Writes with the same number here, not 0, store the same value in all iterations.
    pub value: u16,
    pub at: Form,
    /// The parameter that is the slice's length, where it is one: beyond it nothing is touched.
    pub len: Option<u16>,
    pub facts: Vec<Fact>,
}

/// What a loop does to one slice. A dimension is the parameters of its start, end and step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    pub dims: Vec<[u16; 3]>,
    pub accesses: Vec<Access>,
}

impl Form {
    /// A constant.
    pub fn number(n: i64) -> Form {
        Form {
            constant: if n == 0 { vec![] } else { vec![(n, vec![])] },
            terms: vec![],
        }
    }
    /// A variable.
    pub fn variable(v: u16) -> Form {
        Form {
            constant: vec![],
            terms: vec![(v, vec![(1, vec![])])],
        }
    }
    /// A parameter.
    pub fn parameter(p: u16) -> Form {
        Form {
            constant: vec![(1, vec![p])],
            terms: vec![],
        }
    }
    /// `self + sign * b`; `None` when a number gets too large.
    pub fn plus(&self, b: &Form, sign: i64) -> Option<Form> {
        let mut all = self.clone();
        all.constant = add(all.constant, &b.constant, sign)?;
        for (v, p) in &b.terms {
            let at = all.terms.iter().position(|(w, _)| w == v);
            let old = at.map_or(vec![], |n| all.terms.remove(n).1);
            let sum = add(old, p, sign)?;
            if !sum.is_empty() {
                all.terms.push((*v, sum));
            }
        }
        all.terms.sort();
        Some(all)
    }
    /// The product, when one of the two has no variable.
    pub fn times(&self, b: &Form) -> Option<Form> {
        let (by, of) = if self.terms.is_empty() { (self, b) } else { (b, self) };
        if !by.terms.is_empty() {
            return None;
        }
        let mut all = Form {
            constant: multiply(&of.constant, &by.constant)?,
            terms: vec![],
        };
        for (v, p) in &of.terms {
            let p = multiply(p, &by.constant)?;
            if !p.is_empty() {
                all.terms.push((*v, p));
            }
        }
        Some(all)
    }
    /// The number that it is.
    pub fn as_number(&self) -> Option<i64> {
        match (self.terms.is_empty(), self.constant.as_slice()) {
            (true, []) => Some(0),
            (true, [(n, p)]) if p.is_empty() => Some(*n),
            _ => None,
        }
    }
    /// Whether its value is the one it stands for whatever the type: a number, a parameter, a variable.
    pub fn is_atom(&self) -> bool {
        let one = |p: &Poly| matches!(p.as_slice(), [(1, p)] if p.is_empty());
        match (self.constant.as_slice(), self.terms.as_slice()) {
            ([], [(_, p)]) => one(p),
            ([(n, p)], []) => p.is_empty() && *n >= 0 || *n == 1 && p.len() == 1,
            (c, t) => c.is_empty() && t.is_empty(),
        }
    }
}

fn add(mut a: Poly, b: &Poly, sign: i64) -> Option<Poly> {
    for (n, p) in b {
        let at = a.iter().position(|(_, q)| q == p);
        let old = at.map_or(0, |at| a.remove(at).0);
        let sum = old.checked_add(n.checked_mul(sign)?)?;
        if sum != 0 {
            a.push((sum, p.clone()));
        }
    }
    a.sort();
    Some(a)
}

fn multiply(a: &Poly, b: &Poly) -> Option<Poly> {
    let mut all = vec![];
    for (n, p) in a {
        for (m, q) in b {
            let mut both: Vec<u16> = p.iter().chain(q).copied().collect();
            both.sort_unstable();
            all = add(all, &vec![(n.checked_mul(*m)?, both)], 1)?;
        }
    }
    Some(all)
}
