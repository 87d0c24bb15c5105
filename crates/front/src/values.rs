//! Values on the way to an access: an expression's form, its type where that is known, and the facts it brings.

use crate::linear::nonzero;
use crate::paths::{Known, Opaque, Paths, compares, place};
use crate::{ops, tree};
use hoist_affine::{Fact, Form, Rel, Ty};
use quote::quote;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, ExprBinary, Lit, UnOp};

/// The integer type of this name.
pub fn ty_named(name: &str) -> Option<Ty> {
    let (sign, bits) = name.split_at_checked(1)?;
    let bits = match bits {
        "8" => 8,
        "16" => 16,
        "32" => 32,
        "64" | "size" => 64,
        _ => return None,
    };
    match sign {
        "u" => Some(Ty { bits, signed: false }),
        "i" => Some(Ty { bits, signed: true }),
        _ => None,
    }
}

pub fn ty_of(ty: &syn::Type) -> Option<Ty> {
    match ty {
        syn::Type::Path(p) => ty_named(&p.path.get_ident()?.to_string()),
        syn::Type::Paren(p) => ty_of(&p.elem),
        syn::Type::Group(g) => ty_of(&g.elem),
        _ => None,
    }
}

/// An expression as it reads.
pub fn text(e: &Expr) -> String {
    let e = crate::fields::readable(e);
    let mut all = quote!(#e).to_string();
    for (from, to) in [
        (" [", "["),
        ("[ ", "["),
        (" ]", "]"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" . ", "."),
        (" , ", ", "),
        ("& mut ", "&mut "),
    ] {
        all = all.replace(from, to);
    }
    all
}

/// An access as the user wrote it.
pub fn access(i: &syn::ExprIndex) -> String {
    crate::rows::written(i).unwrap_or_else(|| text(&Expr::Index(i.clone())))
}

impl Paths<'_> {
    /// A value that nothing is known of.
    pub(crate) fn anything(&mut self, e: &dyn quote::ToTokens, why: &str, ty: Option<Ty>) -> Known {
        let form = self.bring(Fact::Any {
            ty: ty.unwrap_or(Ty::UNKNOWN),
        });
        let e: syn::Result<Expr> = syn::parse2(quote!(#e));
        if let Ok(e) = e {
            let why = format!("`{}` {why}", text(&e));
            self.opaque.insert(form.terms[0].0, Opaque { why, name: None });
        }
        Known { form, ty }
    }

    /// The fact that brought in the variable that a form is.
    pub(crate) fn origin(&mut self, form: &Form) -> Option<&mut Fact> {
        let [(v, _)] = form.terms.as_slice() else { return None };
        let n = usize::from(*v).checked_sub(self.dims)?;
        form.is_atom().then_some(())?;
        self.facts
            .iter_mut()
            .filter(|f| !matches!(f, Fact::Compare { .. }))
            .nth(n)
    }

    /// A value turns out to be of a type.
    pub(crate) fn refine(&mut self, known: &mut Known, ty: Option<Ty>) {
        let (None, Some(ty)) = (known.ty, ty) else { return };
        known.ty = Some(ty);
        if let Some(Fact::Any { ty: old } | Fact::Range { ty: old, .. }) = self.origin(&known.form)
            && *old == Ty::UNKNOWN
        {
            *old = ty;
        }
    }

    pub(crate) fn is_uniform(&self, e: &Expr) -> bool {
        let mut look = Uniform { paths: self, yes: true };
        look.visit_expr(e);
        look.yes
    }

    pub(crate) fn parameter(&mut self, e: &Expr, ty: Option<Ty>) -> Known {
        Known {
            form: Form::parameter(self.params.number(e)),
            ty,
        }
    }

    /// The value of an expression, whose accesses are met on the way.
    pub(crate) fn value(&mut self, e: &Expr, want: Option<Ty>) -> Known {
        let mut known = self.value_of(e, want);
        self.refine(&mut known, want);
        known
    }

    pub(crate) fn value_of(&mut self, e: &Expr, want: Option<Ty>) -> Known {
        match e {
            Expr::Paren(p) => self.value(&p.expr, want),
            Expr::Group(g) => self.value(&g.expr, want),
            Expr::Reference(r) => {
                if let (Some(_), Some(i)) = (r.mutability, place(&r.expr)) {
                    self.access(i, true, None);
                }
                self.value(&r.expr, want)
            }
            Expr::Lit(l) => self.literal(l, want),
            Expr::Path(_) => self.name(e, want),
            Expr::Block(b) => self.block(&b.block),
            Expr::Index(i) if self.given(i).is_some() => self.parameter(e, self.given(i)),
            Expr::Index(i) => {
                self.access(i, false, None);
                let ty = tree::ident(&i.expr).and_then(|s| self.types.get(&s.to_string()).copied());
                self.anything(e, "is read from memory", ty)
            }
            Expr::If(i) => {
                self.branch(i);
                self.anything(e, "depends on a condition", want)
            }
            Expr::Binary(b) if ops::compound(&b.op).is_none() => self.binary(b, want),
            Expr::Cast(c) => self.cast(c),
            Expr::MethodCall(c) => self.method(c, want),
            Expr::Unary(u) if matches!(u.op, UnOp::Neg(_)) => {
                let x = self.value(&u.expr, want);
                self.sum(
                    e,
                    &Known {
                        form: Form::number(0),
                        ty: x.ty,
                    },
                    &x,
                    -1,
                )
            }
            Expr::Call(c) if tree::called(&c.func).as_deref() == Some(crate::rows::WITHIN) => {
                let (x, len) = (
                    self.value(&c.args[0], Some(Ty::USIZE)),
                    self.value(&c.args[1], Some(Ty::USIZE)),
                );
                let (a, b, rel) = (x.form.clone(), len.form, Rel::Less);
                self.facts.push(Fact::Compare {
                    a,
                    rel,
                    b,
                    ty: Ty::USIZE,
                });
                x
            }
            _ => {
                self.statement(e);
                let why = match e {
                    Expr::Call(c) if crate::fields::is_own(c) => "is read from memory",
                    Expr::Call(_) => "is the result of a function",
                    _ => "is not a sum of loop variables",
                };
                self.anything(e, why, None)
            }
        }
    }

    /// The type of an element of a host array that has a number for its index.
    fn given(&self, i: &syn::ExprIndex) -> Option<Ty> {
        let name = tree::ident(&i.expr)?.to_string();
        let own = self.env.contains_key(&name) || self.bound.contains(&name) || self.assigned.contains(&name);
        let number = matches!(tree::bare(&i.index), Expr::Lit(l) if matches!(l.lit, Lit::Int(_)));
        self.arrays.get(&name).filter(|_| number && !own).copied()
    }

    pub(crate) fn literal(&mut self, l: &syn::ExprLit, want: Option<Ty>) -> Known {
        if let Lit::Int(n) = &l.lit
            && let Ok(value) = n.base10_parse::<i64>()
        {
            let ty = ty_named(n.suffix()).or(want);
            let form = Form::number(value);
            return Known { form, ty };
        }
        self.anything(l, "is no index", None)
    }

    pub(crate) fn name(&mut self, e: &Expr, want: Option<Ty>) -> Known {
        let Some(name) = tree::ident(e).map(|i| i.to_string()) else {
            return self.parameter(e, want);
        };
        if let Some(known) = self.env.get(&name).cloned() {
            let mut known = known;
            self.refine(&mut known, want);
            self.env.insert(name, known.clone());
            return known;
        }
        if self.bound.contains(&name) {
            let why = if self.assigned.contains(&name) {
                "is assigned in the loop"
            } else {
                "is not known"
            };
            let ty = self.kinds.get(&name).copied().or(want);
            let known = self.anything(e, why, ty);
            self.env.insert(name, known.clone());
            return known;
        }
        if self.assigned.contains(&name) {
            return self.anything(e, "is updated by the loop", want);
        }
        let ty = self.types.get(&name).copied().or(want);
        self.parameter(e, ty)
    }

    pub(crate) fn sum(&mut self, e: &Expr, a: &Known, b: &Known, sign: i64) -> Known {
        let ty = a.ty.or(b.ty);
        match a.form.plus(&b.form, sign) {
            Some(form) => Known { form, ty },
            None => self.anything(e, "has too large a constant", ty),
        }
    }

    pub(crate) fn pair(&mut self, l: &Expr, r: &Expr, want: Option<Ty>) -> (Known, Known) {
        let mut a = self.value(l, want);
        let mut b = self.value(r, want.or(a.ty));
        let (ta, tb) = (a.ty, b.ty);
        self.refine(&mut a, tb);
        self.refine(&mut b, ta);
        (a, b)
    }

    pub(crate) fn binary(&mut self, b: &ExprBinary, want: Option<Ty>) -> Known {
        let e = &Expr::Binary(b.clone());
        if matches!(b.op, BinOp::And(_) | BinOp::Or(_)) {
            self.condition(e);
            return self.anything(e, "is a condition", None);
        }
        if matches!(b.op, BinOp::Div(_) | BinOp::Rem(_)) && self.is_uniform(e) {
            return self.parameter(e, want);
        }
        let shift = matches!(b.op, BinOp::Shl(_) | BinOp::Shr(_));
        let (x, y) = if shift {
            (self.value(&b.left, want), self.value(&b.right, None))
        } else if compares(&b.op) {
            self.pair(&b.left, &b.right, None)
        } else {
            self.pair(&b.left, &b.right, want)
        };
        let ty = x.ty.or(if shift { None } else { y.ty });
        match b.op {
            BinOp::Add(_) => self.sum(e, &x, &y, 1),
            BinOp::Sub(_) => self.sum(e, &x, &y, -1),
            BinOp::Mul(_) => match x.form.times(&y.form) {
                Some(form) => Known { form, ty },
                None => self.anything(e, "is a product of variables", ty),
            },
            BinOp::Div(_) | BinOp::Rem(_) | BinOp::BitAnd(_) | BinOp::BitXor(_) | BinOp::Shl(_) | BinOp::Shr(_) => {
                self.bits(b, e, &x, &y, ty)
            }
            _ => self.anything(
                e,
                "is not a sum of loop variables",
                if compares(&b.op) { None } else { ty },
            ),
        }
    }

    /// Divisions, and bit operations that are one.
    pub(crate) fn bits(&mut self, b: &ExprBinary, e: &Expr, x: &Known, y: &Known, ty: Option<Ty>) -> Known {
        let power = |n: i64| (0..32).contains(&n).then(|| Form::number(1 << n));
        let mask = |n: i64| (n > 0 && n < 1 << 40 && (n + 1) & n == 0).then(|| Form::number(n + 1));
        let Some(t) = ty else {
            return self.anything(e, "is not a sum of loop variables", None);
        };
        let fact = match b.op {
            BinOp::Div(_) if y.form.terms.is_empty() => Some((x, y.form.clone(), true)),
            BinOp::Rem(_) if y.form.terms.is_empty() => Some((x, y.form.clone(), false)),
            BinOp::Shr(_) => y.form.as_number().and_then(power).map(|by| (x, by, true)),
            BinOp::BitAnd(_) => match (x.form.as_number().and_then(mask), y.form.as_number().and_then(mask)) {
                (_, Some(by)) => Some((x, by, false)),
                (Some(by), None) => Some((y, by, false)),
                _ => None,
            },
            BinOp::Shl(_) => {
                if let Some(form) = y.form.as_number().and_then(power).and_then(|p| x.form.times(&p)) {
                    return Known { form, ty };
                }
                None
            }
            BinOp::BitXor(_) if t == Ty::USIZE && y.form.terms.is_empty() => {
                let (of, by) = (x.form.clone(), y.form.clone());
                let form = self.bring(Fact::Xor { of, by });
                let why = format!("`{}` is no sum", text(e));
                self.opaque.insert(form.terms[0].0, Opaque { why, name: None });
                return Known { form, ty };
            }
            _ => None,
        };
        let Some((of, by, quotient)) = fact else {
            return self.anything(e, "is not a sum of loop variables", ty);
        };
        let of = of.form.clone();
        let form = self.bring(if quotient {
            Fact::Div { of, by, ty: t }
        } else {
            Fact::Rem { of, by, ty: t }
        });
        Known { form, ty }
    }

    pub(crate) fn cast(&mut self, c: &syn::ExprCast) -> Known {
        let e = &Expr::Cast(c.clone());
        let to = ty_of(&c.ty);
        if to.is_some() && self.is_uniform(e) {
            return self.parameter(e, to);
        }
        let x = self.value(&c.expr, None);
        let Some(to) = to else {
            return self.anything(e, "is no integer", None);
        };
        let atom = x.form.is_atom() && x.form.constant.is_empty();
        if x.ty.is_none() && !atom {
            return self.anything(e, "is a cast of what has no known type", Some(to));
        }
        let mut form = x.form;
        if let Some(from) = x.ty.filter(|t| t.bits < 64 && !atom) {
            form = self.bring(Fact::Cast { of: form, ty: from });
        }
        let wide =
            x.ty.is_some_and(|from| from.bits < to.bits && (to.signed || !from.signed));
        if x.ty != Some(to) && !(wide || x.ty.is_some_and(|t| t.bits == 64 && to.bits == 64 && !atom)) {
            form = self.bring(Fact::Cast { of: form, ty: to });
        }
        Known { form, ty: Some(to) }
    }

    pub(crate) fn method(&mut self, c: &syn::ExprMethodCall, want: Option<Ty>) -> Known {
        let e = &Expr::MethodCall(c.clone());
        let name = c.method.to_string();
        if matches!(&*name, "len" | "div_ceil" | "min" | "max" | "abs_diff") && self.is_uniform(e) {
            let ty = if name == "len" { Some(Ty::USIZE) } else { want };
            return self.parameter(e, ty);
        }
        let [argument] = c.args.iter().collect::<Vec<_>>()[..] else {
            self.value(&c.receiver, None);
            for a in &c.args {
                self.value(a, None);
            }
            return self.anything(e, "is no sum of loop variables", None);
        };
        let (x, y) = self.pair(&c.receiver, argument, want);
        let ty = x.ty.or(y.ty);
        match (&*name, ty) {
            ("wrapping_add", Some(_)) => self.sum(e, &x, &y, 1),
            ("wrapping_sub", Some(_)) => self.sum(e, &x, &y, -1),
            ("wrapping_mul", Some(_)) if x.form.times(&y.form).is_some() => Known {
                form: x.form.times(&y.form).unwrap_or_default(),
                ty,
            },
            ("min" | "max", Some(t)) => {
                let (a, b, most) = (x.form, y.form, name == "max");
                let form = self.bring(Fact::Least { a, b, most, ty: t });
                Known { form, ty }
            }
            ("saturating_sub", Some(t)) if !t.signed => {
                let known = self.anything(e, "is no sum of loop variables", ty);
                let (a, b) = (known.form.clone(), x.form);
                let rel = Rel::AtMost;
                self.facts.push(Fact::Compare { a, rel, b, ty: t });
                known
            }
            _ => self.anything(e, "is no sum of loop variables", None),
        }
    }

    /// Whether what is stored is the same in all iterations.
    pub(crate) fn is_uniform_value(&self, e: &Expr) -> bool {
        match tree::bare(e) {
            Expr::Lit(_) => true,
            Expr::Unary(u) => self.is_uniform_value(&u.expr),
            Expr::Binary(b) => {
                !matches!(b.op, BinOp::Div(_) | BinOp::Rem(_))
                    && self.is_uniform_value(&b.left)
                    && self.is_uniform_value(&b.right)
            }
            e => self.is_uniform(e),
        }
    }
}

/// Whether an expression has the same value in all iterations, and may be computed on the host.
struct Uniform<'a> {
    paths: &'a Paths<'a>,
    yes: bool,
}

impl<'a> Visit<'a> for Uniform<'_> {
    fn visit_expr(&mut self, e: &'a Expr) {
        match e {
            Expr::Path(p) => {
                let own = |n: &String| {
                    self.paths.env.contains_key(n) || self.paths.bound.contains(n) || self.paths.assigned.contains(n)
                };
                self.yes &= p.path.get_ident().is_none_or(|i| !own(&i.to_string()));
            }
            Expr::MethodCall(c) => {
                self.yes &= match &*c.method.to_string() {
                    "len" | "min" | "max" | "abs_diff" => true,
                    "div_ceil" => c.args.len() == 1 && nonzero(&c.args[0]),
                    _ => false,
                };
                visit::visit_expr(self, e);
            }
            // Nothing here may panic on the host: no sums, and only literal divisors.
            Expr::Binary(b) if !matches!(b.op, BinOp::Div(_) | BinOp::Rem(_)) || !nonzero(&b.right) => self.yes = false,
            Expr::Lit(_) | Expr::Paren(_) | Expr::Group(_) | Expr::Binary(_) | Expr::Cast(_) => {
                visit::visit_expr(self, e)
            }
            _ => self.yes = false,
        }
    }
}
