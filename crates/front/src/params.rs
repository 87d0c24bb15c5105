//! The parameters of a loop: what is the same in all its iterations, and values to try.

use crate::tree;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Lit};

/// Expressions over host values, each once.
#[derive(Clone, Default)]
pub struct Params {
    pub list: Vec<Expr>,
    numbers: HashMap<String, u16>,
}

/// A dimension of up to this size is taken for any.
pub const LONG: i128 = 1 << 47;

impl Params {
    /// The expression's number.
    pub fn number(&mut self, e: &Expr) -> u16 {
        let next = self.list.len() as u16;
        let text = quote!(#e).to_string();
        *self.numbers.entry(text).or_insert_with(|| {
            self.list.push(e.clone());
            next
        })
    }

    /// Whether a parameter is made of one of these names.
    pub fn mentions(&self, p: u16, names: &HashSet<String>) -> bool {
        struct Look<'a>(&'a HashSet<String>, bool);
        impl<'a> Visit<'a> for Look<'_> {
            fn visit_ident(&mut self, i: &'a syn::Ident) {
                self.1 |= self.0.contains(&i.to_string());
            }
        }
        let mut look = Look(names, false);
        look.visit_expr(&self.list[usize::from(p)]);
        look.1
    }

    /// A polynomial as it would be written.
    pub fn words(&self, p: &hoist_affine::Poly) -> String {
        let product = |(n, symbols): &(i64, Vec<u16>)| {
            let mut parts: Vec<String> = symbols
                .iter()
                .map(|s| crate::values::text(&self.list[usize::from(*s)]))
                .collect();
            if *n != 1 || parts.is_empty() {
                parts.insert(0, n.to_string());
            }
            parts.join(" * ")
        };
        let all: Vec<String> = p.iter().map(product).collect();
        if all.is_empty() { "0".into() } else { all.join(" + ") }
    }

    /// The values at launch, as an array.
    pub fn tokens(&self, used: &[u16]) -> TokenStream {
        let all = used.iter().map(|n| {
            let e = tree::bare(&self.list[usize::from(*n)]);
            match e {
                Expr::Lit(_) => quote!(__h::iv::exact::<usize>(#e)),
                e => quote!(__h::iv::exact(#e)),
            }
        });
        quote!([#(#all),*])
    }

    /// Values of the parameters that fit together, and for which `holds` holds, several times.
    pub fn samples(&self, holds: &[Expr]) -> Vec<Vec<i128>> {
        let mut names = Names::default();
        self.list.iter().chain(holds).for_each(|e| names.visit_expr(e));
        (0..SAMPLES)
            .filter_map(|round| self.sample(&names, round, holds))
            .take(ENOUGH)
            .collect()
    }

    fn sample(&self, names: &Names, round: u32, holds: &[Expr]) -> Option<Vec<i128>> {
        let value = |n: usize, len: bool| chosen(round, n as u32, len);
        let lens = names.lens.keys().enumerate().map(|(n, k)| (k.clone(), value(n, true)));
        let scalars = names
            .scalars
            .keys()
            .enumerate()
            .map(|(n, k)| (k.clone(), value(n, false)));
        let env: HashMap<String, i128> = lens.chain(scalars).collect();
        holds.iter().all(|e| evaluate(e, &env) != Some(0)).then_some(())?;
        self.list.iter().map(|e| evaluate(e, &env)).collect()
    }
}

const SAMPLES: u32 = 400;
const ENOUGH: usize = 48;

/// A value for a name: equal ones, ascending, descending, powers of two, mixed.
fn chosen(round: u32, n: u32, len: bool) -> i128 {
    let n = i128::from(n);
    let mixed = |k: i128| (i128::from(round) * 7 + n * 5 + (n * n + 3) * k) % 13 + 2;
    if len {
        // Long, so that what is tried is in bounds.
        return 1_000_000 + if round < 8 { 0 } else { mixed(1) };
    }
    match round {
        0 => 8,
        1 => 4 + 2 * n,
        2 => 5 * 16i128.pow(n.min(4) as u32),
        3 => 3 * 10i128.pow((4 - n).max(0) as u32),
        4 => 1 << (1 + n).min(10),
        5 => 1 << (8 - n).max(1),
        6 => [3, 100, 7, 50][n as usize % 4],
        7 => [100, 3, 40, 5][n as usize % 4],
        8..20 => mixed(i128::from(round)),
        20..32 => 1 + mixed(i128::from(round)) % 4,
        _ => {
            let hash = ((u64::from(round) << 32) | n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
            [4, 1, 2, 3, 5, 8, 16, 40, 100, 7][hash as usize % 10]
        }
    }
}

/// What the parameters are made of.
#[derive(Default)]
struct Names {
    scalars: BTreeMap<String, ()>,
    lens: BTreeMap<String, ()>,
}

impl<'a> Visit<'a> for Names {
    fn visit_expr(&mut self, e: &'a Expr) {
        match e {
            Expr::MethodCall(c) if c.method == "len" => {
                self.lens.insert(text(&c.receiver), ());
            }
            Expr::Path(_) | Expr::Index(_) => {
                self.scalars.insert(text(e), ());
            }
            _ => visit::visit_expr(self, e),
        }
    }
}

fn text(e: &Expr) -> String {
    quote!(#e).to_string()
}

fn evaluate(e: &Expr, env: &HashMap<String, i128>) -> Option<i128> {
    let wrap = |x: i128| x.rem_euclid(1 << 64);
    let e = tree::bare(e);
    Some(match e {
        Expr::Lit(l) => match &l.lit {
            Lit::Int(n) => n.base10_parse().ok()?,
            _ => return None,
        },
        Expr::Path(_) | Expr::Index(_) => *env.get(&text(e))?,
        Expr::Cast(c) => evaluate(&c.expr, env)?,
        Expr::MethodCall(c) if c.method == "len" => *env.get(&text(&c.receiver))?,
        Expr::MethodCall(c) => {
            let (a, b) = (evaluate(&c.receiver, env)?, evaluate(c.args.first()?, env)?);
            match &*c.method.to_string() {
                "min" => a.min(b),
                "max" => a.max(b),
                "abs_diff" => (a - b).abs(),
                "saturating_sub" => (a - b).max(0),
                "div_ceil" if b > 0 => (a + b - 1) / b,
                "wrapping_add" => wrap(a + b),
                "wrapping_sub" => wrap(a - b),
                "wrapping_mul" => wrap(a.checked_mul(b)?),
                _ => return None,
            }
        }
        Expr::Binary(b) => {
            let (l, r) = (evaluate(&b.left, env)?, evaluate(&b.right, env)?);
            match b.op {
                BinOp::Lt(_) => i128::from(l < r),
                BinOp::Le(_) => i128::from(l <= r),
                BinOp::Gt(_) => i128::from(l > r),
                BinOp::Ge(_) => i128::from(l >= r),
                BinOp::Eq(_) => i128::from(l == r),
                BinOp::Ne(_) => i128::from(l != r),
                BinOp::And(_) => l.min(r),
                BinOp::Add(_) => wrap(l + r),
                BinOp::Sub(_) => wrap(l - r),
                BinOp::Mul(_) => wrap(l.checked_mul(r)?),
                BinOp::Div(_) => l.checked_div(r)?,
                BinOp::Rem(_) => l.checked_rem(r)?,
                BinOp::Shl(_) if r < 32 => wrap(l << r),
                BinOp::Shr(_) if r < 64 => l >> r,
                _ => return None,
            }
        }
        _ => return None,
    })
}
