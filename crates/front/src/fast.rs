//! What `#[kernel(fast)]` allows: a product and a sum in one step, and `1 / sqrt` without a division.

use crate::expr::is_varying;
use crate::lower::{Lower, Val};
use crate::tree;
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary};

/// `a * b`.
fn product(e: &Expr) -> Option<&ExprBinary> {
    match tree::bare(e) {
        Expr::Binary(m) if matches!(m.op, BinOp::Mul(_)) => Some(m),
        _ => None,
    }
}

/// `x` of `x.sqrt()`.
fn root(e: &Expr) -> Option<&Expr> {
    match tree::bare(e) {
        Expr::MethodCall(c) if c.method == "sqrt" && c.args.is_empty() => Some(&c.receiver),
        _ => None,
    }
}

/// An index that runs with the lanes: joined with a product it would no longer be seen as such.
fn runs(v: &Val) -> bool {
    matches!(v, Val::V { base: Some(_), .. })
}

impl Lower<'_> {
    /// A sum with a product in it, or a quotient by a square root; `None` where the operator is neither.
    pub fn fast_binary(&mut self, b: &ExprBinary) -> Option<Val> {
        let span = b.span();
        match b.op {
            BinOp::Add(_) | BinOp::Sub(_) => {
                if let Some(m) = product(&b.left) {
                    let (x, y) = (self.expr(&m.left), self.expr(&m.right));
                    let z = self.expr(&b.right);
                    return Some(self.product_and(&b.op, m, &x, &y, &z, true, b));
                }
                let m = product(&b.right)?;
                let z = self.expr(&b.left);
                let (x, y) = (self.expr(&m.left), self.expr(&m.right));
                Some(self.product_and(&b.op, m, &x, &y, &z, false, b))
            }
            BinOp::Div(_) => {
                let x = root(&b.right)?;
                let one = matches!(tree::bare(&b.left), Expr::Lit(l) if is_one(&l.lit));
                let above = (!one).then(|| self.expr(&b.left));
                let x = self.expr(x);
                let varying = is_varying(&x);
                let (m, value) = (Self::machine(varying), self.shaped(&x, varying, span));
                let r = self.emit(span, varying, quote_spanned!(span=> #m.rsqrt_fast(#value)));
                let Some(above) = above else { return Some(r) };
                let varying = varying || is_varying(&above);
                let (m, a, r) = (
                    Self::machine(varying),
                    self.shaped(&above, varying, span),
                    self.shaped(&r, varying, span),
                );
                Some(self.emit(span, varying, quote_spanned!(span=> #m.mul(#a, #r))))
            }
            _ => None,
        }
    }

    /// `old op= x * y`, all evaluated; `None` where the right side is no product.
    pub fn fast_update(&mut self, b: &ExprBinary, name: &Expr) -> Option<Val> {
        let op = match b.op {
            BinOp::AddAssign(_) => BinOp::Add(Default::default()),
            BinOp::SubAssign(_) => BinOp::Sub(Default::default()),
            _ => return None,
        };
        let m = product(&b.right)?;
        let (x, y) = (self.expr(&m.left), self.expr(&m.right));
        let old = self.expr(name);
        Some(self.product_and(&op, m, &x, &y, &old, false, b))
    }

    /// `x * y op z` when the product stands `first`, else `z op x * y`.
    fn product_and(
        &mut self,
        op: &BinOp,
        m: &ExprBinary,
        x: &Val,
        y: &Val,
        z: &Val,
        first: bool,
        b: &ExprBinary,
    ) -> Val {
        let span = b.span();
        if [x, y, z].into_iter().any(runs) {
            let p = self.binary_of(&m.op, x, y, m.span(), &m.right);
            let (l, r) = if first { (&p, z) } else { (z, &p) };
            return self.binary_of(op, l, r, span, &b.right);
        }
        let varying = [x, y, z].into_iter().any(is_varying);
        let machine = Self::machine(varying);
        let call = match (op, first) {
            (BinOp::Add(_), _) => quote_spanned!(span=> contract),
            (_, true) => quote_spanned!(span=> contract_sub),
            (_, false) => quote_spanned!(span=> contract_from),
        };
        let mut one = |v: &Val| self.shaped(v, varying, span);
        let (x, y, z) = (one(x), one(y), one(z));
        self.emit(span, varying, quote_spanned!(span=> #machine.#call(#x, #y, #z)))
    }
}

fn is_one(l: &syn::Lit) -> bool {
    match l {
        syn::Lit::Float(f) => f.base10_parse::<f64>().is_ok_and(|v| v == 1.0),
        _ => false,
    }
}
